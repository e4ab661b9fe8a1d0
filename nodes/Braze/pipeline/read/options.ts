import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import { isAbsent, isObject, toBoolean, toNumber } from '../../schema/convert';
import { quote, InvalidInput } from '../../schema/invalidInput';
import type { RetryPolicy } from '../send/attempts';
import { MAX_USERS_PER_REQUEST } from '../call';
import type { ItemParameters } from './parameters';
import { defaultRules } from './rules';
import type { TextRules } from './rules';

/** Requests under way at once where the form does not say otherwise. */
export const DEFAULT_CONCURRENCY = 6;
const MAX_CONCURRENCY = 50;

/** Milliseconds that Braze has for an answer where the form does not say otherwise. */
const DEFAULT_TIMEOUT_MS = 60_000;

const DEFAULT_MAX_ATTEMPTS = 5;
const MAX_ATTEMPTS = 20;

/** Enough for the rest of a minute window several times over; the hour window needs more. */
const DEFAULT_MAX_WAIT_SECONDS = 300;

/** How the node goes about a run, apart from what it sends. */
export interface RunOptions {
	dryRun: boolean;
	texts: TextRules;
	usersPerRequest: number;
	concurrency: number;
	/** Milliseconds. */
	timeout: number;
	retryPolicy: RetryPolicy;
}

const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show the requests instead of sending them, one output item for each',
};

const batching: INodeProperties = {
	displayName: 'Batching',
	name: 'batching',
	type: 'fixedCollection',
	default: { batch: {} },
	placeholder: 'Add Batching',
	description: 'How many users share a request, and how many requests run at once',
	options: [
		{
			displayName: 'Batching',
			name: 'batch',
			values: [
				{
					displayName: 'Users per Request',
					name: 'usersPerRequest',
					type: 'number',
					default: MAX_USERS_PER_REQUEST,
					typeOptions: { minValue: 1, maxValue: MAX_USERS_PER_REQUEST },
					description: 'Largest number of users in one request; Braze takes up to 50',
				},
				{
					displayName: 'Requests at Once',
					name: 'concurrency',
					type: 'number',
					default: DEFAULT_CONCURRENCY,
					typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
					description: 'Largest number of requests that wait for an answer at the same time',
				},
			],
		},
	],
};

const maxAttempts: INodeProperties = {
	displayName: 'Max Attempts',
	name: 'maxAttempts',
	type: 'number',
	default: DEFAULT_MAX_ATTEMPTS,
	typeOptions: { minValue: 1, maxValue: MAX_ATTEMPTS },
	description:
		'How often a request is tried that was not sent: over the rate limit, refused with 500, 502 or 503, or never delivered',
};

const maxWait: INodeProperties = {
	displayName: 'Max Wait',
	name: 'maxWait',
	type: 'number',
	default: DEFAULT_MAX_WAIT_SECONDS,
	typeOptions: { minValue: 0 },
	description: 'Seconds that a request may wait in all, for the rate limit and between attempts',
};

const translateLiquid: INodeProperties = {
	displayName: 'Translate [[ ]] to Liquid',
	name: 'translateLiquid',
	type: 'boolean',
	default: true,
	description: 'Whether [[ ]] around a Liquid output in message content becomes {{ }} for Braze',
};

const liquidInData: INodeProperties = {
	displayName: 'Liquid in Data',
	name: 'liquidInData',
	type: 'options',
	default: 'refuse',
	description: 'What becomes of Liquid in a value that an expression puts into a text',
	options: [
		{ name: 'Keep As Text', value: 'keepAsText', description: 'Users read it as it is' },
		{ name: 'Refuse', value: 'refuse', description: 'The item fails and nothing is sent for it' },
		{ name: 'Run', value: 'run', description: 'Braze runs it: only for data that you trust' },
	],
};

const emptyValues: INodeProperties = {
	displayName: 'Empty Values',
	name: 'emptyValues',
	type: 'options',
	default: 'send',
	description: 'What becomes of a text into which an expression puts nothing',
	options: [
		{ name: 'Refuse', value: 'refuse', description: 'The item fails and nothing is sent for it' },
		{ name: 'Send', value: 'send', description: 'The text is sent with a gap, and a hint says so' },
	],
};

const timeout: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	default: DEFAULT_TIMEOUT_MS,
	typeOptions: { minValue: 1 },
	description:
		'Milliseconds to wait for an answer; a request that times out may have been sent and is not repeated',
};

