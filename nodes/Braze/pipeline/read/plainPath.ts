import { isSafeObjectProperty } from 'n8n-workflow';
import type { GenericValue, IDataObject } from 'n8n-workflow';

/**
 * Reads expressions that only name a field of the input item, such as `={{ $json.user_id }}`, without n8n's expression engine.
 *
 * An engine call costs up to half a millisecond an item, which is most of a run over many items. It is left out only where its
 * result is certain: the expression stands alone in its field and is `$json` followed by `.name` or `["name"]`, every step is an own
 * key of a plain object, and the value is a text, a finite number or a boolean. Anything else goes to the engine: missing keys,
 * null, lists, objects, dates, names that the engine guards or cannot write, and every other expression.
 *
 * `test/engine/plainPath.test.cts` holds this against the engine for any item and expression, `npm run bench -- --prove` against both
 * of n8n's engines.
 */
export interface PlainReader {
	/** @returns the parameter's value for an item, or `ASK_ENGINE` where only the engine can tell */
	(json: Record<string, unknown>): unknown;
}

/** Stands for a value that only n8n's expression engine can tell. */
export const ASK_ENGINE = Symbol('ask the expression engine');

/** A name between quotes: the engine rewrites expressions and loses tabs and other invisible characters on the way. */
const quoted = (quote: string): string =>
	String.raw`${quote}(?: |[^${quote}\\{}\p{C}\p{Z}])*${quote}`;
const step = String.raw`\.[A-Za-z_]\w*|\[\s*(?:${quoted('"')}|${quoted("'")})\s*\]`;
const plainExpression = new RegExp(String.raw`^=\{\{\s*\$json((?:${step})+)\s*\}\}$`, 'u');
const steps = new RegExp(step, 'gu');

/** Names that lead to a prototype or that the engine refuses to read, even where they are the item's own. */
const isGuarded = (name: string): boolean =>
	name in Object.prototype || name.includes('constructor') || !isSafeObjectProperty(name);

function pathOf(expression: string): string[] | undefined {
	const path = plainExpression.exec(expression)?.[1].match(steps)?.map(nameOf);
	return path?.some(isGuarded) ? undefined : path;
}

const nameOf = (written: string): string =>
	written.startsWith('.') ? written.slice(1) : written.slice(1, -1).trim().slice(1, -1);

export const isPlainObject = (value: unknown): value is Record<string, unknown> => {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};

function valueAt(json: unknown, path: string[]): unknown {
	let value = json;
	for (const name of path) {
		if (!isPlainObject(value) || !Object.hasOwn(value, name)) return ASK_ENGINE;
		value = value[name];
	}
	const isCertain =
		typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
	return isCertain ? value : ASK_ENGINE;
}

/** @returns whether a stored parameter value holds an expression anywhere; n8n marks one by a leading equals sign */
export function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(holdsExpression);
}

/**
 * @param raw a parameter as it is stored, expressions unevaluated
 * @returns a reader for it, undefined where it holds an expression that is more than a plain path
 */
export function plainReader(raw: unknown): PlainReader | undefined {
	if (!holdsExpression(raw)) return () => raw;
	if (typeof raw === 'string') {
		const path = pathOf(raw);
		return path && ((json) => valueAt(json, path));
	}
	const parts: Array<{ key: string; read: PlainReader }> = [];
	for (const [key, part] of Object.entries(raw as object)) {
		if (!holdsExpression(part)) continue;
		const read = plainReader(part);
		if (!read) return undefined;
		parts.push({ key, read });
	}
	return (json) => {
		const value = (Array.isArray(raw) ? [...raw] : { ...(raw as object) }) as IDataObject;
		for (const { key, read } of parts) {
			const part = read(json);
			if (part === ASK_ENGINE) return ASK_ENGINE;
			value[key] = part as GenericValue;
		}
		return value;
	};
}
