import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';

import { InvalidInput } from '../../schema/invalidInput';
import { nearPath, writtenPath } from './nearName';
import type { TextRules } from './rules';
import type { Traits } from './traits';

/** An expression that puts nothing into a text. */
export interface EmptyValue {
	code: string;
	/** The names that it consists of, where it only names a field of the item. */
	path?: string[];
}

/** Which items an expression gave nothing for, by its field and its code. */
export type EmptyValues = Map<string, { label: string; code: string; items: Set<number> }>;

const MAX_SHOWN_ITEMS = 10;

/**
 * Takes note of an expression that puts nothing into a text.
 *
 * @throws InvalidInput where an object is asked for, where the text names something, where a field of the item has nearly that name,
 *   or where the run refuses it
 */
export function noteEmpty(
	{ code, path }: EmptyValue,
	{ label, kind, object }: Traits,
	item: { itemIndex: number; json?: IDataObject },
	{ emptyValues }: Pick<TextRules, 'emptyValues'>,
	noted: EmptyValues,
): void {
	const wrong = `holds {{${code}}}, which gives nothing for this item`;
	const near = path && item.json && nearPath(item.json, path);
	if (near)
		throw new InvalidInput(label, wrong, `The item has {{ ${writtenPath(near)} }}: write it so`);
	if (object) {
		throw new InvalidInput(
			label,
			wrong,
			'Name a field that every item has; {} is an object without keys, as in {{ $json.name ?? {} }}',
		);
	}
	if (kind === 'term') {
		throw new InvalidInput(
			label,
			wrong,
			'Name a field that every item has: a part of it alone would mean something else',
		);
	}
	if (emptyValues === 'refuse') {
		throw new InvalidInput(
			label,
			wrong,
			'Name a field that every item has, or set Options > Empty Values to Send',
		);
	}
	const key = JSON.stringify([label, code]);
	const note = noted.get(key) ?? { label, code: code.trim(), items: new Set() };
	noted.set(key, note);
	note.items.add(item.itemIndex);
}

/** @returns a hint for each expression that gave nothing, with the items for which it did */
export function emptyValueHints(noted: EmptyValues): NodeExecutionHint[] {
	return [...noted.values()].map(({ label, code, items }) => {
		const shown = [...items].slice(0, MAX_SHOWN_ITEMS).join(', ');
		const more = items.size > MAX_SHOWN_ITEMS ? ', …' : '';
		const which = items.size === 1 ? `item ${shown}` : `${items.size} items (${shown}${more})`;
		return {
			message: `{{ ${code} }} in '${label}' gave nothing for ${which}`,
			type: 'warning',
			location: 'outputPane',
		};
	});
}
