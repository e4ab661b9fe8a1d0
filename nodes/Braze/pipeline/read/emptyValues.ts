import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';

import { InvalidInput } from '../../schema/invalidInput';
import { nearPath, writeAs } from './nearName';
import type { TextRules } from './rules';
import type { Traits } from './traits';

/** An expression that puts nothing into a text, or a word for nothing. */
export interface EmptyValue {
	code: string;
	/** The names that it consists of, where it only names a field of the item. */
	path?: string[];
	/** What JavaScript writes for a value that is not there; absent where nothing at all came. */
	word?: string;
}

/** Which items an expression gave nothing for, by its field and its code. */
export type EmptyValues = Map<
	string,
	Pick<EmptyValue, 'code' | 'word'> & { label: string; items: Set<number> }
>;

const wordsForNothing = /(?<![A-Za-z0-9])(?:undefined|NaN|Invalid Date(?:Time)?)(?![A-Za-z0-9])/;

/**
 * @param given what code gave, as n8n's engine evaluated it; a text of an item as it is may hold any word
 * @returns the word for nothing in it that the code does not write itself
 */
export function wordForNothing(given: unknown, code: string): string | undefined {
	if (typeof given !== 'string' && !Number.isNaN(given)) return undefined;
	const [word] = wordsForNothing.exec(String(given)) ?? [];
	return word !== undefined && code.includes(word) ? undefined : word;
}

/** What n8n's editor writes into code where a person leaves a field to a model. */
const MARK_OF_EDITOR = '/*n8n-auto-generated-fromAI-override*/';

/** @returns the argument of a tool that the code asks a model for */
const argumentOf = (code: string): string | undefined =>
	/\$fromAI\(\s*(['"`])([\w-]+)\1/i.exec(code)?.[2];

/** The model reads this, which knows the arguments of its call and nothing of items and expressions. */
const noArgument = (
	argument: string,
	{ label, object }: Traits,
	word: string | undefined,
): InvalidInput =>
	new InvalidInput(
		label,
		`gets ${word === undefined ? 'nothing' : `"${word}"`} from the argument ${argument}`,
		`Give ${argument} ${object ? 'an object, {} for one without keys' : 'a value'}`,
	);

const MAX_SHOWN_ITEMS = 10;

/**
 * Takes note of an expression that puts nothing into a text.
 *
 * @throws InvalidInput where an object is asked for, where the text names something, where a field of the item has nearly that name,
 *   where a model left its argument out, or where the run refuses it
 */
export function noteEmpty(
	{ code, path, word }: EmptyValue,
	traits: Traits,
	item: { itemIndex: number; json?: IDataObject },
	{ emptyValues }: Pick<TextRules, 'emptyValues'>,
	noted: EmptyValues,
): void {
	const { label, kind, object } = traits;
	const wrong =
		word === undefined
			? `holds {{${code}}}, which gives nothing for this item`
			: `holds {{${code}}}, which gives "${word}" for this item`;
	const argument = argumentOf(code);
	if (argument !== undefined && (object || kind === 'term')) {
		throw noArgument(argument, traits, word);
	}
	const near = path && item.json && nearPath(item.json, path);
	if (near) throw new InvalidInput(label, wrong, writeAs(near));
	if (object && word === undefined) {
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
	const key = JSON.stringify([label, code, word]);
	const note = noted.get(key) ?? {
		label,
		code: code.replace(MARK_OF_EDITOR, '').trim(),
		word,
		items: new Set(),
	};
	noted.set(key, note);
	note.items.add(item.itemIndex);
}

/** @returns a hint for each expression that gave nothing, with the items for which it did */
export function emptyValueHints(noted: EmptyValues): NodeExecutionHint[] {
	return [...noted.values()].map(({ label, code, word, items }) => {
		const shown = [...items].slice(0, MAX_SHOWN_ITEMS).join(', ');
		const more = items.size > MAX_SHOWN_ITEMS ? ', …' : '';
		const which = items.size === 1 ? `item ${shown}` : `${items.size} items (${shown}${more})`;
		return {
			message: `{{ ${code} }} in '${label}' gave ${word === undefined ? 'nothing' : `"${word}"`} for ${which}`,
			type: 'warning',
			location: 'outputPane',
		};
	});
}
