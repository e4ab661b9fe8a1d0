import type { GenericValue, IDataObject } from 'n8n-workflow';

import { toInstant } from '../targeting/time';
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
	toTextList,
} from './convert';
import { additionalJson, collectionName, flatName, groupRows } from './describe';
import { fieldLabel, groupOf, isFlat, jsonTwin, wirePath } from './field';
import type { BrazeField, BrazeObject } from './field';
import { Refusal, within } from './refusal';

/** What turns form values into wire values beside the field itself. */
export interface WriteContext {
	/** IANA name of the workflow's time zone. */
	timezone: string;
	/** Turns what a person typed as Liquid into Liquid. */
	liquid: (text: string) => string;
}

/** Gives the value of one parameter for the item at hand; undefined where the form does not show it. */
export type ReadParameter = (name: string) => unknown;

/**
 * The wire object that the form describes.
 *
 * @throws Refusal where a value cannot become what Braze takes
 */
export function writeObject(
	object: BrazeObject,
	read: ReadParameter,
	context: WriteContext,
): IDataObject {
	const collection = readCollection(object, read);
	const wire: IDataObject = {};
	for (const field of object.fields) {
		const flat = isFlat(field);
		const value = flat ? read(flatName(object, field.name)) : collection[field.name];
		const label = within(object.displayName, fieldLabel(field));
		put(wire, field, writeField(field, value, label, context), label);
		if (field.type === 'assignmentCollection') {
			putJsonTwin(wire, field, collection[jsonTwin(field.name)], label);
		}
	}
	const label = within(object.displayName, additionalJson.displayName);
	const more = collection[additionalJson.name];
	return isAbsent(more) ? wire : joinObjects(wire, toJsonObject(more, label), label);
}

function readCollection(object: BrazeObject, read: ReadParameter): IDataObject {
	const value = read(collectionName(object));
	if (isAbsent(value)) return {};
	if (isObject(value)) return value;
	throw new Refusal(
		`${object.displayName} Fields`,
		'is no set of fields',
		'Add the fields one by one, or use Additional JSON',
	);
}

function put(wire: IDataObject, field: BrazeField, value: unknown, label: string): void {
	if (isAbsent(value)) return;
	if (field.sends) {
		Object.assign(wire, field.sends[value as string] ?? {});
		if (field.wireKey === null) return;
	}
	const path = wirePath(field);
	const last = path.pop();
	if (last === undefined) return;
	let target = wire;
	for (const key of path) {
		target[key] ??= {};
		target = target[key] as IDataObject;
	}
	if (Object.hasOwn(target, last)) {
		throw new Refusal(label, 'is given twice', 'Keep one of the two');
	}
	target[last] = value as GenericValue;
}

function putJsonTwin(wire: IDataObject, field: BrazeField, json: unknown, label: string): void {
	if (isAbsent(json)) return;
	const [key] = wirePath(field);
	const pairs = (wire[key] ?? {}) as IDataObject;
	const joined = joinObjects(pairs, toJsonObject(json, `${label} (JSON)`), label);
	if (Object.keys(joined).length > 0) wire[key] = joined;
}

/** @returns the wire value of one field, undefined where it was left empty */
export function writeField(
	field: BrazeField,
	value: unknown,
	label: string,
	context: WriteContext,
): unknown {
	if (isAbsent(value)) return undefined;
	if (field.wire === 'positions') return toPositions(value, label, context);
	if (field.wire === 'textOrObject' && typeof value === 'object') return value;
	if (field.wire === 'rgbInteger') return toRgbInteger(value, label);
	switch (field.type) {
		case 'number':
			return toNumber(value, label, field.wire === 'integer');
		case 'boolean':
			return toBoolean(value, label);
		case 'dateTime':
			return toInstant(value, context.timezone, label);
		case 'json':
			return parseJson(value, label);
		case 'assignmentCollection':
			return emptyAsAbsent(withLiquid(toPairs(value, label), field, context));
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

const liquid = (text: string, field: BrazeField, context: WriteContext): string =>
	field.liquid ? context.liquid(text) : text;

function withLiquid(pairs: IDataObject, field: BrazeField, context: WriteContext): IDataObject {
	if (!field.liquid) return pairs;
	return Object.fromEntries(
		Object.entries(pairs).map(([key, value]) => [
			key,
			typeof value === 'string' ? context.liquid(value) : value,
		]),
	);
}

function emptyAsAbsent<T extends object>(value: T): T | undefined {
	return Object.keys(value).length > 0 ? value : undefined;
}

function toPositions(
	value: unknown,
	label: string,
	context: WriteContext,
): IDataObject | undefined {
	if (isObject(value)) return value;
	const texts = toTextList(value, label).map((text) => context.liquid(text));
	return emptyAsAbsent(Object.fromEntries(texts.map((text, index) => [String(index), text])));
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
		throw new Refusal(
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
		const partLabel = within(label, fieldLabel(part));
		put(wire, part, writeField(part, row[part.name], partLabel, context), partLabel);
		if (part.type === 'assignmentCollection') {
			putJsonTwin(wire, part, row[jsonTwin(part.name)], partLabel);
		}
	}
	return wire;
}
