const MASK = '***';

/** Raised for a key that cannot be one; the message says how to fix it. */
export class UnusableKey extends Error {}

/**
 * HTTP leaves out what a header cannot hold, so that such a key would arrive, and come back in a 401, as another text than
 * the one that is masked.
 *
 * @returns the key as it is sent
 * @throws UnusableKey where it is empty or holds anything but visible ASCII characters
 */
export function usableKey(apiKey: string): string {
	const key = apiKey.trim();
	if (/^[\x21-\x7e]+$/.test(key)) return key;
	throw new UnusableKey(
		key === ''
			? 'The Braze credential holds no REST API key. Enter it there'
			: 'The REST API key in the Braze credential holds a space, a line break or another character that no key has. Copy it again from Braze, without anything around it',
	);
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const asHtml = (text: string): string =>
	text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/**
 * @param apiKey the REST API key, which Braze repeats in a 401
 * @returns a function that masks the key in every text inside a value
 */
export function maskSecret(apiKey: string): (value: unknown) => unknown {
	const written = [
		apiKey,
		asJson(apiKey),
		asJson(asJson(apiKey)),
		encodeURIComponent(apiKey),
		encodeURI(apiKey),
		asHtml(apiKey),
	];
	const spellings = [...new Set(written)].filter((spelling) => spelling.trim() !== '');
	const mask = (value: unknown): unknown => {
		if (typeof value === 'string') {
			return spellings.reduce((text, spelling) => text.split(spelling).join(MASK), value);
		}
		if (Array.isArray(value)) return value.map(mask);
		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(
				Object.entries(value).map(([key, entry]) => [mask(key) as string, mask(entry)]),
			);
		}
		return value;
	};
	return mask;
}
