import type { IDataObject } from 'n8n-workflow';

import { deeperPath, nearPath, writtenPath } from '../pipeline/read/nearName';
import type { ItemParameters } from '../pipeline/read/parameters';
import { isObject, setKey } from '../schema/convert';
import { InvalidInput, quote } from '../schema/invalidInput';

/** A name as a person wrote it, and the keys that lead to the field. */
interface NamedField {
	written: string;
	path: string[];
}

type Fields = Record<string, unknown>;

/** What separates names: a comma or a line break outside of quotes. */
const separators = /((?:"[^"]*"|'[^']*'|[^,\n"']|["'])*?)(?:[,\n]|$)/gy;
const steps = /\[\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\]|\.?([^.[\]]+)/gy;

/** @returns the names in a text, which stand with commas or line breaks between them */
export function splitNames(text: string): string[] {
	const names: string[] = [];
	separators.lastIndex = 0;
	while (separators.lastIndex < text.length) {
		const [, name] = separators.exec(text) ?? [];
		if (name === undefined) break;
		names.push(name.trim());
	}
	return names.filter((name) => name !== '');
}

/** A character that nobody sees is shown, and so copied, as its code. */
const withoutEscapes = (name: string | undefined): string | undefined =>
	name?.replace(/\\u([0-9a-f]{4})/g, (_code, hex: string) =>
		String.fromCharCode(parseInt(hex, 16)),
	);

/**
 * @returns the keys that a path consists of, as n8n writes them when a field is dragged: `customer.name`, `['First Name']`,
 *   `items[0].sku`, `$json.sku`; a text that is no path is one key
 */
export function pathOf(written: string): string[] {
	const path: string[] = [];
	// what is dragged into an expression begins so
	steps.lastIndex = /^\$json(?=[.[])/.exec(written)?.[0].length ?? 0;
	while (steps.lastIndex < written.length) {
		const step = steps.exec(written);
		if (!step) return [written];
		const [, double, single, index, name] = step;
		path.push(withoutEscapes(double) ?? single ?? index ?? name.trim());
	}
	return path;
}

/** n8n takes a key of the very name before it reads the name as a path. */
function locate(fields: Fields, written: string): string[] {
	return Object.hasOwn(fields, written) ? [written] : pathOf(written);
}

function stepInto(value: unknown, key: string): { value: unknown } | undefined {
	const holds =
		(isObject(value) || Array.isArray(value)) &&
		Object.hasOwn(value, key) &&
		!(Array.isArray(value) && !/^\d+$/.test(key));
	return holds ? { value: (value as Fields)[key] } : undefined;
}

function find(fields: Fields, path: string[]): { value: unknown } | undefined {
	let found: { value: unknown } | undefined = { value: fields };
	for (const key of path) found = found && stepInto(found.value, key);
	return found;
}

/**
 * The fields of the item that a person names, or all others.
 *
 * @param names as written: keys, or paths as n8n writes them
 * @param keepNamed whether the named ones are wanted or the others
 * @param label field of the form that holds the names
 * @throws InvalidInput for a name that only nearly fits a field of the item, and in a manual run of several items for one
 *   that no item has; elsewhere a hint tells of such a name
 */
export function pickInputFields(
	names: string[],
	keepNamed: boolean,
	parameters: Pick<ItemParameters, 'inputFields' | 'allInputFields' | 'isManual' | 'hint'>,
	label: string,
): IDataObject {
	const fields = parameters.inputFields();
	const named = names.map((written) => ({ written, path: locate(fields, written) }));
	const present = named.filter(({ path }) => find(fields, path));
	for (const each of named)
		if (!present.includes(each)) tellOfMissing(each, keepNamed, fields, parameters, label);
	return keepNamed ? picked(fields, present) : withoutNamed(fields, present);
}

function tellOfMissing(
	{ written, path }: NamedField,
	keepNamed: boolean,
	fields: Fields,
	{ allInputFields, isManual, hint }: Pick<ItemParameters, 'allInputFields' | 'isManual' | 'hint'>,
	label: string,
): void {
	// what is to stay here would leave
	const near = nearPath(fields, path) ?? (keepNamed ? undefined : deeperPath(fields, path));
	if (near) {
		throw new InvalidInput(
			label,
			`names ${quote(written)}, which the item does not have`,
			`It has ${asName(near)}: write it so`,
		);
	}
	const items = allInputFields();
	if (!isOnNoItem(items, written)) return;
	const wrong = `names ${quote(written)}, which no input item has`;
	if (isManual && items.length > 1) {
		throw new InvalidInput(label, wrong, 'Drag the field from the input, or remove the name');
	}
	const deeper = deeperPath(fields, path);
	hint(`'${label}' ${wrong}${deeper ? `; one has ${asName(deeper)}` : ''}`);
}

const asName = (path: string[]): string =>
	writtenPath(path).slice('$json'.length).replace(/^\./, '');

/** Answers so far by the items of a run, all of which ask the same; one of the items may be in other runs, beside others. */
const missingNames = new WeakMap<Fields[], Map<string, boolean>>();

function isOnNoItem(items: Fields[], written: string): boolean {
	const known = missingNames.get(items) ?? new Map<string, boolean>();
	missingNames.set(items, known);
	const isMissing =
		known.get(written) ?? items.every((fields) => !find(fields, locate(fields, written)));
	known.set(written, isMissing);
	return isMissing;
}

/** Nested as they are in the item. */
function picked(fields: Fields, named: NamedField[]): IDataObject {
	const result: IDataObject = {};
	for (const { path } of named) put(result, path, find(fields, path)?.value, fields);
	return result;
}

function put(target: IDataObject, path: string[], value: unknown, source: unknown): void {
	const [key, ...rest] = path;
	if (rest.length === 0) {
		define(target, key, value);
		return;
	}
	const inner = (source as Fields)[key];
	if (!Object.hasOwn(target, key)) define(target, key, Array.isArray(inner) ? [] : {});
	put(target[key] as IDataObject, rest, value, inner);
}

function withoutNamed(fields: Fields, named: NamedField[]): IDataObject {
	let result = fields;
	for (const { path } of named) result = without(result, path) as Fields;
	return result as IDataObject;
}

/** A copy along the path: the item itself stays as it is. */
function without(value: unknown, [key, ...rest]: string[]): unknown {
	if (!stepInto(value, key)) return value;
	if (Array.isArray(value)) {
		return rest.length === 0
			? value.filter((_entry, index) => String(index) !== key)
			: value.map((entry: unknown, index) =>
					String(index) === key ? without(entry, rest) : entry,
				);
	}
	const copy: IDataObject = {};
	for (const [name, entry] of Object.entries(value as Fields)) {
		if (name !== key) define(copy, name, entry);
		else if (rest.length > 0) define(copy, name, without(entry, rest));
	}
	return copy;
}

/** A list takes its next entry, an object its next key. */
function define(target: object, key: string, value: unknown): void {
	if (Array.isArray(target)) target.push(value);
	else setKey(target, key, value);
}
