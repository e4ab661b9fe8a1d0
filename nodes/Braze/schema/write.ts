import type { GenericValue, IDataObject } from 'n8n-workflow';

import type { CredentialDefaults } from '../../../credentials/instances';
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
	valueAt,
	withoutLocator,
} from './convert';
import { toChoice, toChoices } from './choice';
import { additionalJson, collectionName, flatName, groupRows } from './describe';
import {
	collectionLabel,
	fieldLabel,
	groupOf,
	isFlat,
	jsonTwin,
	screenLabel,
	wirePath,
} from './field';
import type { BrazeField, BrazeObject } from './field';
import { toIdentifier, toIdentifiers, withIdentifiers } from './identifier';
import { InvalidInput, within } from './invalidInput';
import { NOT_GIVEN, shownIn } from './shown';
import { spreadRows } from './spread';

/** What turns form values into wire values beside the field itself. */
export interface WriteContext {
	/** IANA name of the workflow's time zone. */
	timezone: string;
	/** The one instant that counts as now for all items of a run, in epoch milliseconds. */
	startedAt: number;
	/** What the credential fills empty fields with. */
	defaults?: CredentialDefaults;
	/**
	 * Tells this run of the node from every other: each turn of a loop, each node and each call of a tool has its own, a try again of
	 * the same run has the same. Absent where there is no run.
	 */
	runKey?: () => string;
}

/** Gives the value of one parameter for the item at hand; undefined where the form does not show it. */
export type ReadParameter = (name: string) => unknown;

/**
 * The wire object that the form describes.
 *
 * @throws InvalidInput where a value cannot become what Braze takes, or a field that the choices of the form ask for is empty
 */
export function writeObject(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const readOnce = once(read);
	const wire: IDataObject = {};
	putFlat(wire, object, readOnce, context);
	putOptional(wire, object, readOnce, context);
	checkRequired(wire, object, readOnce);
	return wire;
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

/** @returns the flat fields that the form shows, that narrow who gets something, and that came to nothing */
export function emptyNarrowings(
	object: BrazeObject,
	read: ReadParameter,
	wire: IDataObject,
): BrazeField[] {
	const isShown = shownInForm(object, read);
	return object.fields.filter(
		(field) => field.narrows && isAbsent(valueAt(wire, wirePath(field))) && isShown(field),
	);
}

/** @returns the part of a wire object that its collection of optional fields describes */
export function writeOptional(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const wire: IDataObject = {};
	putOptional(wire, object, once(read), context);
	return wire;
}

function putFlat(
	wire: IDataObject,
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): void {
	const isShown = shownInForm(object, read);
	for (const field of object.fields.filter(isFlat)) {
		const value = read(flatName(object, field.name));
		if (!isShown(field)) continue;
		const label = screenLabel(object, fieldLabel(field));
		// a list always has a choice, and what an expression gives instead is none
		const written =
			field.type === 'options'
				? toChoice(value, field, label)
				: writeField(field, value, label, context);
		put(wire, field, written, label);
	}
}

const shownInForm = (object: BrazeObject, read: ReadParameter): ((field: BrazeField) => boolean) =>
	shownIn(
		object.fields,
		(name) => read(flatName(object, name)),
		read,
		(field) => screenLabel(object, fieldLabel(field)),
	);

function putOptional(
	wire: IDataObject,
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): void {
	const collection = readCollection(object, read);
	if (Object.keys(collection).length === 0) return;
	const isShown = shownInForm(object, read);
	for (const field of object.fields.filter((each) => !isFlat(each))) {
		const isGiven = Object.hasOwn(collection, field.name);
		if (!(isGiven || Object.hasOwn(collection, jsonTwin(field.name))) || !isShown(field)) continue;
		const label = screenLabel(object, fieldLabel(field));
		const written =
			field.type === 'assignmentCollection'
				? writePairs(field, collection, label)
				: writeGiven(field, collection[field.name], label, context);
		put(wire, field, written, label);
	}
	const label = screenLabel(object, additionalJson.displayName);
	const more = collection[additionalJson.name];
	if (isAbsent(more)) return;
	const further = withIdentifiers(object.fields, toJsonObject(more, label), label);
	const joined = joinObjects(wire, further, label);
	// a key named __proto__ is a key like any other, which an assignment would lose
	for (const key of Object.keys(further)) {
		Object.defineProperty(wire, key, {
			value: joined[key],
			enumerable: true,
			writable: true,
			configurable: true,
		});
	}
}

/** @throws InvalidInput for a field that was added and must not come to nothing: a choice, or what narrows who gets something */
function writeGiven(
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

/** A field that a choice of the form alone decides on cannot be missed by the check of the finished object. */
function checkRequired(wire: IDataObject, object: BrazeObject, read: ReadParameter): void {
	const isShown = shownInForm(object, read);
	const siblings = object.fields;
	for (const field of siblings.filter(({ required }) => required)) {
		const selectors = Object.keys(field.displayOptions?.show ?? {});
		if (!selectors.some((name) => siblings.some((each) => each.name === name))) continue;
		if (!isShown(field) || !isAbsent(valueAt(wire, wirePath(field)))) continue;
		throw new InvalidInput(
			screenLabel(object, fieldLabel(field)),
			'is empty',
			'Braze requires it: enter a value, or check what its expression gives for this item',
		);
	}
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
		collectionLabel(object),
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
	if (field.wire === 'positions') return toPositions(value, label);
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
				return emptyAsAbsent(toTextList(value, label));
			}
			return toText(value, label);
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

const writeIdentifier = (field: BrazeField, value: unknown, label: string): unknown =>
	field.typeOptions?.multipleValues
		? emptyAsAbsent(toIdentifiers(value, label))
		: toIdentifier(withoutLocator(value), label);

function toIntegerOrText(value: unknown, label: string): number | string {
	const text = toText(value, label).trim();
	return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function writeLocator(value: unknown, label: string): string | undefined {
	const chosen = withoutLocator(value);
	return isAbsent(chosen) ? undefined : toText(chosen, label);
}

function emptyAsAbsent<T extends object>(value: T): T | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

/** An empty entry holds its place and is not sent. */
function toPositions(value: unknown, label: string): IDataObject | undefined {
	if (isObject(value)) return value;
	const entries = Array.isArray(value) ? (value as unknown[]) : splitList(value, label);
	const given = entries
		.map((entry, index): [string, unknown] => [String(index), entry])
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
