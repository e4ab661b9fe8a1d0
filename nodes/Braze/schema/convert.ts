import type { IDataObject } from 'n8n-workflow';

import { quote, InvalidInput } from './invalidInput';
import { listEntries } from './listEntries';

/** A field that was left empty, or whose expression gave nothing. */
export const isAbsent = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || value === '';

/** An empty text, or one of blanks alone, which in a table looks the same. */
export const isBlank = (value: unknown): boolean =>
	typeof value === 'string' && value.trim() === '';

/** What a person has to give is missing: it is absent, or blanks alone, which would reach a user as an empty message. */
export const isMissing = (value: unknown): boolean => isAbsent(value) || isBlank(value);

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** @returns the value that stands in an object under a path of keys */
export function valueAt(wire: IDataObject, path: string[]): unknown {
	let value: unknown = wire;
	for (const key of path) {
		if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
		value = value[key];
	}
	return value;
}

const kindOf = (value: unknown): string => {
	if (Array.isArray(value)) return 'a list';
	if (value === null) return 'nothing';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
};

/** What JavaScript, and so n8n, makes of an object inside a text. */
const OBJECT_IN_TEXT = '[object Object]';

function withoutObject(text: string, field: string): string {
	if (!text.includes(OBJECT_IN_TEXT)) return text;
	throw new InvalidInput(
		field,
		`holds ${OBJECT_IN_TEXT}, because an expression gives a whole object in the middle of a text`,
		'Name a field of that object, such as {{ $json.customer.name }}',
	);
}

/** @throws InvalidInput where the value is no text and has no plain one, or an object was put into a text */
export function toText(value: unknown, field: string): string {
	if (typeof value === 'string') return withoutObject(value, field);
	if (typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)) {
		return String(value);
	}
	throw new InvalidInput(
		field,
		`must be text but is ${kindOf(value)}`,
		'Point the expression at a text, or join the parts into one',
	);
}

/** A number as people write it; JavaScript would read 0x10 as well. */
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Whether the digits come back, or those that do not are zeros that a program wrote. */
const keepsDigits = (digits: string): boolean =>
	String(Number(digits)) === digits ||
	(Number.isFinite(Number(digits)) && BigInt(digits) === BigInt(Number(digits)));

/** Whether a whole number has more digits than a number keeps. */
const losesDigits = (text: string): boolean =>
	/^[+-]?\d{16,}$/.test(text) && !keepsDigits(text.replace('+', ''));

/** @throws InvalidInput where the value is no number, or not whole where `whole` is set */
export function toNumber(value: unknown, field: string, whole = false): number {
	const number = typeof value === 'string' && decimal.test(value.trim()) ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw new InvalidInput(
			field,
			`must be a number but is ${quote(value)}`,
			`Enter digits only${whole ? '' : ', decimals behind a point'}`,
		);
	}
	if (typeof value === 'string' && losesDigits(value.trim())) {
		throw new InvalidInput(
			field,
			`is the number ${value.trim()}, whose last digits would be lost`,
			'Send it as text, if it is an ID, or round it',
		);
	}
	if (whole && !Number.isInteger(number)) {
		throw new InvalidInput(
			field,
			`must be a whole number but is ${number}`,
			'Leave out the decimals',
		);
	}
	return number;
}

/** @returns true or false, also from a text in any case or from 1 or 0, as tables write them; undefined for anything else */
export function booleanOf(value: unknown): boolean | undefined {
	const word = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	if (word === 'true' || word === '1') return true;
	return word === 'false' || word === '0' ? false : undefined;
}

/** @throws InvalidInput where the value is neither true nor false, as a text in any case or as 1 or 0 */
export function toBoolean(value: unknown, field: string): boolean {
	const is = booleanOf(value);
	if (is !== undefined) return is;
	throw new InvalidInput(
		field,
		`must be true or false but is ${quote(value)}`,
		'Use true or false',
	);
}

const fenced = /^\s*```[a-z0-9]*\s([^]*?)\s*```\s*$/i;

/** @returns the text without the Markdown fence that language models put around JSON and lists */
const withoutFence = (text: string): string =>
	text.includes('```') ? (fenced.exec(text)?.[1] ?? text) : text;

