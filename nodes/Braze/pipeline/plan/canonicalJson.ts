/**
 * @returns JSON of a value with the keys of every object in one order, so that equal values give equal text.
 *   Lists keep their order; a value with `toJSON` is written as it says
 */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, entry: unknown) =>
		typeof entry === 'object' && entry !== null && !Array.isArray(entry)
			? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
			: entry,
	);
}
