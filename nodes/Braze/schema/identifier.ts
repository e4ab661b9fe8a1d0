import type { GenericValue, IDataObject } from 'n8n-workflow';

import { isAbsent, isObject, splitList, toText } from './convert';
import { groupOf, wirePath } from './field';
import type { BrazeField } from './field';
import { InvalidInput, quote } from './invalidInput';

/** Blanks, line ends, byte order marks and other characters that nobody sees. */
const invisible = String.raw`[\s\p{Z}\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+`;
const around = new RegExp(`^${invisible}|${invisible}$`, 'gu');

/** What most IDs are made of, so that there is nothing to trim. */
const plain = /^[!-~]+$/;

/** What JavaScript makes of a value that is not there, once it stands in a text. */
const noIdentifiers = new Set(['undefined', 'null', 'NaN']);

/** The same beside other words, as in `user-undefined`; "null" and "NaN" may be a part of a name or of a random ID. */
const nothingInside = /(?<![a-z0-9])undefined(?![a-z0-9])|\[object Object\]/i;

/**
 * An ID as it goes to Braze: text, without the invisible characters around it that copying and spreadsheets leave.
 *
 * @returns undefined where nothing is left
 * @throws InvalidInput for what names nobody: true and false, lists, objects, numbers that have lost digits, the text `undefined`
 */
export function toIdentifier(value: unknown, label: string): string | undefined {
	if (isAbsent(value)) return undefined;
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new InvalidInput(
			label,
			`is the number ${value}, which is no ID, or has lost its last digits`,
			'Give it as text, with quotes around it in JSON',
		);
	}
	if (typeof value === 'boolean') {
		throw new InvalidInput(
			label,
			`must be an ID but is ${String(value)}`,
			'Point the expression at a text or a number',
		);
	}
	const given = toText(value, label);
	const text = plain.test(given) ? given : given.replace(around, '');
	if (noIdentifiers.has(text)) {
		throw new InvalidInput(
			label,
			`is the text "${text}", which is what an expression leaves of a value that is not there`,
			'Check what its expression gives for this item',
		);
	}
	if (nothingInside.test(text)) {
		throw new InvalidInput(
			label,
			`is ${quote(text)}, in which a part is not there`,
			'Check what its expression gives for this item',
		);
	}
	return text === '' ? undefined : text;
}

/**
 * A list of IDs: a list from an expression, a JSON list as text, or text with commas or line breaks between the entries.
 *
 * @throws InvalidInput where an entry is no ID
 */
export function toIdentifiers(value: unknown, label: string): string[] {
	if (isAbsent(value)) return [];
	const entries: unknown[] = Array.isArray(value) ? value : splitList(value, label);
	return entries.flatMap((entry) => toIdentifier(entry, label) ?? []);
}

/**
 * Brings the IDs of an object that was written as JSON into the form that they have when the form gives them.
 *
 * @param fields what the object is made of
 * @returns the object with its IDs trimmed and as text; one of which nothing is left is gone
 * @throws InvalidInput where one is no ID
 */
export function withIdentifiers(
	fields: BrazeField[],
	wire: IDataObject,
	label: string,
): IDataObject {
	let result = wire;
	for (const field of fields) {
		const [key, ...rest] = wirePath(field);
		if (key === undefined || rest.length > 0 || !Object.hasOwn(wire, key)) continue;
		const before: unknown = wire[key];
		const after = identified(field, before, `${label} > ${field.displayName}`);
		if (after === before) continue;
		if (result === wire) result = { ...wire };
		if (after === undefined) delete result[key];
		else result[key] = after as GenericValue;
	}
	return result;
}

function identified(field: BrazeField, value: unknown, label: string): unknown {
	const group = groupOf(field);
	if (group) {
		const inner = (row: unknown): unknown =>
			isObject(row) ? withIdentifiers(group.values, row, label) : row;
		return Array.isArray(value) ? value.map(inner) : inner(value);
	}
	return field.identifier ? toIdentifier(value, label) : value;
}
