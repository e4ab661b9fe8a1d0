import type { GenericValue, IDataObject } from 'n8n-workflow';

import { isAbsent, isObject, splitList, toText, tryJson } from './convert';
import { groupOf, wirePath } from './field';
import type { BrazeField } from './field';
import { InvalidInput, quote } from './invalidInput';

/** Blanks, line ends, byte order marks and other characters that nobody sees. */
const invisible = String.raw`[\s\p{Z}\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+`;
const around = new RegExp(`^${invisible}|${invisible}$`, 'gu');

/** What most IDs are made of, so that there is nothing to trim. */
const plain = /^[!-~]+$/;

/** What JavaScript makes of a value that is not there, once it stands in a text. */
const leftovers = new Set(['undefined', 'null', 'NaN']);

/** @returns whether a text is what an expression leaves of a value that is not there */
export const isLeftover = (text: string): boolean => leftovers.has(text);

/** The same beside other words, as in `user-undefined`; "null" and "NaN" may be a part of a name or of a random ID. */
const nothingInside = /(?<![a-z0-9])undefined(?![a-z0-9])|\[object Object\]/i;

/** What spreadsheets show in a cell whose formula failed, and databases and their clients in one without a value. */
const failedCell = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|ERROR!|SPILL!|CALC!)$/;
const emptyCells = new Set(['NULL', 'None', 'nan', '<NA>', '(null)', '\\N', 'N/A', 'n/a']);

/** Quotation marks of other languages than JSON around the whole text. */
const inQuotes = /^(?:'[^']+'|`[^`]+`|“[^”]+”|‘[^’]+’)$/;

/** What Markdown and people put before the entries of a list. */
const bullet = /^(?:[-*•–]|\d{1,3}[.)])\s/;

/** Line ends, tabs and other characters that no keyboard puts into an ID. */
const control = /\p{Cc}/u;

/** A list, an object or a text of JSON. */
const jsonSigns = /^(?:\[[^]*\]|\{[^]*\}|"[^]*")$/;

/** Letters, digits and signs of which most IDs are made: of these only whole words, and `undefined` inside, name nobody. */
const usual = /^[\w.@+:=-]+$/;

const isUsual = (text: string): boolean =>
	usual.test(text) && !isLeftover(text) && !emptyCells.has(text) && !/undefined/i.test(text);

/** @throws InvalidInput for a text that names nobody, or several at once */
function refuseNoIdentifier(text: string, label: string): void {
	if (isUsual(text)) return;
	const check = 'Check what its expression gives for this item';
	const refuse = (wrong: string, fix = check): never => {
		throw new InvalidInput(label, wrong, fix);
	};
	if (isLeftover(text)) {
		refuse(
			`is the text "${text}", which is what an expression leaves of a value that is not there`,
		);
	}
	if (nothingInside.test(text)) {
		refuse(`is ${quote(text)}, in which a part is not there`);
	}
	if (failedCell.test(text) || emptyCells.has(text)) {
		refuse(
			`is the text "${text}", which a table has in place of a value`,
			'Correct the cell, or leave out rows without an ID',
		);
	}
	if (control.test(text)) {
		refuse(
			`holds a line break, a tab or another control character: ${quote(text)}`,
			'Give one ID alone',
		);
	}
	if (inQuotes.test(text)) {
		refuse(`stands in quotation marks: ${quote(text)}`, 'Give the ID alone');
	}
	if (jsonSigns.test(text) && tryJson(text).fault === undefined) {
		refuse(
			`is a piece of JSON, not an ID: ${quote(text)}`,
			'Give the ID alone, without quotation marks or brackets',
		);
	}
}

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
	refuseNoIdentifier(text, label);
	return text === '' ? undefined : text;
}

/**
 * A list of IDs: a list from an expression, a JSON list as text, or text with commas or line breaks between the entries.
 *
 * @throws InvalidInput where an entry is no ID
 */
export function toIdentifiers(value: unknown, label: string): string[] {
	if (isAbsent(value)) return [];
	const entries: unknown[] = Array.isArray(value) ? value : splitIdentifiers(value, label);
	return entries.flatMap((entry) => toIdentifier(entry, label) ?? []);
}

/** @throws InvalidInput for a text whose entries have bullets or numbers, or stand apart by another sign than those of a list */
function splitIdentifiers(value: unknown, label: string): unknown[] {
	const entries = splitList(value, label);
	const texts =
		typeof value === 'string' && !value.trim().startsWith('[')
			? entries.filter((entry) => typeof entry === 'string')
			: [];
	const marked = texts.find((entry) => bullet.test(entry));
	if (marked !== undefined) {
		throw new InvalidInput(
			label,
			`has a bullet or a number before ${quote(marked)}`,
			'Give the entries alone, with commas or line breaks between them; one that begins so itself stands in a JSON list',
		);
	}
	const several = texts.find((entry) => /[;\t]/.test(entry));
	if (several === undefined) return entries;
	throw new InvalidInput(
		label,
		`has a semicolon or a tab in ${quote(several)}`,
		'Put commas or line breaks between the entries; one that has such a sign itself stands in a JSON list',
	);
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
		if (after === undefined && field.narrows)
			throw narrowsNothing(`${label} > ${field.displayName}`);
		if (result === wire) result = { ...wire };
		if (after === undefined) delete result[key];
		else result[key] = after as GenericValue;
	}
	return result;
}

/** What goes wrong where a condition comes to nothing, so that everybody would fit it. */
export const narrowsNothing = (label: string): InvalidInput =>
	new InvalidInput(
		label,
		'is empty, so that it would narrow nothing',
		'Give one, or leave the key out',
	);

function identified(field: BrazeField, value: unknown, label: string): unknown {
	const group = groupOf(field);
	if (group) {
		const inner = (row: unknown): unknown =>
			isObject(row) ? withIdentifiers(group.values, row, label) : row;
		return Array.isArray(value) ? value.map(inner) : inner(value);
	}
	return field.identifier ? toIdentifier(value, label) : value;
}
