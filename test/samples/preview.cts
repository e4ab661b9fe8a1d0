import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

/** What the editor shows of an operation's output before it runs: JSON Schema with exactly one type a field. */
export interface Preview {
	type: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
	properties?: Record<string, Preview>;
	items?: Preview;
}

const ROOT = path.join(__dirname, '../../nodes/Braze/__schema__/v1.0.0');
const ID = /^[\da-f]{8}-[\da-f]{4}-/;

function typeOf(value: unknown): Preview['type'] {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	return typeof value as Preview['type'];
}

/** The editor shows the first of several types only, so a field that can be absent is shown as what it is when it is there. */
function oneType(values: unknown[]): Preview['type'] {
	const types = new Set(values.map(typeOf));
	if (types.size > 1) types.delete('null');
	if (types.has('number')) types.delete('integer');
	const [type, ...others] = types;
	if (others.length > 0) throw new Error(`One field has several types: ${[...types].join(', ')}`);
	return type ?? 'null';
}

/**
 * @returns the preview of all values that stand in one place. An object whose keys are IDs shows none of them, since
 * each workspace has its own
 * @throws Error where two values have two types and neither is null, which the editor cannot show
 */
export function previewOf(values: unknown[]): Preview {
	const type = oneType(values);
	if (type === 'array') {
		const entries = values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
		return entries.length > 0 ? { type, items: previewOf(entries) } : { type };
	}
	if (type !== 'object') return { type };
	const objects = values.filter((value) => typeOf(value) === 'object') as IDataObject[];
	const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
	const named = keys.filter((key) => !ID.test(key));
	const properties = named.map((key) => [
		key,
		previewOf(objects.filter((object) => key in object).map((object) => object[key])),
	]);
	return { type, properties: Object.fromEntries(properties) as Record<string, Preview> };
}

const fileOf = (name: string): string => path.join(ROOT, `${name.replace('.', '/')}.json`);

/**
 * @param name resource.operation
 * @returns the preview that ships with the node
 * @throws Error that says how to make it, where there is none
 */
export function shippedPreview(name: string): Preview {
	if (!existsSync(fileOf(name))) {
		throw new Error(`${name} has no output preview: "npm run previews" makes it from its sample`);
	}
	return JSON.parse(readFileSync(fileOf(name), 'utf8')) as Preview;
}

/** Writes the preview of an operation where the node ships it. */
export function writePreview(name: string, preview: Preview): void {
	mkdirSync(path.dirname(fileOf(name)), { recursive: true });
	writeFileSync(fileOf(name), `${JSON.stringify(preview, null, '\t')}\n`);
}
