import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject, parseJson } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import { toLiquid } from '../../schema/liquid';
import { isBareName, isFiltered, readsAsLiquid } from '../../schema/liquidInCode';
import { noteEmpty } from './emptyValues';
import type { EmptyValues } from './emptyValues';
import type { Engine } from './engine';
import { liquidJoiner } from './liquidText';
import { ASK_ENGINE, isPlainObject, plainPathOf, plainValueAt, textAt } from './plainPath';
import { listReader, objectReader, valueOf } from './reader';
import type { Reader } from './reader';
import type { TextRules } from './rules';
import { holdsFixedExpression, joined, splitExpression, splitFixed, wholeCode } from './splitText';
import type { Chunk } from './splitText';
import { evaluatesFixed } from './traits';
import type { Traits } from './traits';

/** What a run reads with. */
export interface ReadWith {
	engine: Engine;
	rules: TextRules;
	emptyValues: EmptyValues;
}

/** @returns the reader of a text as it is stored; n8n marks Expression mode by a leading equals sign */
export function textReader(stored: string, traits: Traits, using: ReadWith): Reader {
	if (stored.startsWith('=')) {
		return isRefusedByN8n(stored)
			? {
					read: (itemIndex) =>
						evaluated(() => using.engine.text(stored.slice(1), itemIndex), [], traits),
				}
			: chunksReader(splitExpression(stored.slice(1)), traits, using);
	}
	if (!holdsFixedExpression(stored)) return { constant: asContent(stored, traits, using) };
	if (!evaluatesFixed(traits)) {
		throw new InvalidInput(
			traits.label,
			'holds an expression in {{ }} but is in Fixed mode, where it would be sent as it is',
			'Switch the field to Expression',
		);
	}
	return traits.kind === 'json'
		? jsonReader(fixedJson(stored, traits.label), traits, using)
		: chunksReader(splitFixed(stored), traits, using);
}

/** n8n evaluates no text in which this stands, be it in words. */
const isRefusedByN8n = (stored: string): boolean => /\.\s*constructor/.test(stored);

function fixedJson(stored: string, label: string): unknown {
	try {
		return parseJson(stored, label);
	} catch (error) {
		if (!(error instanceof InvalidInput)) throw error;
		throw new InvalidInput(
			label,
			error.wrong,
			'Write each {{ }} between quotes: a text that is one {{ }} and nothing else keeps the type of its value',
		);
	}
}

/** JSON in Fixed mode: its strings are texts, and each key says the same for every item. */
function jsonReader(json: unknown, traits: Traits, using: ReadWith): Reader {
	if (typeof json === 'string') return jsonTextReader(json, traits, using);
	if (Array.isArray(json)) return listReader(json.map((entry) => jsonReader(entry, traits, using)));
	if (!isObject(json)) return { constant: json };
	const reader = objectReader(
		Object.entries(json).map(([key, value]): [string, Reader] => {
			if (holdsFixedExpression(key)) {
				throw new InvalidInput(
					traits.label,
					'holds an expression in the name of a key',
					'Switch the field to Expression and give the whole object',
				);
			}
			return [key, jsonReader(value, traits, using)];
		}),
	);
	if ('constant' in reader) return reader;
	// JSON has no undefined: a key without a value is not there
	return {
		read: (itemIndex) =>
			Object.fromEntries(
				Object.entries(reader.read(itemIndex) as object).filter(([, value]) => value !== undefined),
			),
	};
}

function jsonTextReader(text: string, traits: Traits, using: ReadWith): Reader {
	const chunks = splitFixed(text);
	const reader = chunksReader(chunks, traits, using);
	const code = wholeCode(chunks);
	if (code === undefined) return reader;
	const path = plainPathOf(code);
	return {
		read: (itemIndex) => {
			const value = valueOf(reader, itemIndex);
			if (value === undefined) {
				const json = using.engine.itemAt(itemIndex);
				noteEmpty({ code, path }, traits, { itemIndex, json }, using.rules, using.emptyValues);
			}
			return value;
		},
	};
}

