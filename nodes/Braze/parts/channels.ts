import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkObject } from '../schema/check';
import { isAbsent, isObject, toTextList } from '../schema/convert';
import { describeObject } from '../schema/describe';
import type { MessageObject } from '../schema/field';
import { quote, InvalidInput } from '../schema/invalidInput';
import { writeObject } from '../schema/write';
import type { WriteContext } from '../schema/write';
import type { Part, Show } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';
import { fromListOrById, variationSearch } from './identifiers';
import { messageVariationId } from '../messages/common';
import { messageObjects } from '../messages/index';

/** The two groups of endpoints that take message objects; some keys under `messages` differ between them. */
export type MessageEndpoint = 'send' | 'schedule';

const CHANNELS = 'Channels';

const wireKeyOf = (object: MessageObject, endpoint: MessageEndpoint): string | null =>
	endpoint === 'schedule' && object.scheduleWireKey !== undefined
		? object.scheduleWireKey
		: object.wireKey;

/** Lets the person pick the variation from those of the chosen campaign that fit the channel. */
const withVariationPicker = (object: MessageObject): MessageObject => ({
	...object,
	fields: object.fields.map((field) =>
		field === messageVariationId
			? { ...field, modes: fromListOrById(variationSearch(object.name), 'iosPush-640') }
			: field,
	),
});

const objectsWithPickers = messageObjects.map(withVariationPicker);

const objectsOf = (endpoint: MessageEndpoint): MessageObject[] =>
	objectsWithPickers.filter((object) => wireKeyOf(object, endpoint) !== null);

/** @returns the part that holds the content of a message, channel by channel */
export const channels = (endpoint: MessageEndpoint): Part => ({
	describe: (show) => describeChannels(endpoint, show),
	write: (parameters, writing) => ({
		wire: { messages: readMessages(endpoint, parameters, writing) },
	}),
	check: ({ wire }) => checkMessages(endpoint, wire.messages, wire.campaign_id),
	takesLiquid: true,
});

/** The new content of a schedule; no channel keeps the old one. */
export const newChannels: Part = {
	describe: (show) => describeChannels('schedule', show, false),
	write: (parameters, writing) => {
		const messages = readMessages('schedule', parameters, writing);
		return Object.keys(messages).length > 0 ? { wire: { messages } } : {};
	},
	check: ({ wire, kept }) => {
		if (wire.messages !== undefined) checkMessages('schedule', wire.messages, kept.campaignId);
	},
	takesLiquid: true,
};

/** @returns the *Channels* choice and the form of each channel, which shows once the channel is chosen */
function describeChannels(
	endpoint: MessageEndpoint,
	show: Show,
	required = true,
): INodeProperties[] {
	const objects = objectsOf(endpoint);
	return [
		{
			displayName: CHANNELS,
			name: 'channels',
			type: 'multiOptions',
			default: [],
			required,
			description: required
				? 'The channels that carry the message; a user gets it on each one they can be reached on'
				: 'Channels of the new messages, which replace all of the old ones; none keeps the old ones',
			options: objects.map(({ name, displayName, description, legacy }) => ({
				name: legacy ? `${displayName} (Legacy)` : displayName,
				value: name,
				description,
			})),
			displayOptions: { show },
		},
		...objects.flatMap((object) => describeObject(object, { ...show, channels: [object.name] })),
	];
}

/**
 * @returns the `messages` object of the item at hand; empty where no channel is chosen
 * @throws InvalidInput where a value cannot become what Braze takes
 */
function readMessages(
	endpoint: MessageEndpoint,
	{ read }: ItemParameters,
	writing: WriteContext,
): IDataObject {
	const objects = objectsOf(endpoint);
	const messages: IDataObject = {};
	for (const channel of toTextList(read('channels') ?? [], CHANNELS)) {
		const object = objects.find(({ name }) => name === channel);
		const key = object && wireKeyOf(object, endpoint);
		if (!object || !key) {
			throw new InvalidInput(
				CHANNELS,
				`has the unknown channel ${quote(channel)}`,
				`Choose from ${objects.map(({ name }) => name).join(', ')}`,
			);
		}
		messages[key] = writeObject(object, read, writing);
	}
	return messages;
}

/** @throws InvalidInput for the first message object that Braze would refuse */
function checkMessages(endpoint: MessageEndpoint, messages: unknown, campaignId: unknown): void {
	if (!isObject(messages) || Object.keys(messages).length === 0) {
		throw new InvalidInput(CHANNELS, 'is empty', 'Choose at least one channel');
	}
	for (const object of objectsOf(endpoint)) {
		const message = messages[wireKeyOf(object, endpoint) ?? ''];
		if (!isObject(message)) continue;
		checkObject(object, message);
		if (!isAbsent(campaignId) && isAbsent(message.message_variation_id)) {
			throw new InvalidInput(
				`${object.displayName} > Message Variation`,
				'is empty',
				'Braze needs it with a campaign: choose the variation this message is counted under, or remove the campaign',
			);
		}
	}
}
