const MASK = '***';

/**
 * @param apiKey the REST API key, which Braze repeats in a 401
 * @returns a function that masks the key in every text inside a value
 */
export function maskSecret(apiKey: string): (value: unknown) => unknown {
	const written = [apiKey, JSON.stringify(apiKey).slice(1, -1), encodeURIComponent(apiKey)];
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
