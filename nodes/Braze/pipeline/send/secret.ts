const MASK = '***';

const htmlNames: Record<string, string> = {
	'&': 'amp',
	'<': 'lt',
	'>': 'gt',
	'"': 'quot',
	"'": 'apos',
	'/': 'sol',
	'+': 'plus',
};

/** The same for any text, escaped where a regular expression would read it as something else. */
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Every way in which JSON, a URL and HTML write a character, JSON inside JSON and a URL inside a URL included. */
function spellingsOf(character: string): string {
	const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
	const name = htmlNames[character];
	const written = [
		`\\\\{0,8}${literally(character)}`,
		`\\\\{1,8}u00${hex}`,
		`%(?:25){0,2}${hex}`,
		`&(?:amp;)?#0{0,4}${character.charCodeAt(0)};`,
		`&(?:amp;)?#x0{0,4}${hex};`,
		...(name === undefined ? [] : [`&(?:amp;)?${name};`]),
	];
	return `(?:${written.join('|')})`;
}

/** Fewer characters of base64 than this may stand anywhere by chance. */
const LEAST_BASE64_CHARACTERS = 8;

/** The key as base64 shows it, alone or behind one or two other bytes in any text that was encoded with it. */
const base64Of = (key: string): string[] =>
	[0, 1, 2]
		.map((before) => {
			const whole = Buffer.from(' '.repeat(before) + key).toString('base64');
			const first = Math.ceil((before * 8) / 6);
			const last = Math.floor(((before + key.length) * 8) / 6);
			return whole.slice(first, last);
		})
		.filter((text) => text.length >= LEAST_BASE64_CHARACTERS)
		.map((text) => literally(text).replace(/\\\+/g, '[+-]').replace(/\\\//g, '[/_]'));

/**
 * @param apiKey the REST API key, which Braze repeats in a 401
 * @returns a function that masks the key in every text inside a value, in any case and however it is escaped
 */
export function maskSecret(apiKey: string): (value: unknown) => unknown {
	const written = new RegExp([...apiKey].map(spellingsOf).join(''), 'gi');
	const encoded = base64Of(apiKey);
	const inBase64 = encoded.length > 0 ? new RegExp(encoded.join('|'), 'g') : undefined;
	const masked = (text: string): string => {
		// no way to write the key has fewer characters than the key itself
		if (text.length < apiKey.length) return text;
		const plain = text.replace(written, MASK);
		return inBase64 ? plain.replace(inBase64, MASK) : plain;
	};
	const isClean = (value: unknown): boolean => {
		if (typeof value === 'string') return masked(value) === value;
		if (Array.isArray(value)) return value.every(isClean);
		if (typeof value !== 'object' || value === null) return true;
		return Object.keys(value).every(
			(key) => masked(key) === key && isClean((value as Record<string, unknown>)[key]),
		);
	};
	const copied = (value: unknown): unknown => {
		if (typeof value === 'string') return masked(value);
		if (Array.isArray(value)) return value.map(copied);
		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(
				Object.entries(value).map(([key, entry]) => [masked(key), copied(entry)]),
			);
		}
		return value;
	};
	// answers can be long, and hardly any holds the key
	return (value) => (isClean(value) ? value : copied(value));
}
