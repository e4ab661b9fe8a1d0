import type { GenericValue, IDataObject } from 'n8n-workflow';

import { toExactInstant, toInstant, toMoment, toWallClock } from './time';
import {
	isAbsent,
	isObject,
	joinObjects,
	parseJson,
	toBoolean,
	toJsonObject,
	toNumber,
	toRgbInteger,
	toText,
	splitList,
	toTextList,
} from './convert';
import { toChoice, toChoices } from './choice';
import { groupRows } from './describe';
import { fieldLabel, groupOf, jsonTwin, wirePath } from './field';
import type { BrazeField } from './field';
import { toIdentifier, toIdentifiers } from './identifier';
import { InvalidInput, within } from './invalidInput';
import { locatorValue } from './locator';
import { toPairs } from './pairs';
import { NOT_GIVEN, shownIn } from './shown';
import { spreadRows } from './spread';
import type { WriteContext } from './writeContext';

/** @throws InvalidInput for a field that was added and must not come to nothing: a choice, or what narrows who gets something */
export function writeGiven(
	field: BrazeField,
	value: unknown,
	label: string,
	context: WriteContext,
): unknown {
	if (field.type === 'options') return toChoice(value, field, label);
	const written = writeField(field, value, label, context);
	if (!field.narrows || !isAbsent(written)) return written;
	throw new InvalidInput(
		label,
		'is empty, so that it would narrow nothing',
		'Choose one, remove the field, or check what its expression gives for this item',
	);
}

/**
 * Puts what a field became under its key.
 *
 * @throws InvalidInput where something is there already
 */
export function put(wire: IDataObject, field: BrazeField, value: unknown, label: string): void {
	if (isAbsent(value)) return;
	const sent = field.spreadBy
		? spreadRows(field, value, label)
		: (field.sends?.[value as string] ?? {});
	for (const [key, each] of Object.entries(sent)) putAt(wire, [key], each, label);
	putAt(wire, wirePath(field), value, label);
}

function putAt(wire: IDataObject, path: string[], value: unknown, label: string): void {
	const [key, ...rest] = path;
	if (key === undefined) return;
	const present = Object.hasOwn(wire, key);
	if (rest.length > 0 && (!present || isObject(wire[key]))) {
		const inner = (present ? wire[key] : {}) as IDataObject;
		putAt(inner, rest, value, label);
		wire[key] = inner;
		return;
	}
	if (present)
		throw new InvalidInput(label, 'is given in another field as well', 'Keep one of the two');
	wire[key] = value as GenericValue;
}

/** The pairs of a field and its JSON twin as one object. */
export function writePairs(
	field: BrazeField,
	values: IDataObject,
	label: string,
): IDataObject | undefined {
	const pairs = toPairs(values[field.name], label);
	const json = values[jsonTwin(field.name)];
	const all = isAbsent(json)
		? pairs
		: joinObjects(pairs, toJsonObject(json, `${label} (JSON)`), label);
	return emptyAsAbsent(all);
}

/** @returns the wire value of one field, undefined where it was left empty */
export function writeField(
	field: BrazeField,
	value: unknown,
	label: string,
	context: WriteContext,
): unknown {
	if (isAbsent(value)) return undefined;
	if (field.identifier) return writeIdentifier(field, value, label);
	if (field.type === 'resourceLocator') return writeLocator(value, label);
	if (field.wire === 'positions') return toPositions(field, value, label);
	if (field.wire === 'textOrObject' && typeof value === 'object') return value;
	if (field.wire === 'rgbInteger') return toRgbInteger(value, label);
	if (field.wire === 'integerOrText') return toIntegerOrText(value, label);
	if (field.wire === 'number') return toNumber(value, label);
	switch (field.type) {
		case 'number':
			return toNumber(value, label, field.wire === 'integer');
		case 'options':
			return toChoice(value, field, label);
		case 'boolean':
			return toBoolean(value, label);
		case 'dateTime':
			return writeTime(field, value, label, context);
		case 'json':
			return parseJson(value, label);
		case 'fixedCollection':
			return writeGroup(field, value, label, context);
		case 'multiOptions':
			return emptyAsAbsent(toChoices(value, field, label));
		default:
			if (field.typeOptions?.multipleValues) {
				const texts = toTextList(value, label);
				return emptyAsAbsent(field.pattern ? texts.map((text) => text.trim()) : texts);
			}
			// blanks around what has a form of its own are left from a table, and part of nothing
			return field.pattern ? toText(value, label).trim() : toText(value, label);
	}
}

