import type { IDataObject } from 'n8n-workflow';

/** @returns the size of a value as JSON, in UTF-8 bytes */
export const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');

/** Most bytes of one code unit of a text in JSON: `\u0000`. */
const MOST_UNIT_BYTES = 6;
/** Most bytes of a number, a boolean and nothing. */
const MOST_PLAIN_BYTES = 32;

/** @returns bytes that a value has at most as JSON; infinite where only its JSON tells */
function mostBytes(value: unknown): number {
	if (typeof value === 'string') return value.length * MOST_UNIT_BYTES + 2;
	return typeof value === 'object' && value !== null ? Infinity : MOST_PLAIN_BYTES;
}

/** @returns whether an object has more bytes as JSON than that; its JSON is made only where it may have */
export function isLarger(object: IDataObject, most: number): boolean {
	let bytes = 2;
	for (const key of Object.keys(object)) {
		bytes += mostBytes(key) + mostBytes(object[key]) + 2;
	}
	return bytes > most && jsonBytes(object) > most;
}

/** @returns whether a text has more characters than that; those of two code units are counted only where it matters */
export const isLonger = (text: string, most: number): boolean =>
	text.length > most && [...text].length > most;
