import { isSafeObjectProperty } from 'n8n-workflow';

/**
 * Reads expressions that only name a field of the input item, such as `{{ $json.user_id }}`, without n8n's expression engine.
 *
 * An engine call costs up to half a millisecond an item, which is most of a run over many items. It is left out only where its
 * result is certain: the code is `$json` followed by `.name` or `["name"]`, every step is an own key of a plain object, and the
 * value is a text, a finite number or a boolean or, where it need not stand in a text, a list or an object of such. Anything else
 * goes to the engine: missing keys, null, dates, names that the engine guards or cannot write, and every other expression.
 *
 * `test/engine/plainPath.test.cts` holds this against the engine for any item and expression, `npm run bench -- --prove` against both
 * of n8n's engines.
 */

/** Stands for a value that only n8n's expression engine can tell. */
export const ASK_ENGINE = Symbol('ask the expression engine');

/** Deeper than anything people send; beyond it the engine decides. */
const MAX_DEPTH = 100;

/** A name between quotes: the engine rewrites expressions and loses tabs and other invisible characters on the way. */
const quoted = (quote: string): string =>
	String.raw`${quote}(?: |[^${quote}\\{}\p{C}\p{Z}])*${quote}`;
const step = String.raw`\.[A-Za-z_]\w*|\[\s*(?:${quoted('"')}|${quoted("'")})\s*\]`;
const plainCode = new RegExp(String.raw`^\s*\$json((?:${step})+)\s*$`, 'u');
const steps = new RegExp(step, 'gu');

/** Names that lead to a prototype or that the engine refuses to read, even where they are the item's own. */
const isGuarded = (name: string): boolean =>
	name in Object.prototype || name.includes('constructor') || !isSafeObjectProperty(name);

const nameOf = (written: string): string =>
	written.startsWith('.') ? written.slice(1) : written.slice(1, -1).trim().slice(1, -1);

/**
 * @param code what stands between `{{` and `}}`
 * @returns the names that lead from the item to the value, undefined where the code is more than that
 */
export function plainPathOf(code: string): string[] | undefined {
	const path = plainCode.exec(code)?.[1].match(steps)?.map(nameOf);
	return path?.some(isGuarded) ? undefined : path;
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> => {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
};

/** Text as n8n puts a value into a text; `ASK_ENGINE` for what is no text, finite number or boolean. */
export function textAt(json: unknown, path: string[]): string | typeof ASK_ENGINE {
	const value = valueAt(json, path);
	return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
		? String(value)
		: ASK_ENGINE;
}

/** @returns the value that a path leads to, a copy of it where it is a list or an object, or `ASK_ENGINE` */
export function plainValueAt(json: unknown, path: string[]): unknown {
	const value = valueAt(json, path);
	return value === null ? ASK_ENGINE : plainCopy(value, MAX_DEPTH);
}

function valueAt(json: unknown, path: string[]): unknown {
	let value = json;
	for (const name of path) {
		if (!isPlainObject(value) || !Object.hasOwn(value, name)) return ASK_ENGINE;
		value = value[name];
	}
	return value;
}

/** Keys by which n8n's isolated engine knows dates, errors and what it has wrapped itself. */
const isMarker = (name: string): boolean => name.startsWith('__') || name.startsWith('isLuxon');

/** A copy, since the input is not the node's to change; `ASK_ENGINE` for what is not JSON through and through. */
function plainCopy(value: unknown, depth: number): unknown {
	if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
	if (Number.isFinite(value)) return value;
	if (typeof value !== 'object' || depth === 0) return ASK_ENGINE;
	return Array.isArray(value) ? listCopy(value, depth) : objectCopy(value, depth);
}

function listCopy(list: unknown[], depth: number): unknown {
	if (Object.getPrototypeOf(list) !== Array.prototype || Object.keys(list).length !== list.length) {
		return ASK_ENGINE;
	}
	const copy: unknown[] = [];
	for (const entry of list) {
		const own = plainCopy(entry, depth - 1);
		if (own === ASK_ENGINE) return ASK_ENGINE;
		copy.push(own);
	}
	return copy;
}

function objectCopy(object: object, depth: number): unknown {
	if (Object.getPrototypeOf(object) !== Object.prototype) return ASK_ENGINE;
	const copy: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(object)) {
		const own = isGuarded(name) || isMarker(name) ? ASK_ENGINE : plainCopy(value, depth - 1);
		if (own === ASK_ENGINE) return ASK_ENGINE;
		copy[name] = own;
	}
	return copy;
}