function writeTime(
	field: BrazeField,
	value: unknown,
	label: string,
	context: WriteContext,
): unknown {
	switch (field.wire) {
		case 'wallClock':
			return toWallClock(value, context.timezone, label);
		case 'exactInstant':
			return toExactInstant(value, context.timezone, label);
		case 'epochSeconds':
			return toMoment(value, context.timezone, label).toUnixInteger();
		default:
			return toInstant(value, context.timezone, label);
	}
}

const writeIdentifier = (field: BrazeField, value: unknown, label: string): unknown =>
	field.typeOptions?.multipleValues
		? emptyAsAbsent(toIdentifiers(value, label))
		: toIdentifier(field.type === 'resourceLocator' ? locatorValue(value) : value, label);

function toIntegerOrText(value: unknown, label: string): number | string | undefined {
	const text = toIdentifier(value, label);
	return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function writeLocator(value: unknown, label: string): string | undefined {
	const chosen = locatorValue(value);
	return isAbsent(chosen) ? undefined : toText(chosen, label);
}

function emptyAsAbsent<T extends object>(value: T): T | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

/** An empty entry holds its place and is not sent. A text is no list where Braze takes one entry alone. */
function toPositions(field: BrazeField, value: unknown, label: string): IDataObject | undefined {
	const isOne = field.maxItems === 1 && typeof value === 'string' && /^\s*[^[,\s]/.test(value);
	const entries =
		typeof value === 'object' && value !== null ? value : isOne ? [value] : splitList(value, label);
	const given = Object.entries(entries)
		.filter(([, entry]) => !isAbsent(entry))
		.map(([index, entry]) => [index, toText(entry, label)]);
	return emptyAsAbsent(Object.fromEntries(given) as IDataObject);
}

function writeGroup(
	field: BrazeField,
	value: unknown,
	label: string,
	context: WriteContext,
): unknown {
	const several = field.typeOptions?.multipleValues === true;
	const given = parseJson(value, label);
	if (Array.isArray(given)) return given;
	if (!isObject(given)) {
		throw new InvalidInput(
			label,
			'is no set of rows',
			'Add the rows one by one, or give a list of objects',
		);
	}
	const rows = groupRows(field, given).map((row, index) => {
		const rowLabel = several ? `${label} ${index + 1}` : label;
		if (isObject(row)) return writeRow(field, row, rowLabel, context);
		throw new InvalidInput(rowLabel, 'must be an object', 'Give its keys and values');
	});
	return several ? emptyAsAbsent(rows) : rows[0];
}

function writeRow(
	field: BrazeField,
	row: IDataObject,
	label: string,
	context: WriteContext,
): IDataObject {
	const wire: IDataObject = {};
	const parts = groupOf(field)?.values ?? [];
	const labelOf = (part: BrazeField): string => within(label, fieldLabel(part));
	const isShown = shownIn(
		parts,
		(name) => (Object.hasOwn(row, name) ? row[name] : NOT_GIVEN),
		() => NOT_GIVEN,
		labelOf,
	);
	for (const part of parts) {
		if (!isShown(part)) continue;
		const partLabel = labelOf(part);
		const written =
			part.type === 'assignmentCollection'
				? writePairs(part, row, partLabel)
				: Object.hasOwn(row, part.name)
					? writeGiven(part, row[part.name], partLabel, context)
					: undefined;
		put(wire, part, written, partLabel);
	}
	return wire;
}
