/**
 * @param value anything that JSON can say
 * @returns its JSON with the keys of every object in one order, so that equal values give equal text. Lists keep their order;
 *   a value with `toJSON` is written as it says
 */
export function canonicalJson(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return canonicalJson((value.toJSON as () => unknown)());
	}
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const object = value as Record<string, unknown>;
	const parts = Object.keys(object)
		.filter((key) => object[key] !== undefined)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key])}`);
	return `{${parts.join(',')}}`;
}
