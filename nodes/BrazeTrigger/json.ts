/** Digits from which on JavaScript may not hold an integer. */
const LONG_NUMBER = /\d{16}/;

/** A text of JSON, or what may be a number. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[\d.eE+-]*/g;

const INTEGER = /^-?\d+$/;

/**
 * Reads JSON so that no integer changes: one that is too long for JavaScript, such as a user ID, stays the text that it is, where
 * JSON.parse would give another number.
 *
 * @throws SyntaxError for what is no JSON
 */
export function readJson(text: string): unknown {
	const value = JSON.parse(text) as unknown;
	if (!hasLongNumber(text)) return value;
	return JSON.parse(
		text.replace(TEXT_OR_NUMBER, (each) =>
			INTEGER.test(each) && !Number.isSafeInteger(Number(each)) ? `"${each}"` : each,
		),
	) as unknown;
}

/** Whether what JSON.parse makes of a text may hold another number than the text. */
export const hasLongNumber = (text: string): boolean => LONG_NUMBER.test(text);
