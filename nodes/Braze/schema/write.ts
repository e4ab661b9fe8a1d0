import type { GenericValue, IDataObject } from 'n8n-workflow';

import { toInstant, toMoment, toWallClock } from './time';
import {
	isAbsent,
	isObject,
	joinObjects,
	parseJson,
	toBoolean,
	toJsonObject,
	toNumber,
	toPairs,
	toRgbInteger,
	toText,
	splitList,
	toTextList,
	withoutLocator,
} from './convert';
import { additionalJson, collectionName, flatName, groupRows } from './describe';
import { fieldLabel, groupOf, isFlat, isHidden, jsonTwin, wirePath } from './field';
import type { BrazeField, BrazeObject } from './field';
import { InvalidInput, within } from './invalidInput';
import { spreadRows } from './spread';

/** What turns form values into wire values beside the field itself. */
export interface WriteContext {
	/** IANA name of the workflow's time zone. */
	timezone: string;
	/** The one instant that counts as now for all items of a run, in epoch milliseconds. */
	startedAt: number;
	/** Turns what a person typed as Liquid into Liquid. */
	liquid: (text: string) => string;
}

/** Gives the value of one parameter for the item at hand; undefined where the form does not show it. */
export type ReadParameter = (name: string) => unknown;

/**
 * The wire object that the form describes.
 *
 * @throws InvalidInput where a value cannot become what Braze takes
 */
export function writeObject(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const readOnce = once(read);
	const wire: IDataObject = {};
	putFlat(wire, object, readOnce, context);
	return putOptional(wire, object, readOnce, context);
}

/** @returns the part of a wire object that its required and other flat fields describe */
export function writeFlat(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const wire: IDataObject = {};
	putFlat(wire, object, once(read), context);
	return wire;
}

/** @returns the part of a wire object that its collection of optional fields describes */
export const writeOptional = (
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject => putOptional({}, object, once(read), context);

function putFlat(
	wire: IDataObject,
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): void {
	const readFlat: ReadParameter = (name) => read(flatName(object, name));
	for (const field of object.fields.filter(isFlat)) {
		const value = readFlat(field.name);
		if (isHidden(field, readFlat)) continue;
		const label = within(object.displayName, fieldLabel(field));
		put(wire, field, writeField(field, value, label, context), label);
	}
}

function putOptional(
	wire: IDataObject,
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const collection = readCollection(object, read);
	const readFlat: ReadParameter = (name) => read(flatName(object, name));
	for (const field of object.fields.filter((each) => !isFlat(each))) {
		if (isHidden(field, readFlat)) continue;
		const label = within(object.displayName, fieldLabel(field));
		const written =
			field.type === 'assignmentCollection'
				? writePairs(field, collection, label, context)
				: writeField(field, collection[field.name], label, context);
		put(wire, field, written, label);
	}
	const label = within(object.displayName, additionalJson.displayName);
	const more = collection[additionalJson.name];
	return isAbsent(more) ? wire : joinObjects(wire, toJsonObject(more, label), label);
}

/** An expression costs the more the more often it is evaluated. */
function once(read: ReadParameter): ReadParameter {
	const values = new Map<string, unknown>();
	return (name) => {
		if (!values.has(name)) values.set(name, read(name));
		return values.get(name);
	};
}

function readCollection(object: BrazeObject, read: ReadParameter): IDataObject {
	const value = read(collectionName(object));
	if (isAbsent(value)) return {};
	if (isObject(value)) return value;
	throw new InvalidInput(
		`${object.displayName} Fields`,
		'is no set of fields',
		'Add the fields one by one, or use Additional JSON',
	);
}

function put(wire: IDataObject, field: BrazeField, value: unknown, label: string): void {
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
	if (present) throw new InvalidInput(label, 'is given twice', 'Keep one of the two');
	wire[key] = value as GenericValue;
}

/** The pairs of a field and its JSON twin as one object. */
function writePairs(
	field: BrazeField,
	values: IDataObject,
	label: string,
	context: WriteContext,
): IDataObject | undefined {
	const pairs = toPairs(values[field.name], label);
	const json = values[jsonTwin(field.name)];
	const all = isAbsent(json)
		? pairs
		: joinObjects(pairs, toJsonObject(json, `${label} (JSON)`), label);
	return emptyAsAbsent(field.liquid ? (translated(all, context) as IDataObject) : all);
}

/** @returns the wire value of one field, undefined where it was left empty */
export function writeField(
	field: BrazeField,
	value: unknown,
	label: string,
	context: WriteContext,
): unknown {
	if (isAbsent(value)) return undefined;
	if (field.type === 'resourceLocator') return writeLocator(value, label);
	if (field.wire === 'positions') return toPositions(value, label, context);
	if (field.wire === 'textOrObject' && typeof value === 'object') {
		return field.liquid ? translated(value, context) : value;
	}
	if (field.wire === 'rgbInteger') return toRgbInteger(value, label);
	if (field.wire === 'number') return toNumber(value, label);
	switch (field.type) {
		case 'number':
			return toNumber(value, label, field.wire === 'integer');
		case 'boolean':
			return toBoolean(value, label);
		case 'dateTime':
			return writeTime(field, value, label, context);
		case 'json':
			return parseJson(value, label);
		case 'fixedCollection':
			return writeGroup(field, value, label, context);
		case 'multiOptions':
			return emptyAsAbsent(toTextList(value, label));
		default:
			if (field.typeOptions?.multipleValues) {
				return emptyAsAbsent(toTextList(value, label).map((text) => liquid(text, field, context)));
			}
			return liquid(toText(value, label), field, context);
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
		case 'epochSeconds':
			return toMoment(value, context.timezone, label).toUnixInteger();
		default:
			return toInstant(value, context.timezone, label);
	}
}

function writeLocator(value: unknown, label: string): string | undefined {
	const chosen = withoutLocator(value);
	return isAbsent(chosen) ? undefined : toText(chosen, label);
}

const liquid = (text: string, field: BrazeField, context: WriteContext): string =>
	field.liquid ? context.liquid(text) : text;

/** Liquid in every text of a value, however deep. */
function translated(value: unknown, context: WriteContext): unknown {
	if (typeof value === 'string') return context.liquid(value);
	if (Array.isArray(value)) return value.map((entry) => translated(entry, context));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, translated(entry, context)]),
	);
}

function emptyAsAbsent<T extends object>(value: T): T | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

/** An empty entry holds its place and is not sent. */
function toPositions(
	value: unknown,
	label: string,
	context: WriteContext,
): IDataObject | undefined {
	if (isObject(value)) return value;
	const entries = Array.isArray(value) ? (value as unknown[]) : splitList(value, label);
	const given = entries
		.map((entry, index): [string, unknown] => [String(index), entry])
		.filter(([, entry]) => !isAbsent(entry))
		.map(([index, entry]) => [index, context.liquid(toText(entry, label))]);
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
	const rows = groupRows(field, given).map((row, index) =>
		writeRow(field, row, several ? `${label} ${index + 1}` : label, context),
	);
	return several ? emptyAsAbsent(rows) : rows[0];
}

function writeRow(
	field: BrazeField,
	row: IDataObject,
	label: string,
	context: WriteContext,
): IDataObject {
	const wire: IDataObject = {};
	for (const part of groupOf(field)?.values ?? []) {
		if (isHidden(part, (name) => row[name])) continue;
		const partLabel = within(label, fieldLabel(part));
		const written =
			part.type === 'assignmentCollection'
				? writePairs(part, row, partLabel, context)
				: writeField(part, row[part.name], partLabel, context);
		put(wire, part, written, partLabel);
	}
	return wire;
}
