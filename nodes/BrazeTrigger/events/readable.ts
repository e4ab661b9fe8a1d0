import { readJson } from '../json';
import { isRecord, withoutNesting } from '../records';
import type { Rec } from '../records';

/**
 * Fields whose value is JSON in a string, in any event that has them.
 * Source: the glossaries of the Braze docs (September 2026) and the sample payloads of Currents (June 2026).
 */
export const jsonTextFields = new Set([
	'conversion_behavior',
	'custom_attributes',
	'flow_response_json',
	'message_extras',
	'tool_arguments',
]);

/** Begin of the year 10000: what says it is later was not given in seconds. */
const LATEST_MS = 253_402_300_800_000;

/**
 * An event as the next node gets it: the time as ISO 8601 beside the epoch, JSON in strings as JSON.
 *
 * @param flat whether the fields of the user and of the properties move to the top level
 */
export function readableEvent(event: Rec, flat: boolean): Rec {
	const { properties } = event;
	const readable: Rec = Object.fromEntries(
		Object.entries(event).flatMap(([key, value]) =>
			key === 'time' ? [[key, value], ...isoEntry(value)] : [[key, value]],
		),
	);
	if (isRecord(properties)) readable.properties = withParsedTexts(properties);
	return flat ? withoutNesting(readable, ['user', 'properties']) : readable;
}

/** @param seconds the `time` of an event: UNIX seconds, UTC */
function isoEntry(seconds: unknown): Array<[string, string]> {
	if (typeof seconds !== 'number') return [];
	const milliseconds = seconds * 1000;
	const isDate = Number.isFinite(milliseconds) && Math.abs(milliseconds) < LATEST_MS;
	return isDate ? [['time_iso', new Date(milliseconds).toISOString()]] : [];
}

const withParsedTexts = (properties: Rec): Rec =>
	Object.fromEntries(
		Object.entries(properties).map(([key, value]) => [
			key,
			jsonTextFields.has(key) && typeof value === 'string' ? parsed(value) : value,
		]),
	);

/** @returns the object or the list that a text holds; any other text as it is */
function parsed(text: string): unknown {
	if (!/^\s*[[{]/.test(text)) return text;
	try {
		return readJson(text);
	} catch {
		// begins like JSON and is none: still worth reading as the text that it is
		return text;
	}
}
