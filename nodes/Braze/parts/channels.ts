import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { checkObject } from '../schema/check';
import { toChoices } from '../schema/choice';
import { isAbsent, isObject, joinObjects } from '../schema/convert';
import { describeObject, flatName, toProperty } from '../schema/describe';
import { screenLabel } from '../schema/field';
import type { BrazeField, MessageObject } from '../schema/field';
import { withIdentifiers } from '../schema/identifier';
import { quote, InvalidInput } from '../schema/invalidInput';
import { remembered } from '../schema/remembered';
import { writeObject } from '../schema/write';
import type { ReadParameter } from '../schema/write';
import type { WriteContext } from '../schema/writeContext';
import type { Part, Show } from '../pipeline/part';
import type { ItemParameters } from '../pipeline/read/parameters';
import { fromListOrById, variationSearch } from './identifiers';
import { messagesAsJson, messagesJson, pastedBody } from './messagesJson';
import type { PastedBody } from './messagesJson';
import { messageVariationId } from '../messages/common';
import { messageObjects } from '../messages/index';
import type { MessageEndpoint } from '../messages/index';

const CHANNELS = 'Channels';

const wireKeyOf = (object: MessageObject, endpoint: MessageEndpoint): string | null =>
	endpoint !== 'send' && object.scheduleWireKey !== undefined
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

/** @returns the part that holds the content of a message, channel by channel or as JSON */
export const channels = (endpoint: MessageEndpoint): Part => ({
	describe: (show) => describeChannels(endpoint, show),
	write: (parameters, writing) => {
		const { messages, rest } = readMessages(endpoint, parameters, writing);
		return { wire: { ...rest, messages }, ...pastedLabel(rest) };
	},
	check: ({ wire }) => checkMessages(endpoint, wire.messages, wire.campaign_id),
	takesLiquid: true,
});

/** The new content of a schedule; no channel keeps the old one. */
export const newChannels: Part = {
	describe: (show) => describeChannels('update', show, false),
	write: (parameters, writing) => {
		const { messages, rest } = readMessages('update', parameters, writing);
		return Object.keys(messages).length > 0 ? { wire: { ...rest, messages } } : {};
	},
	check: ({ wire, kept }) => {
		if (wire.messages !== undefined) checkMessages('update', wire.messages, kept.campaignId);
	},
	takesLiquid: true,
};

const pastedLabel = (rest: IDataObject): { label?: string } =>
	Object.keys(rest).length > 0 ? { label: messagesJson.displayName } : {};

const channelsField = (
	endpoint: MessageEndpoint,
): BrazeField & { options: INodePropertyOptions[] } => ({
	displayName: CHANNELS,
	name: 'channels',
	type: 'multiOptions',
	default: [],
	options: [
		...objectsOf(endpoint).map(({ name, displayName, description, legacy }) => ({
			name: legacy ? `${displayName} (Legacy)` : displayName,
			value: name,
			description,
		})),
		messagesAsJson,
	].sort(
		(a, b) =>
			Number(a.name.endsWith('(Legacy)')) - Number(b.name.endsWith('(Legacy)')) ||
			a.name.localeCompare(b.name),
	),
});

/** @returns the *Channels* choice and the form of each channel, which shows once the channel is chosen */
function describeChannels(
	endpoint: MessageEndpoint,
	show: Show,
	required = true,
): INodeProperties[] {
	return [
		{
			...(channelsField(endpoint) as INodeProperties),
			...(required ? { required } : {}),
			description: required
				? 'The channels that carry the message; a user gets it on each one they can be reached on'
				: 'Channels of the new messages, which replace all of the old ones; none keeps the old ones',
			displayOptions: { show },
		},
		{
			...toProperty(messagesJson),
			displayOptions: { show: { ...show, channels: [messagesAsJson.value] } },
		},
		...objectsOf(endpoint).flatMap((object) =>
			describeObject(object, { ...show, channels: [object.name] }),
		),
	];
}

/**
 * @returns the `messages` object of the item at hand, empty where no channel is chosen, and the further keys of a request body
 *   that was given as JSON
 * @throws InvalidInput where a value cannot become what Braze takes
 */
function readMessages(
	endpoint: MessageEndpoint,
	parameters: ItemParameters,
	writing: WriteContext,
): PastedBody {
	const { read } = parameters;
	const objects = objectsOf(endpoint);
	let messages: IDataObject = {};
	let rest: IDataObject = {};
	for (const channel of toChoices(read('channels') ?? [], channelsField(endpoint))) {
		if (channel === messagesAsJson.value) {
			const pasted = pastedBody(read(messagesJson.name), endpoint);
			const known = identified(endpoint, pasted.messages);
			messages = joinObjects(messages, known, messagesJson.displayName);
			rest = pasted.rest;
			continue;
		}
		const object = objects.find(({ name }) => name === channel) as MessageObject;
		const written = {
			[wireKeyOf(object, endpoint) as string]: writeObject(
				object,
				filled(object, parameters, writing),
				writing,
			),
		};
		messages = joinObjects(messages, written, messagesJson.displayName);
	}
	return { messages, rest };
}

/** What of the credential fills which parameters of an object. */
const fallbacksOf = remembered(
	(object: MessageObject) =>
		new Map(
			object.fields.map(({ name, fromCredential }) => [flatName(object, name), fromCredential]),
		),
);

/** Reads an object's fields, those that the form leaves empty from the credential. */
function filled(
	object: MessageObject,
	{ read, raw }: ItemParameters,
	{ defaults = {} }: WriteContext,
): ReadParameter {
	const fallbacks = fallbacksOf(object);
	return (name) => {
		const fallback = fallbacks.get(name);
		return fallback && isAbsent(raw(name)) ? defaults[fallback] : read(name);
	};
}

/** Message objects that were given as JSON, with their IDs as the form would write them. */
function identified(endpoint: MessageEndpoint, messages: IDataObject): IDataObject {
	const result: IDataObject = { ...messages };
	for (const object of objectsOf(endpoint)) {
		const key = wireKeyOf(object, endpoint) as string;
		const message = result[key];
		if (isObject(message))
			result[key] = withIdentifiers(object.fields, message, object.displayName);
	}
	return result;
}

/** @throws InvalidInput for the first message object that Braze would refuse */
function checkMessages(endpoint: MessageEndpoint, messages: unknown, campaignId: unknown): void {
	if (!isObject(messages) || Object.keys(messages).length === 0) {
		throw new InvalidInput(CHANNELS, 'is empty', 'Choose at least one channel');
	}
	const objects = objectsOf(endpoint);
	const keys = objects.map((object) => wireKeyOf(object, endpoint) as string);
	const unknown = Object.keys(messages).find((key) => !keys.includes(key));
	if (unknown !== undefined) {
		throw new InvalidInput(
			messagesJson.displayName,
			`has the channel ${quote(unknown)}, which this operation does not have`,
			`Use ${keys.join(', ')}`,
		);
	}
	for (const object of objects) {
		const key = wireKeyOf(object, endpoint) as string;
		if (!Object.hasOwn(messages, key)) continue;
		const message = messages[key];
		if (!isObject(message)) {
			throw new InvalidInput(
				`${messagesJson.displayName} > ${key}`,
				'must be an object',
				'Give its keys and values',
			);
		}
		checkObject(object, message);
		if (!isAbsent(campaignId) && isAbsent(message.message_variation_id)) {
			throw new InvalidInput(
				screenLabel(object, messageVariationId.displayName),
				'is empty',
				'Braze needs it with a campaign: choose the variation this message is counted under, or remove the campaign',
			);
		}
	}
}
