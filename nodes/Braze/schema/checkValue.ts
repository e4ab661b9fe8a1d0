import { checkLength } from './checkLength';
import { isBlank, isObject } from './convert';
import { groupOf } from './field';
import type { BrazeField } from './field';
import { holdsLiquid } from './liquid';
import { quote, wrongType, InvalidInput } from './invalidInput';
import { isLarger, jsonBytes } from './size';
import { GIVE_ISO_8601, isIsoText, unreadableDate } from './time';

type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'list';

const jsonTypes: Partial<Record<BrazeField['type'], JsonType>> = {
	boolean: 'boolean',
	color: 'number',
	dateTime: 'string',
	multiOptions: 'list',
	number: 'number',
	options: 'string',
	resourceLocator: 'string',
	string: 'string',
};

const typeWords: Record<JsonType, string> = {
	boolean: 'true or false',
	list: 'a list',
	number: 'a number',
	object: 'an object',
	string: 'text',
};

function jsonTypeOf(field: BrazeField): JsonType | undefined {
	if (field.wire === 'positions') return 'object';
	if (groupOf(field)) return field.typeOptions?.multipleValues ? 'list' : 'object';
	if (field.wire === 'epochSeconds' || field.wire === 'number') return 'number';
	return field.typeOptions?.multipleValues ? 'list' : jsonTypes[field.type];
}

/** @returns whether Braze takes a list there */
export const isList = (field: BrazeField): boolean => jsonTypeOf(field) === 'list';

/** @returns whether Braze takes a text there, in whatever form */
export const takesAnyText = (field: BrazeField): boolean =>
	jsonTypeOf(field) === 'string' && field.type !== 'options' && field.type !== 'dateTime';

function checkType(field: BrazeField, value: unknown, label: string): void {
	const expected = jsonTypeOf(field);
	if (!expected) return;
	const accepted = [expected, ...(field.alsoAccepts ?? [])];
	const type = jsonTypeOfValue(value);
	if (accepted.some((each) => each === type)) return;
	throw wrongType(label, accepted.map((each) => typeWords[each]).join(' or '), value);
}

const jsonTypeOfValue = (value: unknown): string =>
	isObject(value) ? 'object' : Array.isArray(value) ? 'list' : typeof value;

/** @throws InvalidInput where a value has another JSON type than one that the form would write in its place */
export function checkSameType(written: unknown, value: unknown, label: string): void {
	const type = jsonTypeOfValue(written) as JsonType;
	if (jsonTypeOfValue(value) !== type) throw wrongType(label, typeWords[type], value);
}

const wholeNumbers = new Set<BrazeField['wire']>([
	'epochSeconds',
	'integer',
	'integerOrText',
	'rgbInteger',
]);

/** @throws InvalidInput for a number with decimals where Braze takes whole ones */
function checkWhole(field: BrazeField, value: number, label: string): void {
	if (!wholeNumbers.has(field.wire) || Number.isInteger(value)) return;
	throw new InvalidInput(label, `must be a whole number but is ${value}`, 'Leave out the decimals');
}

/** @throws InvalidInput for an entry that is no text, or no text that Braze would take */
function checkEntries(field: BrazeField, value: unknown, label: string): void {
	if (field.type !== 'string') return;
	if (field.wire === 'positions') return checkPositions(value, label);
	if (!field.typeOptions?.multipleValues || !Array.isArray(value)) return;
	value.forEach((entry, index) => {
		const entryLabel = `${label} ${index + 1}`;
		if (typeof entry !== 'string') throw wrongType(entryLabel, typeWords.string, entry);
		if (field.required && isBlank(entry)) {
			throw new InvalidInput(entryLabel, 'is empty', 'Enter a text, or take the entry out');
		}
		checkText(field, entry, entryLabel);
	});
}

/** @throws InvalidInput for a variable that stands under no position, or is no text */
function checkPositions(value: unknown, label: string): void {
	for (const [position, text] of Object.entries(isObject(value) ? value : {})) {
		if (!/^\d+$/.test(position)) {
			throw new InvalidInput(
				label,
				`has the key ${quote(position)}, which is no position`,
				'Number the values from 0, such as { "0": "...", "1": "..." }',
			);
		}
		if (typeof text !== 'string') throw wrongType(`${label} ${position}`, typeWords.string, text);
	}
}

