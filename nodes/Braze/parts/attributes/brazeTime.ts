import { DateTime } from 'luxon';

/** A moment in ISO 8601 with its zone, as an export gives a time. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** A whole date of ISO 8601, with a time or without. */
const isoDate = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

/** Other texts that Braze makes times of (Braze docs, and one with a zone that it took in recordings). */
const forms = [
	'yyyy-MM-dd HH:mm:ss',
	'yyyy-MM-dd HH:mm:ss ZZZ',
	"yyyy-MM-dd'T'HH:mm:ss:SSS'Z'",
	"yyyy-MM-dd'T'HH:mm:ss:SSSZZZ",
	'MM/dd/yyyy',
];

/** @returns whether a text is a moment with its zone */
export const isMoment = (text: string): boolean => moment.test(text);

/** @returns milliseconds since 1970 of a text that Braze makes a time of, in UTC where it names no zone; undefined for any other */
export function millisOf(text: string): number | undefined {
	const iso = isoDate.test(text) ? DateTime.fromISO(text, { zone: 'utc' }) : undefined;
	if (iso?.isValid) return iso.toMillis();
	return forms
		.map((form) => DateTime.fromFormat(text, form, { zone: 'utc' }))
		.find(({ isValid }) => isValid)
		?.toMillis();
}

/** A time with the names of its day and its month, whose form is not told apart here. */
const timeInWords = /^[A-Z][a-z]{2} /;

/** @returns whether a value is a text that Braze makes a time of */
export const isBrazeTime = (value: unknown): boolean =>
	typeof value === 'string' && (millisOf(value) !== undefined || timeInWords.test(value));