function chunksReader(chunks: Chunk[], traits: Traits, using: ReadWith): Reader {
	const codes = chunks.filter(({ kind }) => kind === 'code').map(({ text }) => text);
	if (codes.length === 0) return { constant: asContent(chunks[0]?.text ?? null, traits, using) };
	if (traits.liquid && codes.some(isFiltered)) throw liquidInBrackets(traits.label);
	const whole = wholeCode(chunks);
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
	const { engine } = using;
	const path = plainPathOf(code);
	return (itemIndex) => {
		const plain = path ? plainValueAt(engine.itemAt(itemIndex), path) : ASK_ENGINE;
		const value =
			plain === ASK_ENGINE
				? withDatesAsText(evaluated(() => engine.value(code, itemIndex), [code], traits))
				: plain;
		if (traits.liquid && isAbsent(value) && isBareName(code)) throw liquidInBrackets(traits.label);
		return asContent(
			traits.kind === 'text' && DateTime.isDateTime(value) ? value.toString() : value,
			traits,
			using,
		);
	};
}

/** Words and what expressions put between them, as n8n makes a text of them. */
function mixedReader(
	chunks: Chunk[],
	traits: Traits,
	using: ReadWith,
): (itemIndex: number) => string {
	const words = wordsOf(chunks);
	const codes = chunks.flatMap(({ kind, text }) => (kind === 'code' ? [text] : []));
	const paths = codes.map(plainPathOf);
	const join = traits.liquid
		? liquidJoiner(words, using.rules, traits.label)
		: (values: string[]): string => joined(words, values);

	return (itemIndex) => {
		const json = using.engine.itemAt(itemIndex);
		const values = valuesOf(codes, paths, json, (asked) =>
			evaluated(() => using.engine.texts(asked, itemIndex), asked, traits),
		);
		values.forEach((value, index) => {
			if (value !== '') return;
			const code = codes[index];
			if (traits.liquid && isBareName(code)) throw liquidInBrackets(traits.label);
			// a field that is there and empty has its right name
			const path =
				paths[index] && textAt(json, paths[index]) === ASK_ENGINE ? paths[index] : undefined;
			noteEmpty({ code, path }, traits, { itemIndex, json }, using.rules, using.emptyValues);
		});
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
function evaluated<Value>(evaluate: () => Value, codes: string[], traits: Traits): Value {
	try {
		return evaluate();
	} catch (error) {
		if (traits.liquid && codes.some(readsAsLiquid)) throw liquidInBrackets(traits.label);
		const { name, message, description } = error as Error & { description?: string | null };
		// what is nested too deeply is told elsewhere
		if (name === 'RangeError') throw error;
		throw new InvalidInput(
			traits.label,
			`holds an expression that n8n cannot evaluate: ${message.replace(/\.$/, '')}`,
			description || 'Correct the expression',
		);
	}
}

const liquidInBrackets = (label: string): InvalidInput =>
	new InvalidInput(
		label,
		'holds Liquid in {{ }}, which n8n takes for an expression of its own',
		"Write Liquid in double square brackets, such as [[${first_name} | default: 'there']], or switch the field to Fixed, where {{ }} is Liquid",
	);

/** What a person wrote, or gave as one expression, is content: brackets around Liquid are translated in every text of it. */
function asContent(value: unknown, { kind, liquid, label }: Traits, { rules }: ReadWith): unknown {
	if (!liquid || !rules.translateLiquid || isAbsent(value)) return value;
	return translated(kind === 'json' ? parseJson(value, label) : value);
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
		DateTime.isDateTime(entry) ? entry.toString() : withDatesAsText(entry);
	if (Array.isArray(value)) return value.map(asText);
	if (!isPlainObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asText(entry)]));
}
