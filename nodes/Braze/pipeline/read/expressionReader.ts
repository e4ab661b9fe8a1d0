import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject, parseJson } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import { toLiquid } from '../../schema/liquid';
import { isBareName, isFiltered, readsAsLiquid } from '../../schema/liquidInCode';
import { noteEmpty, wordForNothing } from './emptyValues';
import type { EmptyValues } from './emptyValues';
import type { Engine } from './engine';
import { jsonLiquidJoiner, liquidJoiner } from './liquidText';
import { ASK_ENGINE, isPlainObject, plainPathOf, plainValueAt, textAt } from './plainPath';
import { insideValue } from './reader';
import type { Reader } from './reader';
import type { TextRules } from './rules';
import { codeBetweenBlanks, joined, wholeCode } from './splitText';
import type { Chunk } from './splitText';
import type { Traits } from './traits';
import { tried } from './tried';
import { valuesInJson } from './valuesInJson';

/** What a run reads with. */
export interface ReadWith {
	engine: Engine;
	rules: TextRules;
	emptyValues: EmptyValues;
}

/** @returns the reader of a text that has fallen into words and code */
export function chunksReader(chunks: Chunk[], traits: Traits, using: ReadWith): Reader {
	const codes = chunks.filter(({ kind }) => kind === 'code').map(({ text }) => text);
	if (codes.length === 0) return { constant: asContent(chunks[0].text, traits, using) };
	if (traits.liquid && codes.some(isFiltered)) throw liquidInBrackets(traits.label);
	// blanks around content are content; around anything else nobody means them
	const whole = traits.kind === 'text' ? wholeCode(chunks) : codeBetweenBlanks(chunks);
	return {
		read:
			whole === undefined ? mixedReader(chunks, traits, using) : wholeReader(whole, traits, using),
	};
}

/** A text that is one expression and nothing else: its value in its own type. */
function wholeReader(
	code: string,
	traits: Traits,
	using: ReadWith,
): (itemIndex: number) => unknown {
	const { engine, rules, emptyValues } = using;
	const path = plainPathOf(code);
	return (itemIndex) => {
		const plain = path ? plainValueAt(engine.itemAt(itemIndex), path) : ASK_ENGINE;
		const value =
			plain === ASK_ENGINE
				? withDatesAsText(evaluated(() => engine.value(code, itemIndex), [code], traits))
				: plain;
		if (traits.liquid && isAbsent(value) && isBareName(code)) throw liquidInBrackets(traits.label);
		if (isNoDate(value)) throw noDate(code, traits.label);
		const word = plain === ASK_ENGINE ? wordForNothing(value, code) : undefined;
		if (isNothing(value, traits) || word !== undefined) {
			const json = engine.itemAt(itemIndex);
			// a field that is there and empty has its right name
			const missing = plain === ASK_ENGINE && value === undefined ? path : undefined;
			noteEmpty({ code, path: missing, word }, traits, { itemIndex, json }, rules, emptyValues);
		}
		return asContent(
			traits.kind === 'text' && DateTime.isDateTime(value) ? value.toString() : value,
			traits,
			using,
		);
	};
}

/**
 * Whether what an expression gives leaves a gap: in content nothing at all is one. In a value of the person's own, null says
 * something, and so does an empty text. An ID, a number or a condition is looked at where it is read.
 */
function isNothing(value: unknown, { kind, liquid, object }: Traits): boolean {
	if (object || (liquid && kind === 'text')) return isAbsent(value);
	return kind === 'text' && value === undefined;
}

/** A date that could not be read, which JavaScript and luxon still hand on. */
const isNoDate = (value: unknown): boolean =>
	DateTime.isDateTime(value)
		? !value.isValid
		: value instanceof Date && Number.isNaN(value.getTime());

const noDate = (code: string, label: string): InvalidInput =>
	new InvalidInput(
		label,
		`holds {{${code}}}, which gives no valid date for this item`,
		'Check what it reads, and the format that it reads it in',
	);

