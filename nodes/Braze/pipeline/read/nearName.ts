import { isPlainObject } from './plainPath';

/** Deeper and further than anything people lay out in an item; the search is only a help with a name that failed. */
const MAX_DEPTH = 5;
const MAX_FIELDS = 2000;

/** A path as it sounds: without case, blanks, quotes, brackets and dots. */
const sound = (path: string[]): string =>
	path
		.join('')
		.toLowerCase()
		.replace(/[\s\p{Z}\p{Cf}'"`´‘’“”.[\]]/gu, '');

const isIdentifier = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);

/** A name between quotes; what nobody sees in it, such as a byte order mark, is written so that it can be copied. */
const quotedName = (name: string): string =>
	JSON.stringify(name).replace(
		/(?! )[\p{Cf}\p{Z}]/gu,
		// a sign of two halves is none that programs leave
		(sign) => (sign.length > 1 ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
	);

/** @returns a path as n8n writes it */
export const writtenPath = (path: string[]): string =>
	`$json${path.map((name) => (isIdentifier(name) ? `.${name}` : `[${quotedName(name)}]`)).join('')}`;

/** @returns what to do about a name that an item has written otherwise */
export const writeAs = (path: string[]): string =>
	`The item has {{ ${writtenPath(path)} }}: write it so`;

/** @returns the first path of an item that fits; undefined where none does, or the item is too large to look through */
function firstPath(json: unknown, fits: (path: string[]) => boolean): string[] | undefined {
	const open: Array<{ value: unknown; at: string[] }> = [{ value: json, at: [] }];
	let seen = 0;
	for (const { value, at } of open) {
		if (!isPlainObject(value) || at.length >= MAX_DEPTH) continue;
		for (const [name, inner] of Object.entries(value)) {
			if (++seen > MAX_FIELDS) return undefined;
			const here = [...at, name];
			if (fits(here)) return here;
			open.push({ value: inner, at: here });
		}
	}
	return undefined;
}

/**
 * @param json the fields of an item
 * @param path names that lead nowhere in it
 * @returns names that lead somewhere and differ from the given ones only in case, blanks, quotes or nesting
 */
export function nearPath(json: unknown, path: string[]): string[] | undefined {
	const wanted = sound(path);
	return firstPath(json, (here) => sound(here) === wanted && here.join('\0') !== path.join('\0'));
}

/** @returns names that lead to a field further inside, whose last names are the given ones */
export function deeperPath(json: unknown, path: string[]): string[] | undefined {
	const wanted = sound(path);
	return firstPath(
		json,
		(here) => here.length > path.length && sound(here.slice(-path.length)) === wanted,
	);
}
