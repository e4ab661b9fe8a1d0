/**
 * Input that Braze would not take, found before anything is sent.
 * `field` is the label a person sees, `wrong` completes "'field' ...", `fix` is a sentence on how to put it right.
 */
export class InvalidInput extends Error {
	constructor(
		readonly field: string,
		readonly wrong: string,
		readonly fix: string,
	) {
		super(`'${field}' ${wrong}. ${fix}`);
	}
}

/** @returns the label of a part inside a whole, as failures name it; the request as a whole has no label */
export const within = (outer: string, inner: string): string =>
	outer === '' || inner === '' ? outer + inner : `${outer} > ${inner}`;

const SHOWN_CHARACTERS = 60;

/** JSON would call NaN null. */
const wordFor = (value: unknown): string =>
	typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));

/** @returns a value as a failure may quote it: short, and on one line */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : wordFor(value);
	const line = text.replace(/\s+/g, ' ');
	return line.length > SHOWN_CHARACTERS ? `"${line.slice(0, SHOWN_CHARACTERS)}…"` : `"${line}"`;
}

/** @returns a value of the wrong type as a failure may quote it: between quotes it would read as a text */
export function quoteTyped(value: unknown): string {
	if (typeof value === 'number') return `the number ${value}`;
	return typeof value === 'boolean' || value === null ? String(value) : quote(value);
}
