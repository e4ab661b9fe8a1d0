import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isMissing, isObject, valueAt } from './convert';
import { fieldLabel, groupOf, screenLabel, wirePath } from './field';
import type { BrazeField, BrazeObject } from './field';
import { holdsLiquid } from './liquid';
import { quote, quoteTyped, InvalidInput, within } from './invalidInput';
import { remembered } from './remembered';
import { isLarger, isLonger, jsonBytes } from './size';
import { gatherRows } from './spread';

/**
 * Holds a finished wire object against what its declaration says Braze takes.
 *
 * @param label what failures call the object; absent where its fields stand on the screen, under their labels there
 * @throws InvalidInput for the first thing that Braze would refuse
 */
export function checkObject(object: BrazeObject, wire: IDataObject, label?: string): void {
	const named = (inner: string): string =>
		label === undefined ? screenLabel(object, inner) : within(label, inner);
	checkFields(object.fields, wire, named);
	object.check?.(wire, (field, wrong, fix) => {
		throw new InvalidInput(named(field), wrong, fix);
	});
}

/** Where the fields of an object stand in what goes out, without those of the form alone. */
const placesOf = remembered((fields: BrazeField[]) =>
	fields
		.map((field) => ({ field, path: wirePath(field) }))
		.filter(({ field, path }) => field.spreadBy !== undefined || path.length > 0),
);

function checkFields(
	fields: BrazeField[],
	wire: IDataObject,
	named: (label: string) => string,
): void {
	// the labels are put together only where something is there to be refused
	const labelOf = (field: BrazeField): string => named(fieldLabel(field));
	for (const { field, path } of placesOf(fields)) {
		if (field.spreadBy) checkSpread(field, wire, labelOf(field));
		if (path.length === 0) continue;
		const value = valueAt(wire, path);
		if (field.required ? !isMissing(value) : !isAbsent(value)) {
			checkField(field, value, labelOf(field));
		} else if (field.required && applies(field, fields, wire)) {
			throw new InvalidInput(
				labelOf(field),
				'is empty',
				'Braze requires it: enter a value, or check what its expression gives for this item',
			);
		}
	}
}

const spreadParts = remembered((field: BrazeField) =>
	(groupOf(field)?.values ?? []).filter(({ name }) => name !== field.spreadBy),
);

function checkSpread(field: BrazeField, wire: IDataObject, label: string): void {
	for (const { name, row } of gatherRows(field, wire)) {
		checkFields(spreadParts(field), row, (inner) => within(within(label, name), inner));
	}
}

/**
 * Whether the display rule of a field holds for what was written. What a form-only selector decides
 * or a parameter outside the object (`/name`) decides is left to the rules of the object or the request,
 * since such a selector is not in this wire object.
 */
function applies(field: BrazeField, siblings: BrazeField[], wire: IDataObject): boolean {
	return Object.entries(field.displayOptions?.show ?? {}).every(([name, values]) => {
		const selector = siblings.find((sibling) => sibling.name === name);
		if (!selector || selector.wireKey === null) return false;
		return (values as unknown[]).includes(valueAt(wire, wirePath(selector)) ?? selector.default);
	});
}

/**
 * Holds a value against what the declaration of its field says Braze takes.
 *
 * @param label what failures call it
 * @throws InvalidInput for the first thing that Braze would refuse
 */
export function checkField(
	field: BrazeField,
	value: unknown,
	label: string = fieldLabel(field),
): void {
	checkType(field, value, label);
	checkChoice(field, value, label);
	if (typeof value === 'string') checkText(field, value, label);
	if (typeof value === 'number') checkRange(field, value, label);
	if (field.type === 'assignmentCollection') checkKeys(field, value, label);
	checkCount(field, value, label);
	const group = groupOf(field);
	if (!group) return;
	const rows = Array.isArray(value) ? value : [value];
	rows.forEach((row, index) => {
		const rowLabel = Array.isArray(value) ? `${label} ${index + 1}` : label;
		if (!isObject(row))
			throw new InvalidInput(rowLabel, 'must be an object', 'Give its keys and values');
		checkFields(group.values, row, (inner) => within(rowLabel, inner));
	});
}

type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'list';

const jsonTypes: Partial<Record<BrazeField['type'], JsonType>> = {
	boolean: 'boolean',
	color: 'number',
	dateTime: 'string',
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
	if (field.wire === 'epochSeconds' || field.wire === 'number') return 'number';
	return field.typeOptions?.multipleValues ? 'list' : jsonTypes[field.type];
}

function checkType(field: BrazeField, value: unknown, label: string): void {
	const expected = jsonTypeOf(field);
	if (!expected) return;
	const accepted = [expected, ...(field.alsoAccepts ?? [])];
	const type = isObject(value) ? 'object' : Array.isArray(value) ? 'list' : typeof value;
	if (accepted.some((each) => each === type)) return;
	const words = accepted.map((each) => typeWords[each]).join(' or ');
	throw new InvalidInput(
		label,
		`must be ${words} but is ${quoteTyped(value)}`,
		'Correct the value',
	);
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
	if (isFinal && field.maxLength !== undefined && isLonger(text, field.maxLength)) {
		throw new InvalidInput(
			label,
			`has ${[...text].length} characters and Braze takes at most ${field.maxLength}`,
			'Shorten it',
		);
	}
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
