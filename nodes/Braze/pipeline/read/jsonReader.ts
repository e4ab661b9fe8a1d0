import { isObject, parseJson } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import { noteEmpty } from './emptyValues';
import { liquidJoiner } from './liquidText';
import { plainPathOf } from './plainPath';
import { listReader, objectReader, valueOf } from './reader';
import type { Reader } from './reader';
import { holdsFixedExpression, splitFixed, wholeCode } from './splitText';
import { chunksReader } from './expressionReader';
import type { ReadWith } from './expressionReader';
import type { Traits } from './traits';
import { tried } from './tried';

/**
 * JSON in Fixed mode with expressions of n8n in its strings. A string that is one expression and nothing else becomes its value, in
 * the type that it has; an expression cannot break the JSON around it.
 *
 * @throws InvalidInput where the text is no JSON
 */
export function jsonReader(stored: string, traits: Traits, using: ReadWith): Reader {
	const outcome = tried(() => parseJson(stored, traits.label));
	if ('value' in outcome)
		return valueReader(outcome.value, { ...traits, kind: 'text', object: false }, using);
	const { fault } = outcome;
	if (!(fault instanceof InvalidInput)) throw fault;
	throw new InvalidInput(
		traits.label,
		fault.wrong,
		'Write each {{ }} between quotes: a text that is one {{ }} and nothing else keeps the type of its value',
	);
}

function valueReader(json: unknown, traits: Traits, using: ReadWith): Reader {
	if (typeof json === 'string') return stringReader(json, traits, using);
	if (Array.isArray(json))
		return listReader(json.map((entry) => valueReader(entry, traits, using)));
	if (!isObject(json)) return { constant: json };
	const reader = objectReader(
		Object.entries(json).map(([key, value]): [string, Reader] => {
			if (!holdsFixedExpression(key)) return [key, valueReader(value, traits, using)];
			throw new InvalidInput(
				traits.label,
				'holds an expression in the name of a key',
				'Switch the field to Expression and give the whole object',
			);
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

function stringReader(text: string, traits: Traits, using: ReadWith): Reader {
	const chunks = splitFixed(text);
	const code = wholeCode(chunks);
	if (code === undefined) return chunksReader(chunks, traits, using);
	const { engine, rules, emptyValues } = using;
	const path = plainPathOf(code);
	// the field as a whole is no single expression, so what Braze would run in this value came with data
	const reader = chunksReader(chunks, { ...traits, liquid: false }, using);
	const join = liquidJoiner(['', ''], rules, traits.label);
	return {
		read: (itemIndex) => {
			const value = valueOf(reader, itemIndex);
			if (value === undefined) {
				const json = engine.itemAt(itemIndex);
				noteEmpty({ code, path }, traits, { itemIndex, json }, rules, emptyValues);
			}
			return traits.liquid ? inStrings(value, (own) => join([own])) : value;
		},
	};
}

function inStrings(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((entry) => inStrings(entry, change));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, inStrings(entry, change)]),
	);
}
