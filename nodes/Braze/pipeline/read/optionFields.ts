import { capitalize } from '../../schema/field';
import type { BrazeField } from '../../schema/field';
import { batchOf } from '../operation';
import type { Operation } from '../operation';
import type { Batch } from '../part';
import { mayHoldTexts } from './traits';

/** The options of a run, each declared once: its label, its range and its default. */
export const allowSeveralBroadcasts: BrazeField = {
	displayName: 'Allow Several Broadcasts',
	name: 'allowSeveralBroadcasts',
	type: 'boolean',
	default: false,
	description: 'Whether one run may send different broadcasts to the same people',
};

export const includeInputFields: BrazeField = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: false,
	description: 'Whether results keep the fields of their input items',
};

export const repeatForEachItem: BrazeField = {
	displayName: 'Repeat for Each Item',
	name: 'repeatForEachItem',
	type: 'boolean',
	default: false,
	description:
		'Whether to send once for each item even if nothing in the form depends on the items',
};

export const skipEqualMessages: BrazeField = {
	displayName: 'Skip Equal Messages',
	name: 'skipEqualMessages',
	type: 'boolean',
	default: false,
	description: 'Whether items that ask for the same message to the same user send it once',
};

export const dryRun: BrazeField = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show the requests instead of sending them, one output item for each',
};

export const maxAttempts: BrazeField = {
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	default: 5,
	typeOptions: { minValue: 1, maxValue: 20 },
	description:
		'How often a request is tried that was not sent: over the rate limit, refused by Braze with 500, 502 or 503, or never delivered',
};

/** Seconds: enough for the rest of a minute window several times over; the hour window needs more. */
export const maxWait: BrazeField = {
	displayName: 'Max Wait',
	name: 'maxWait',
	type: 'number',
	default: 300,
	typeOptions: { minValue: 0 },
	description: 'Seconds that a request may wait in all, for the rate limit and between attempts',
};

/** Objects that a run may change for good where the form does not say otherwise. */
export const mostObjects: BrazeField = {
	displayName: 'Most Objects a Run',
	name: 'mostObjects',
	type: 'number',
	default: 50,
	typeOptions: { minValue: 1 },
	description:
		'How many objects a run may change for good; with more, nothing is sent. As a tool of an agent it is 1 unless set here.',
};

export const timeout: BrazeField = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	default: 60_000,
	typeOptions: { minValue: 1 },
	description:
		'Milliseconds that Braze has for an answer, all in all; a request that times out may have been sent and is not repeated',
};

export const liquidInData: BrazeField = {
	displayName: 'Liquid in Data',
	name: 'liquidInData',
	type: 'options',
	default: 'refuse',
	description: 'What becomes of Liquid in a value that an expression puts into a text',
	options: [
		{ name: 'Keep As Text', value: 'keepAsText', description: 'People read it as it is' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails and nothing is sent for it' },
		{ name: 'Run', value: 'run', description: 'Braze runs it: only for data that you trust' },
	],
};

export const emptyValues: BrazeField = {
	displayName: 'Empty Values',
	name: 'emptyValues',
	type: 'options',
	default: 'send',
	description: 'What becomes of a text into which an expression puts nothing',
	options: [
		{ name: 'Refuse', value: 'refuse', description: 'The item fails and nothing is sent for it' },
		{
			name: 'Send',
			value: 'send',
			description: 'The text goes out with a gap, and a hint says so',
		},
	],
};

export const translateLiquid: BrazeField = {
	displayName: 'Translate [[ ]] to Liquid',
	name: 'translateLiquid',
	type: 'boolean',
	default: true,
	description: 'Whether [[ ]] around a Liquid output in message content becomes {{ }} for Braze',
};

/** Requests under way at once. */
export const concurrency: BrazeField = {
	displayName: 'Requests at Once',
	name: 'concurrency',
	type: 'number',
	default: 6,
	typeOptions: { minValue: 1, maxValue: 50 },
	description: 'Largest number of requests that wait for an answer at the same time',
};

export const binaryField: BrazeField = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
};

/** Seconds: enough for a segment of some millions of users. */
export const maxFileWait: BrazeField = {
	displayName: 'Max Wait for File',
	name: 'maxFileWait',
	type: 'number',
	default: 1800,
	typeOptions: { minValue: 1, maxValue: 86_400 },
	description: 'Seconds to wait; an export of tens of millions of users takes an hour and more',
};

/** Waits for a file that Braze makes. */
export const waitForFile: BrazeField = {
	displayName: 'Wait for File',
	name: 'waitForFile',
	type: 'fixedCollection',
	default: { file: {} },
	placeholder: 'Add Wait',
	description:
		'Waits until Braze has made the file, and outputs it as binary; not where the workspace writes to its own cloud storage',
	options: [{ displayName: 'File', name: 'file', values: [maxFileWait, binaryField] }],
};

/** @returns the option that makes the requests of a batch smaller than Braze allows */
export const perRequest = ({ most, noun: { many } }: Batch): BrazeField => ({
	// the whole noun of some is wider than n8n shows
	displayName: `${capitalize(many.split(' ').at(-1) ?? many)} per Request`,
	name: `${many.replace(/ (\w)/g, (_space, letter: string) => letter.toUpperCase())}PerRequest`,
	type: 'number',
	default: most,
	typeOptions: { minValue: 1, maxValue: most },
	description: `Largest number of ${many} in one request; Braze takes up to ${most}`,
});

/** @returns the options that decide how entries share requests */
export const batching = (batch: Batch): BrazeField => ({
	displayName: 'Batching',
	name: 'batching',
	type: 'fixedCollection',
	default: { batch: {} },
	placeholder: 'Add Batching',
	description: `How many ${batch.noun.many} share a request, and how many requests run at once`,
	options: [
		{
			displayName: 'Batching',
			name: 'batch',
			values: [...(batch.most > 1 ? [perRequest(batch)] : []), concurrency],
		},
	],
});

/** @returns the options that mean something for an endpoint, in the order of their labels */
export function optionsFor({
	endpoint,
	alternative,
}: Pick<Operation, 'endpoint' | 'alternative'>): BrazeField[] {
	const batch = batchOf(endpoint);
	const isRead = endpoint.effect === 'read';
	const rendersLiquid = endpoint.parts.some(({ takesLiquid }) => takesLiquid);
	const holdsTexts =
		!isRead && endpoint.parts.some(({ describe }) => describe({}).some(mayHoldTexts));
	const isSend = endpoint.effect === 'send';
	return [
		...(endpoint.parts.some(({ broadcasts }) => broadcasts) ? [allowSeveralBroadcasts] : []),
		...(batch ? [batching(batch)] : []),
		...(isRead && !batch ? [] : [dryRun]),
		...(holdsTexts ? [emptyValues] : []),
		...(rendersLiquid ? [liquidInData] : []),
		includeInputFields,
		maxAttempts,
		maxWait,
		...(endpoint.irreversible ? [mostObjects] : []),
		...(isSend ? [repeatForEachItem, skipEqualMessages] : []),
		...(alternative ? [alternative.option] : []),
		timeout,
		...(rendersLiquid ? [translateLiquid] : []),
		...(endpoint.file ? [waitForFile] : []),
		...endpoint.parts.flatMap((part) => part.options ?? []),
	].sort((a, b) => a.displayName.localeCompare(b.displayName));
}
