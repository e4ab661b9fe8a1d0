/** Raised for a key that cannot be one; the message says how to fix it. */
export class UnusableKey extends Error {}

/**
 * HTTP leaves out what a header cannot hold, so that such a key would arrive, and come back in a 401, as another text than
 * the one that is masked.
 *
 * @returns the key as it is sent
 * @throws UnusableKey where it is empty or holds anything but visible ASCII characters
 */
export function usableKey(apiKey: unknown): string {
	const key = typeof apiKey === 'string' ? apiKey.trim() : '';
	if (/^[\x21-\x7e]+$/.test(key)) return key;
	throw new UnusableKey(
		key === ''
			? 'The Braze credential holds no REST API key. Enter it there'
			: 'The REST API key in the Braze credential holds a space, a line break or another character that no key has. Copy it again from Braze, without anything around it',
	);
}
