import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isAbsent, isObject, toJsonObject } from '../schema/convert';
import { InvalidInput } from '../schema/invalidInput';
import type { BrazeField } from '../schema/field';
import { withIdentifiers } from '../schema/identifier';
import type { MessageEndpoint } from '../messages/index';
import { segmentId, sendId, trackedCampaignId } from './identifiers';
import { userLists } from './users/target';

/** The entry of *Channels* under which messages are pasted. */
export const messagesAsJson: INodePropertyOptions & { value: string } = {
	name: 'Messages as JSON',
	value: 'json',
	description: "Paste Braze's messages object, or a whole request body",
};

export const messagesJson: BrazeField = {
	displayName: 'Messages as JSON',
	name: 'messagesJson',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "email": { ... } }',
	description:
		"Braze's messages object, a request body of its documentation, or what a dry run gave; users are named under Send To",
	liquid: true,
};

/** What a person pasted. */
export interface PastedBody {
	messages: IDataObject;
	/** Further keys of the request. */
	rest: IDataObject;
}

const requestKeys = [
	'audience',
	'broadcast',
	'campaign_id',
	'recipient_subscription_state',
	'segment_id',
	'send_id',
];

/** Keys that may be pasted along with the messages, by the endpoint (Braze docs). */
const takenKeys: Record<MessageEndpoint, string[]> = {
	send: [...requestKeys, 'override_frequency_capping'],
	schedule: [...requestKeys, 'override_messaging_limits'],
	update: [],
};

/** Where the form says what a key would say, so that it cannot be pasted. */
const saidElsewhere: Record<string, string> = {
	...Object.fromEntries(userLists.map((list) => [list, 'name the users under Send To'])),
	schedule: 'the resource Schedule has Time and Delivery for it',
	schedule_id: 'the field Schedule ID names it',
};

const LABEL = messagesJson.displayName;

/** The IDs among those keys. */
const identifiers = [trackedCampaignId, segmentId, sendId];

/**
 * @param json a messages object, a request body that holds one, or the output of a dry run with such a body
 * @throws InvalidInput for keys that name users, that stand elsewhere in the form, or that the request does not have
 */
export function pastedBody(json: unknown, endpoint: MessageEndpoint): PastedBody {
	const pasted = isAbsent(json) ? {} : toJsonObject(json, LABEL);
	const body = isObject(pasted.body) && isObject(pasted.body.messages) ? pasted.body : pasted;
	if (!Object.hasOwn(body, 'messages')) return { messages: filled(body), rest: {} };
	const { messages, ...rest } = body;
	if (!isObject(messages)) {
		throw new InvalidInput(
			`${LABEL} > messages`,
			'must be an object',
			'Give it a key for each channel',
		);
	}
	for (const key of Object.keys(rest)) refuseKey(key, endpoint);
	return { messages: filled(messages), rest: withIdentifiers(identifiers, rest, LABEL) };
}

function filled(messages: IDataObject): IDataObject {
	if (Object.keys(messages).length > 0) return messages;
	throw new InvalidInput(LABEL, 'is empty', 'Paste the messages, or take it out of Channels');
}

function refuseKey(key: string, endpoint: MessageEndpoint): void {
	if (takenKeys[endpoint].includes(key)) return;
	const place = saidElsewhere[key];
	throw new InvalidInput(
		LABEL,
		`holds "${key}"${place === undefined ? ', which is no key of this request' : ''}`,
		`Remove it${place === undefined ? '' : `: ${place}`}`,
	);
}