function checkChoice(field: BrazeField, value: unknown, label: string): void {
	if (field.type !== 'options' && field.type !== 'multiOptions') return;
	const allowed = (field.options ?? []).flatMap((option) =>
		'value' in option ? [option.value] : [],
	);
	for (const choice of Array.isArray(value) ? value : [value]) {
		if (!allowed.includes(choice as string)) {
			throw new InvalidInput(
				label,
				`cannot be ${quote(choice)}`,
				`Choose one of ${allowed.join(', ')}`,
			);
		}
	}
}

function checkText(field: BrazeField, text: string, label: string): void {
	// what Liquid gives is known only when Braze sends
	const isFinal = !(field.liquid && holdsLiquid(text));
	if (isFinal && field.maxLength !== undefined) checkLength(text, field.maxLength, label);
	if (field.maxBytes !== undefined && Buffer.byteLength(text) > field.maxBytes) {
		throw new InvalidInput(
			label,
			`has ${Buffer.byteLength(text)} bytes and Braze takes at most ${field.maxBytes}`,
			'Shorten it',
		);
	}
	if (isFinal && field.pattern && !field.pattern.test(text)) {
		throw new InvalidInput(label, `is ${quote(text)}`, field.patternHint ?? 'Correct its form');
	}
	if (field.type === 'dateTime' && !holdsLiquid(text) && !isIsoText(text)) {
		throw unreadableDate(label, text, GIVE_ISO_8601);
	}
}

function checkRange(field: BrazeField, value: number, label: string): void {
	const { minValue, maxValue } = field.typeOptions ?? {};
	if (
		(minValue !== undefined && value < minValue) ||
		(maxValue !== undefined && value > maxValue)
	) {
		throw new InvalidInput(
			label,
			`is ${value}`,
			`Braze takes ${minValue ?? 'any number'} to ${maxValue ?? 'any number'}`,
		);
	}
}

function checkKeys(field: BrazeField, value: unknown, label: string): void {
	if (!isObject(value)) {
		throw new InvalidInput(
			label,
			'must be an object of keys and values',
			'Add pairs, or write it as { "key": "value" }',
		);
	}
	if (field.maxBytes !== undefined && isLarger(value, field.maxBytes)) {
		throw new InvalidInput(
			label,
			`has ${jsonBytes(value)} bytes and Braze takes at most ${field.maxBytes}`,
			'Send fewer or shorter values',
		);
	}
	const reserved = field.reservedKeys?.find((key) => Object.hasOwn(value, key));
	if (reserved !== undefined) {
		throw new InvalidInput(
			label,
			`uses the key "${reserved}", which Braze keeps for itself`,
			'Rename the key',
		);
	}
}

function checkCount(field: BrazeField, value: unknown, label: string): void {
	if (!Array.isArray(value) && !isObject(value)) return;
	const count = Object.keys(value).length;
	if (field.maxItems !== undefined && count > field.maxItems) {
		throw new InvalidInput(
			label,
			`has ${count} entries and Braze takes at most ${field.maxItems}`,
			'Remove some',
		);
	}
	if (field.minItems !== undefined && count < field.minItems) {
		throw new InvalidInput(
			label,
			`has ${count} entries and Braze needs at least ${field.minItems}`,
			'Add more',
		);
	}
}

/**
 * Holds one value against what the declaration of its field says Braze takes, but for what stands inside of an object.
 *
 * @throws InvalidInput for the first thing that Braze would refuse
 */
export function checkValue(field: BrazeField, value: unknown, label: string): void {
	checkType(field, value, label);
	checkChoice(field, value, label);
	if (typeof value === 'string') checkText(field, value, label);
	if (typeof value === 'number') {
		checkWhole(field, value, label);
		checkRange(field, value, label);
	}
	if (field.type === 'assignmentCollection') checkKeys(field, value, label);
	checkEntries(field, value, label);
	checkCount(field, value, label);
}
