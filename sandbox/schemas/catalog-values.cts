import { CATALOG_ITEM } from '../limits.cts';
import type { CatalogField } from '../workspace/catalogs.cts';
import { parseDateTime } from './formats.cts';

type Type = CatalogField['type'];

const MISFIT = 'unable-to-coerce-value';

const FITS: Record<Type, (value: unknown) => boolean> = {
	string: (value) => ['string', 'number', 'boolean'].includes(typeof value),
	number: (value) =>
		typeof value === 'number' || (isText(value) && value.trim() !== '' && !isNaN(Number(value))),
	boolean: (value) => typeof value === 'boolean' || value === 'true' || value === 'false',
	time: (value) =>
		typeof value === 'number' || (isText(value) && parseDateTime(value) !== undefined),
	object: isObject,
	array: isTextList,
	geo: (value) =>
		Array.isArray(value) &&
		value.length === 2 &&
		isBetween(value[0], 180) &&
		isBetween(value[1], 90),
};

/** An array field's change: what to add to it and what to take away. */
export interface ArrayChange {
	$add?: string[];
	$remove?: string[];
}

/** The id of what is wrong with a value of a catalog item; undefined where it can be stored. */
export function valueFault(type: Type, value: unknown, operators: boolean): string | undefined {
	// A field can be emptied.
	if (value === null) return undefined;
	if (type === 'array' && operators && isArrayChange(value)) return undefined;
	if (!FITS[type](value)) return MISFIT;
	if (isText(value) && value.length > CATALOG_ITEM.value) return 'items-too-large';
	if (type === 'object') return objectFault(value, 1);
	return undefined;
}

/** Whether a value holds $add or $remove, and nothing else. */
export function isArrayChange(value: unknown): value is ArrayChange {
	if (!isObject(value)) return false;
	const entries = Object.entries(value);
	return (
		entries.length > 0 &&
		entries.every(([key, part]) => (key === '$add' || key === '$remove') && isTextList(part))
	);
}

function objectFault(value: unknown, depth: number): string | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (depth > CATALOG_ITEM.depth) return 'too-deep-nesting-in-value-object';
	const isFaulty = !Array.isArray(value) && Object.keys(value).some((key) => /[.$]/.test(key));
	if (isFaulty) return 'invalid-keys-in-value-object';
	for (const inner of Object.values(value)) {
		const fault = objectFault(inner, depth + 1);
		if (fault) return fault;
	}
	return undefined;
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
	return Array.isArray(value) && value.length <= CATALOG_ITEM.arrayElements && value.every(isText);
}

function isBetween(value: unknown, most: number): boolean {
	return typeof value === 'number' && Math.abs(value) <= most;
}
