/** Text that JSON writes as it is. */
const plainText = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/**
 * @param value anything that JSON can say
 * @returns its JSON with the keys of every object in one order, so that equal values give equal text. Lists keep their order;
 *   a value with `toJSON` is written as it says
 */
export function canonicalJson(value: unknown): string {
	if (typeof value === 'string') return quoted(value);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return canonicalJson((value.toJSON as () => unknown)());
	}
	return Array.isArray(value) ? listText(value) : objectText(value as Record<string, unknown>);
}

// written out in loops, since a run may hold a hundred thousand messages
function listText(list: unknown[]): string {
	let text = '';
	for (const entry of list) text += `${text === '' ? '[' : ','}${canonicalJson(entry)}`;
	return text === '' ? '[]' : `${text}]`;
}

function objectText(object: Record<string, unknown>): string {
	let text = '';
	for (const key of sorted(Object.keys(object))) {
		const entry = object[key];
		if (entry === undefined) continue;
		text += `${text === '' ? '{' : ','}${quoted(key)}:${canonicalJson(entry)}`;
	}
	return text === '' ? '{}' : `${text}}`;
}

const quoted = (text: string): string =>
	plainText.test(text) ? `"${text}"` : JSON.stringify(text);

function sorted(keys: string[]): string[] {
	for (let index = 1; index < keys.length; index++) {
		if (keys[index] < keys[index - 1]) return keys.sort();
	}
	return keys;
}