const optionSets = {
	/** For requests that are neither shared nor hold content. */
	plain: [dryRun, maxAttempts, maxWait, timeout],
	/** For triggers, whose items share requests. */
	shared: [batching, dryRun, emptyValues, maxAttempts, maxWait, timeout],
	/** For content of one item each. */
	content: [dryRun, emptyValues, liquidInData, maxAttempts, maxWait, timeout, translateLiquid],
	/** For messages: shared content. */
	sharedContent: [
		batching,
		dryRun,
		emptyValues,
		liquidInData,
		maxAttempts,
		maxWait,
		timeout,
		translateLiquid,
	],
	/** For requests that only read. */
	reading: [maxAttempts, maxWait, timeout],
};

/** @returns the *Options* that mean something for an operation */
export const describeOptions = (
	show: NonNullable<IDisplayOptions['show']>,
	set: keyof typeof optionSets,
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: optionSets[set],
	displayOptions: { show },
});

/**
 * @returns the options of a run, which hold for all of its items
 * @throws InvalidInput for an option outside its range, or one that an expression gives differently from item to item
 */
export function readRunOptions(
	itemCount: number,
	parametersOf: (itemIndex: number) => ItemParameters,
): RunOptions {
	const first = parametersOf(0);
	const options = readOptions(first);
	const isSame = (itemIndex: number): boolean =>
		JSON.stringify(readOptions(parametersOf(itemIndex))) === JSON.stringify(options);
	for (let itemIndex = 1; first.dependsOnItem() && itemIndex < itemCount; itemIndex++) {
		if (isSame(itemIndex)) continue;
		throw new InvalidInput(
			'Options',
			`differ between item 0 and item ${itemIndex}`,
			'They hold for the whole run: use an expression that gives the same for every item',
		);
	}
	return options;
}

/** @throws InvalidInput for an option outside its range */
function readOptions({ read }: ItemParameters): RunOptions {
	const given = read('options');
	const options = isObject(given) ? given : {};
	const batch =
		isObject(options.batching) && isObject(options.batching.batch) ? options.batching.batch : {};
	return {
		dryRun: isAbsent(options.dryRun) ? false : toBoolean(options.dryRun, dryRun.displayName),
		texts: {
			translateLiquid: isAbsent(options.translateLiquid)
				? defaultRules.translateLiquid
				: toBoolean(options.translateLiquid, translateLiquid.displayName),
			liquidInData: choice(options.liquidInData, liquidInData, defaultRules.liquidInData),
			emptyValues: choice(options.emptyValues, emptyValues, defaultRules.emptyValues),
		},
		usersPerRequest: inRange(
			batch.usersPerRequest,
			'Users per Request',
			MAX_USERS_PER_REQUEST,
			MAX_USERS_PER_REQUEST,
		),
		concurrency: inRange(
			batch.concurrency,
			'Requests at Once',
			MAX_CONCURRENCY,
			DEFAULT_CONCURRENCY,
		),
		timeout: inRange(
			options.timeout,
			timeout.displayName,
			Number.MAX_SAFE_INTEGER,
			DEFAULT_TIMEOUT_MS,
		),
		retryPolicy: {
			maxAttempts: inRange(
				options.maxAttempts,
				maxAttempts.displayName,
				MAX_ATTEMPTS,
				DEFAULT_MAX_ATTEMPTS,
			),
			maxWaitMs:
				1000 *
				inRange(
					options.maxWait,
					maxWait.displayName,
					Number.MAX_SAFE_INTEGER,
					DEFAULT_MAX_WAIT_SECONDS,
					0,
				),
		},
	};
}

/** @throws InvalidInput for what is none of the options, blanks around it aside */
function choice<Value extends string>(
	given: unknown,
	field: INodeProperties,
	fallback: Value,
): Value {
	if (isAbsent(given)) return fallback;
	const names = (field.options ?? []).flatMap((option) =>
		'value' in option ? [option.value] : [],
	);
	const chosen = typeof given === 'string' ? given.trim() : given;
	if (names.includes(chosen as Value)) return chosen as Value;
	throw new InvalidInput(
		field.displayName,
		`cannot be ${quote(given)}`,
		`Give one of ${names.join(', ')}`,
	);
}

function inRange(
	value: unknown,
	label: string,
	largest: number,
	fallback: number,
	smallest = 1,
): number {
	if (isAbsent(value)) return fallback;
	const number = toNumber(value, label, true);
	if (number >= smallest && number <= largest) return number;
	throw new InvalidInput(label, `is ${number}`, `Enter a number from ${smallest} to ${largest}`);
}
