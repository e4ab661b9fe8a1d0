import { quote, InvalidInput, within } from '../../schema/invalidInput';

/** Largest request body in bytes (Braze docs: 4 MB). */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** What stands around the parts of a body: the names of its lists, brackets and commas. */
const FRAME_BYTES = 200;

/** Deepest nesting; the JSON readers of many servers, Ruby's among them, take up to 100 levels. */
const MAX_DEPTH = 90;

/** Text that JSON writes as it is, one byte a character. */
const plainText = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** Objects that hold something and of which JSON makes an empty object. */
const unsaid = new Set(['[object Map]', '[object Set]', '[object RegExp]', '[object Error]']);

/** Bytes, as a database gives a column of them, also where n8n has written them down between two nodes. */
const isBinary = (value: object): boolean =>
	ArrayBuffer.isView(value) ||
	value instanceof ArrayBuffer ||
	('type' in value && value.type === 'Buffer' && 'data' in value && Array.isArray(value.data));

/** Half of a character that needs two, without its other half. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * @param label where the value stands in the request
 * @returns the bytes of a value as JSON
 * @throws InvalidInput for what JSON cannot say, so that Braze would get something else
 */
export function wireBytes(value: unknown, label = ''): number {
	return sizeOf(value, label, '', 0);
}

/** @throws InvalidInput where the body of a single item is too large */
export function checkBodyBytes(bytes: number): void {
	if (bytes + FRAME_BYTES <= MAX_BODY_BYTES) return;
	throw new InvalidInput(
		'Request',
		`would have ${bytes} bytes and Braze takes at most ${MAX_BODY_BYTES} (4 MB)`,
		'Shorten the longest texts',
	);
}

/** Whether users of so many bytes fit into a body that has some already. */
export const fits = (bytes: number, more: number): boolean =>
	bytes + more + FRAME_BYTES <= MAX_BODY_BYTES;

/** The name of a part is put together only for a refusal, since most values are fine and there are many. */
function sizeOf(value: unknown, whole: string, part: string, depth: number): number {
	switch (typeof value) {
		case 'string':
			return textBytes(value, whole, part);
		case 'number':
			if (Number.isFinite(value)) return String(value).length;
			throw new InvalidInput(
				within(whole, part),
				`is ${value}, which JSON cannot say`,
				'Check the calculation behind it',
			);
		case 'bigint':
			throw new InvalidInput(
				within(whole, part),
				`is the large integer ${quote(value.toString())}, which JSON cannot say`,
				'Turn it into text',
			);
		case 'function':
		case 'symbol':
			throw new InvalidInput(
				within(whole, part),
				`is a ${typeof value}, which JSON cannot say`,
				'Give what it is to become: a text, a number, a list or an object',
			);
		case 'object':
			return value === null ? 4 : objectBytes(value, within(whole, part), depth + 1);
		default:
			return 5;
	}
}

function textBytes(text: string, whole: string, part: string): number {
	if (plainText.test(text)) return text.length + 2;
	if (loneSurrogate.test(text)) {
		throw new InvalidInput(
			within(whole, part),
			`holds half of a character (${quote(text.replace(/\p{Surrogate}/gu, '\u{fffd}'))})`,
			'An emoji was probably cut in two: cut the text at another place',
		);
	}
	return Buffer.byteLength(JSON.stringify(text));
}

function objectBytes(value: object, label: string, depth: number): number {
	if (depth > MAX_DEPTH) {
		throw new InvalidInput(
			label.split(' > ').slice(0, 3).join(' > '),
			`is nested deeper than ${MAX_DEPTH} levels`,
			'Send a flatter object',
		);
	}
	if (isBinary(value)) {
		throw new InvalidInput(
			label,
			'is binary data, which JSON cannot say',
			"Turn it into text, such as {{ $json.key.toString('hex') }}, or leave it out",
		);
	}
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return ownFormBytes((value.toJSON as () => unknown)(), label, depth);
	}
	if (unsaid.has(Object.prototype.toString.call(value))) {
		throw new InvalidInput(
			label,
			'is a set, a map or a pattern, of which JSON keeps nothing',
			'Turn it into a list or an object, such as {{ [...$json.tags] }}',
		);
	}
	let bytes = 2;
	if (Array.isArray(value)) {
		value.forEach((entry, index) => {
			bytes += sizeOf(entry, label, String(index + 1), depth) + 1;
		});
		return bytes;
	}
	for (const key of Object.keys(value)) {
		const entry = (value as Record<string, unknown>)[key];
		bytes += textBytes(key, label, '') + sizeOf(entry, label, key, depth) + 2;
	}
	return bytes;
}

/** A date, for instance, which JSON writes as the object itself says. */
function ownFormBytes(form: unknown, label: string, depth: number): number {
	if (form !== null) return sizeOf(form, label, '', depth);
	throw new InvalidInput(
		label,
		'is no valid date',
		'Check what its expression gives for this item',
	);
}
