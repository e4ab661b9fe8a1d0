import { isObject } from '../../schema/convert';
import { namesItemData } from './namesItemData';
import type { ItemParameters } from './parameters';

/**
 * @returns what reads parameters so that an expression that names no data of an item, the current time for instance, gives for
 *   every item what it gave for the first
 */
export function evaluatedOnce(): (parameters: ItemParameters) => ItemParameters {
	const first = new Map<string, unknown>();
	return (parameters) => ({
		...parameters,
		read: (name) => {
			const value = parameters.read(name);
			if (!first.has(name)) first.set(name, value);
			return withFirst(parameters.raw(name), value, first.get(name));
		},
	});
}

/** The value with everything as it was at first that names no data of an item. */
function withFirst(raw: unknown, value: unknown, first: unknown): unknown {
	if (!namesItemData(raw)) return first;
	if (isObject(raw) && raw.__rl === true) return withFirst(raw.value, value, first);
	if (Array.isArray(raw) && Array.isArray(value) && Array.isArray(first)) {
		return value.map((entry, index) => withFirst(raw[index], entry, first[index]));
	}
	if (isObject(raw) && isObject(value) && isObject(first)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [key, withFirst(raw[key], entry, first[key])]),
		);
	}
	return value;
}
