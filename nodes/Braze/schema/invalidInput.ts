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
	if (typeof value === 'boolean' || value === null) return String(value);
	if (typeof value !== 'object') return quote(value);
	return `the ${Array.isArray(value) ? 'list' : 'object'} ${quote(value).slice(1, -1)}`;
}

/** @returns how a value of the wrong type is put right, which tables and expressions often give */
function typeFix(value: unknown, wanted: string): string {
	const isText = typeof value === 'string';
	if (wanted.startsWith('text')) {
		if (Array.isArray(value)) return 'Give one entry of the list, or join them into one text';
		if (typeof value === 'object' && value !== null) {
			return 'Give one field of the object, or join some into one text';
		}
		return 'Put it between quotes; an expression makes text of it with String( )';
	}
	if (wanted === 'a number' && isText) {
		return 'Give digits without quotes; an expression makes a number of a text with Number( )';
	}
	if (wanted === 'true or false' && isText) return 'Give true or false without quotes around it';
	if (wanted === 'a list') return 'Write it as [ ... ]';
	if (wanted === 'an object') return 'Write it as { "key": "value" }';
	return 'Correct the value';
}

/**
 * @param wanted what Braze takes there, in words
 * @returns the refusal of a value of another type
 */
export const wrongType = (field: string, wanted: string, value: unknown): InvalidInput =>
	new InvalidInput(field, `must be ${wanted} but is ${quoteTyped(value)}`, typeFix(value, wanted));