/** @throws InvalidInput where the text is no JSON, or an object was put into it as text */
export function parseJson(value: unknown, field: string): unknown {
	if (typeof value !== 'string') return value;
	const { parsed, fault } = tryJson(withoutFence(withoutObject(value, field)));
	if (fault === undefined) {
		checkDigits(value, field);
		return parsed;
	}
	throw new InvalidInput(
		field,
		`does not parse as JSON (${fault})`,
		'Check quotes, commas and brackets; an expression may also give an object directly',
	);
}

/** Texts of JSON, and whole numbers of more digits than a number always keeps. */
const jsonText = /"(?:[^"\\]|\\.)*"/g;
const longInteger = /(?<![\w.+-])-?\d{16,}(?![\d.eE])/g;

/** @throws InvalidInput for a whole number whose last digits are lost, so that it would go out as another one */
function checkDigits(json: string, field: string): void {
	if (!/\d{16}/.test(json)) return;
	const [lost] = [...json.replace(jsonText, '""').matchAll(longInteger)]
		.map(([digits]) => digits)
		.filter((digits) => !keepsDigits(digits));
	if (lost === undefined) return;
	throw new InvalidInput(
		field,
		`holds the number ${lost}, whose last digits would be lost`,
		'Put it between quotes',
	);
}

/** @returns what a text of JSON holds, or why it is none */
export function tryJson(text: string): { parsed?: unknown; fault?: string } {
	try {
		return { parsed: JSON.parse(text) as unknown };
	} catch (error) {
		return { fault: (error as Error).message };
	}
}

/** @throws InvalidInput where the value is neither a JSON object nor the text of one */
export function toJsonObject(value: unknown, field: string): IDataObject {
	const parsed = parseJson(value, field);
	if (isObject(parsed)) return parsed;
	throw new InvalidInput(
		field,
		`must be a JSON object but is ${kindOf(parsed)}`,
		'Write it as { "key": "value" }',
	);
}

/** @throws InvalidInput where the value is neither a JSON list nor the text of one */
export function toJsonList(value: unknown, field: string): unknown[] {
	const parsed = parseJson(value, field);
	if (Array.isArray(parsed)) return parsed;
	throw new InvalidInput(
		field,
		`must be a JSON list but is ${kindOf(parsed)}`,
		'Write it as [ ... ]',
	);
}

/** Text with commas or line breaks between its entries, or a JSON list as text, as a list; anything else as its only entry. */
export function splitList(value: unknown, field: string): unknown[] {
	if (typeof value !== 'string') return [value];
	const text = withoutFence(value);
	if (text.trim().startsWith('[')) return toJsonList(text, field);
	return listEntries(text);
}

/**
 * A list of texts: a list from an expression, a JSON list as text, or text with commas or line breaks between the entries.
 *
 * @throws InvalidInput where an entry is neither a text nor a number
 */
export function toTextList(value: unknown, field: string): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : splitList(value, field);
	return entries.filter((entry) => !isAbsent(entry)).map((entry) => toText(entry, field));
}

/** Sets a key of any name: to assign one that is named `__proto__` would lose it. */
export function setKey(target: object, key: string, value: unknown): void {
	if (key !== '__proto__') {
		(target as Record<string, unknown>)[key] = value;
		return;
	}
	Object.defineProperty(target, key, {
		value,
		enumerable: true,
		configurable: true,
		writable: true,
	});
}

/** @throws InvalidInput where the object has the key already */
export function setKeyOnce(target: object, key: string, value: unknown, field: string): void {
	if (Object.hasOwn(target, key)) {
		throw new InvalidInput(
			field,
			`gives the key ${quote(key)} a second time`,
			'Keep one of the two',
		);
	}
	setKey(target, key, value);
}

/**
 * Two sources of the same object, pairs and JSON for instance, as one.
 *
 * @throws InvalidInput where both give the same key
 */
export function joinObjects(first: IDataObject, second: IDataObject, field: string): IDataObject {
	const joined = { ...first };
	for (const key of Object.keys(second)) setKeyOnce(joined, key, second[key], field);
	return joined;
}

/** @throws InvalidInput where the value is no #RRGGBB colour and no whole number */
export function toRgbInteger(value: unknown, field: string): number {
	const hex = typeof value === 'string' ? /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(value) : null;
	return hex ? parseInt(hex[1], 16) : toNumber(value, field, true);
}