/** Words and what expressions put between them, as n8n makes a text of them. */
function mixedReader(
	chunks: Chunk[],
	traits: Traits,
	using: ReadWith,
): (itemIndex: number) => string {
	const words = wordsOf(chunks);
	const codes = chunks.flatMap(({ kind, text }) => (kind === 'code' ? [text] : []));
	const paths = codes.map(plainPathOf);
	const joiner = traits.kind === 'json' ? jsonLiquidJoiner : liquidJoiner;
	const join = traits.liquid
		? joiner(words, using.rules, traits.label)
		: (values: string[]): string => joined(words, values);
	const checkValues = valuesInJson(
		words,
		paths.map((path) => path !== undefined),
		traits,
	);

	return (itemIndex) => {
		const json = using.engine.itemAt(itemIndex);
		const values = valuesOf(codes, paths, json, (asked) =>
			evaluated(() => using.engine.texts(asked, itemIndex), asked, traits),
		);
		values.forEach((value, index) => {
			const code = codes[index];
			const word = paths[index] ? undefined : wordForNothing(value, code);
			if (value !== '' && word === undefined) return;
			if (value === '' && traits.liquid && isBareName(code)) throw liquidInBrackets(traits.label);
			// a field that is there and empty has its right name
			const path =
				paths[index] && textAt(json, paths[index]) === ASK_ENGINE ? paths[index] : undefined;
			const { rules, emptyValues } = using;
			noteEmpty({ code, path, word }, traits, { itemIndex, json }, rules, emptyValues);
		});
		checkValues?.(values);
		return join(values);
	};
}

/** The words before, between and after the expressions. */
function wordsOf(chunks: Chunk[]): string[] {
	const words = [''];
	for (const { kind, text } of chunks) {
		if (kind === 'code') words.push('');
		else words[words.length - 1] += text;
	}
	return words;
}

/** What each expression puts into the text; the engine is asked once, for those that only it can tell. */
function valuesOf(
	codes: string[],
	paths: Array<string[] | undefined>,
	json: IDataObject | undefined,
	ask: (codes: string[]) => string[],
): string[] {
	const values = paths.map((path) => (path ? textAt(json, path) : ASK_ENGINE));
	const open = codes.filter((_, index) => values[index] === ASK_ENGINE);
	if (open.length === 0) return values as string[];
	const answers = ask(open);
	return values.map((value) => (value === ASK_ENGINE ? String(answers.shift()) : value));
}

/** @throws InvalidInput with the field's name where n8n cannot evaluate the code */
export function evaluated<Value>(evaluate: () => Value, codes: string[], traits: Traits): Value {
	const outcome = tried(evaluate);
	if ('value' in outcome) return outcome.value;
	if (traits.liquid && codes.some(readsAsLiquid)) throw liquidInBrackets(traits.label);
	const { fault } = outcome as { fault: Error & { description?: string | null } };
	// what is nested too deeply is told elsewhere
	if (fault.name === 'RangeError') throw fault;
	throw new InvalidInput(
		traits.label,
		`holds an expression that n8n cannot evaluate: ${fault.message.replace(/\.$/, '')}`,
		fault.description || 'Correct the expression',
	);
}

const liquidInBrackets = (label: string): InvalidInput =>
	new InvalidInput(
		label,
		'holds Liquid in {{ }}, which n8n takes for an expression of its own',
		"Write Liquid in double square brackets, such as [[${first_name} | default: 'there']], or switch the field to Fixed, where {{ }} is Liquid",
	);

/** What a person wrote, or gave as one expression, is content: brackets around Liquid are translated in every text of it. */
export function asContent(
	value: unknown,
	{ kind, liquid, label }: Traits,
	{ rules }: ReadWith,
): unknown {
	if (!liquid || !rules.translateLiquid || isAbsent(value)) return value;
	if (kind !== 'json') return translated(value);
	const parsed = parseJson(value, label);
	// what is no object is refused where it is written, as it was given
	return typeof parsed === 'object' ? translated(parsed) : value;
}

function translated(value: unknown): unknown {
	if (typeof value === 'string') return toLiquid(value);
	if (Array.isArray(value)) return value.map(translated);
	if (!isObject(value) || DateTime.isDateTime(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, translated(entry)]));
}

/** n8n hands out dates inside of a value as their text; one that is the whole value stays a date. */
function withDatesAsText(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || DateTime.isDateTime(value)) return value;
	const asText = (entry: unknown): unknown =>
		DateTime.isDateTime(entry) ? insideValue(entry) : withDatesAsText(entry);
	if (Array.isArray(value)) return value.map(asText);
	if (!isPlainObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asText(entry)]));
}
