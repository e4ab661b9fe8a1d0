import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isAbsent, isObject, toBoolean, toNumber, toText } from '../../schema/convert';
import { toProperty } from '../../schema/describe';
import type { BrazeField } from '../../schema/field';
import { quote, InvalidInput } from '../../schema/invalidInput';
import { batchOf } from '../operation';
import type { Endpoint, Operation } from '../operation';
import type { RetryPolicy } from '../send/attempts';
import type { FileWait } from '../send/file';
import {
	allowSeveralBroadcasts,
	binaryField,
	concurrency,
	dryRun,
	emptyValues,
	liquidInData,
	includeInputFields,
	maxAttempts,
	maxFileWait,
	maxWait,
	mostObjects,
	optionsFor,
	perRequest,
	repeatForEachItem,
	skipEqualMessages,
	timeout,
	translateLiquid,
	waitForFile,
} from './optionFields';
import type { ItemParameters } from './parameters';
import type { TextRules } from './rules';

/** How the node goes about a run, apart from what it sends. */
export interface RunOptions {
	allowSeveralBroadcasts: boolean;
	dryRun: boolean;
	/** What becomes of Liquid and of empty values in texts. */
	texts: TextRules;
	includeInputFields: boolean;
	repeatForEachItem: boolean;
	skipEqualMessages: boolean;
	/** Entries in one request at most; 1 where the endpoint has none. */
	entriesPerRequest: number;
	concurrency: number;
	/** Objects that an irreversible operation may change in a run; absent where the form does not say. */
	mostObjects?: number;
	/** Milliseconds. */
	timeout: number;
	retryPolicy: RetryPolicy;
	/** How to wait for the file that Braze makes; absent where nobody wants it. */
	fileWait?: FileWait;
}

/** The collection of the options. */
export const optionsCollection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [],
};

/** @returns the options that mean something for an operation */
export const describeOptions = (
	operation: Pick<Operation, 'endpoint' | 'alternative'>,
): INodeProperties[] => optionsFor(operation).map(toProperty);

/**
 * @returns the options of a run, which hold for all of its items
 * @throws InvalidInput for an option outside its range, or one that an expression gives differently from item to item
 */
export function readRunOptions(
	itemCount: number,
	parametersOf: (itemIndex: number) => ItemParameters,
	endpoint: Endpoint,
): RunOptions {
	const first = parametersOf(0);
	const options = readOptions(first, endpoint);
	const isSame = (itemIndex: number): boolean =>
		JSON.stringify(readOptions(parametersOf(itemIndex), endpoint)) === JSON.stringify(options);
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
function readOptions({ read }: ItemParameters, endpoint: Endpoint): RunOptions {
	const options = objectOr({}, read('options'));
	const batch = objectOr({}, objectOr({}, options.batching).batch);
	const batchRule = batchOf(endpoint);
	return {
		allowSeveralBroadcasts: flag(allowSeveralBroadcasts, options),
		dryRun: flag(dryRun, options),
		texts: {
			translateLiquid: flag(translateLiquid, options),
			liquidInData: choice(liquidInData, options) as TextRules['liquidInData'],
			emptyValues: choice(emptyValues, options) as TextRules['emptyValues'],
		},
		includeInputFields: flag(includeInputFields, options),
		repeatForEachItem: flag(repeatForEachItem, options),
		skipEqualMessages: flag(skipEqualMessages, options),
		entriesPerRequest: batchRule ? number(perRequest(batchRule), batch) : 1,
		concurrency: number(concurrency, batch),
		...(isAbsent(options[mostObjects.name]) ? {} : { mostObjects: number(mostObjects, options) }),
		timeout: number(timeout, options),
		retryPolicy: {
			maxAttempts: number(maxAttempts, options),
			maxWaitMs: 1000 * number(maxWait, options),
		},
		...(endpoint.file && isObject(options[waitForFile.name])
			? { fileWait: readFileWait(options[waitForFile.name] as IDataObject) }
			: {}),
	};
}

function readFileWait({ file }: IDataObject): FileWait {
	const values = objectOr({}, file);
	const field = values[binaryField.name];
	return {
		maxWaitMs: 1000 * number(maxFileWait, values),
		field: toText(isAbsent(field) ? binaryField.default : field, binaryField.displayName),
	};
}

/** @returns whether an option that a part adds is on, for the item at hand */
export const optionOf = (field: BrazeField, { read }: Pick<ItemParameters, 'read'>): boolean =>
	flag(field, objectOr({}, read('options')));

const objectOr = (fallback: IDataObject, value: unknown): IDataObject =>
	isObject(value) ? value : fallback;

const flag = (
	{ name, displayName, default: byDefault }: BrazeField,
	values: IDataObject,
): boolean => {
	// an option that was added and whose expression finds nothing is not one that nobody asked for: a dry run would be sent
	if (!Object.hasOwn(values, name)) return toBoolean(byDefault, displayName);
	if (!isAbsent(values[name])) return toBoolean(values[name], displayName);
	throw new InvalidInput(
		displayName,
		'is empty',
		'Use true or false, take the option out, or check what its expression gives',
	);
};

/** One of the choices of a field, blanks around it aside. */
function choice(
	{ name, displayName, default: byDefault, options = [] }: BrazeField,
	values: IDataObject,
): string {
	const given: unknown = isAbsent(values[name]) ? byDefault : values[name];
	const chosen = typeof given === 'string' ? given.trim() : given;
	const known = options.flatMap((option) => ('value' in option ? [option.value] : []));
	if (typeof chosen === 'string' && known.includes(chosen)) return chosen;
	throw new InvalidInput(
		displayName,
		`cannot be ${quote(given)}`,
		`Give one of ${known.join(', ')}`,
	);
}

function number(
	{ name, displayName, default: byDefault, typeOptions = {} }: BrazeField,
	values: IDataObject,
): number {
	const given = toNumber(isAbsent(values[name]) ? byDefault : values[name], displayName, true);
	const { minValue = 0, maxValue = Number.MAX_SAFE_INTEGER } = typeOptions;
	if (given >= minValue && given <= maxValue) return given;
	throw new InvalidInput(
		displayName,
		`is ${given}`,
		`Enter a number from ${minValue} to ${maxValue}`,
	);
}
