import type { INodePropertyOptions } from 'n8n-workflow';

import { channels } from './channels';

/** Choice that lets every event pass, those of tomorrow too. */
export const ALL_EVENTS = '*';

/** What the choice of a whole channel ends with. */
const ANY = '.*';

const message = /^users\.messages\.[a-z]+(?=\.)/;

/** The wire names of a channel, and what a new one would begin with. */
interface Channel {
	prefix: string;
	types: string[];
}

/** Channels of messages, by the value of the choice that stands for all of their events. */
const wholeChannels = new Map<string, Channel & { label: string }>(
	Object.entries(channels).flatMap(([label, labels]) => {
		const types = Object.keys(labels);
		const prefix = types.map((type) => message.exec(type)?.[0]).find(Boolean);
		if (prefix === undefined || types.length < 2) return [];
		return [[`${prefix}${ANY}`, { label, prefix: `${prefix}.`, types }]];
	}),
);

const single: INodePropertyOptions[] = Object.entries(channels).flatMap(([channel, labels]) =>
	Object.entries(labels).map(([type, label]) => ({
		name: `${channel}: ${label}`,
		value: type,
		description: type,
	})),
);

const whole: INodePropertyOptions[] = [...wholeChannels].map(([value, { label }]) => ({
	name: `${label}: All`,
	value,
	description: value,
}));

/** The choices of *Events*: everything first, then channel by channel. */
export const eventChoices: INodePropertyOptions[] = [
	{
		name: 'All Events',
		value: ALL_EVENTS,
		description: 'Everything that Braze sends, including event types that it adds later',
	},
	...[...single, ...whole].sort((a, b) => a.name.localeCompare(b.name)),
];

const known = new Set(eventChoices.map(({ value }) => value));

/** @returns those of the names that are no choice of *Events* */
export const unknownChoices = (names: string[]): string[] =>
	names.filter((name) => !known.has(name));

/** Whether a text can be an event type, or all that begin alike: `users.canvas.*`, or `*` for every one. */
export const isEventType = (text: string): boolean =>
	/^(?:\*|[a-z]+(?:\.\w+)*\.(?:\w+|\*))$/i.test(text);

/**
 * @param choices values of *Events*, or event types by their wire name
 * @returns whether an event of this type is wanted
 */
export function isChosen(type: unknown, choices: readonly string[]): boolean {
	if (choices.includes(ALL_EVENTS)) return true;
	if (typeof type !== 'string') return false;
	return choices.some((choice) => {
		const channel = wholeChannels.get(choice);
		if (channel === undefined) return isSame(choice, type);
		return channel.types.includes(type) || type.startsWith(channel.prefix);
	});
}

/** Whoever types a name may write it in other letters. */
function isSame(choice: string, type: string): boolean {
	const [wanted, given] = [choice.toLowerCase(), type.toLowerCase()];
	return wanted.endsWith(ANY) ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}
