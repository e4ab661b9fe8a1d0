import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { listReader, objectReader } from './reader';
import type { Reader } from './reader';
import { textReader } from './textReader';
import type { ReadWith } from './expressionReader';
import { innerProperties, pairTraits, termTraits, traitsOf } from './traits';
import type { Traits } from './traits';

/**
 * Makes the reader of a parameter from how it is stored. Each text of it is scanned for expressions here, once: what an expression
 * gives is never scanned again.
 *
 * @param stored the parameter as n8n stores it, expressions unevaluated
 * @param property what describes it in the form; undefined where nothing does
 * @throws InvalidInput for n8n's expressions where Fixed mode takes none, and for Liquid where n8n takes `{{ }}` for itself
 */
export function readerOf(
	stored: unknown,
	property: INodeProperties | undefined,
	traits: Traits,
	using: ReadWith,
): Reader {
	if (typeof stored === 'string') return textReader(stored, traits, using);
	if (typeof stored !== 'object' || stored === null) return { constant: stored };
	if (Array.isArray(stored)) {
		return listReader(stored.map((entry) => readerOf(entry, property, traits, using)));
	}
	const entries = Object.entries(stored).map(([name, value]): [string, Reader] => [
		name,
		entryReader(name, value, stored as IDataObject, property, traits, using),
	]);
	return objectReader(entries);
}

function entryReader(
	name: string,
	value: unknown,
	around: IDataObject,
	property: INodeProperties | undefined,
	traits: Traits,
	using: ReadWith,
): Reader {
	// a locator keeps the name of what was chosen, and where it was, beside its value
	if (around.__rl === true) {
		return name === 'value' ? readerOf(value, property, traits, using) : { constant: value };
	}
	if (property?.type === 'assignmentCollection') {
		return name === 'assignments' ? pairsReader(value, traits, using) : { constant: value };
	}
	if (property?.type === 'fixedCollection') {
		return rowsReader(value, innerProperties(property, name), traits.label, using);
	}
	if (!property) return readerOf(value, undefined, traits, using);
	const [inner] = innerProperties(property, name);
	return inner
		? readerOf(value, inner, traitsOf(inner, traits.label), using)
		: readerOf(value, undefined, termTraits(traits.label), using);
}

function rowsReader(
	rows: unknown,
	properties: INodeProperties[],
	label: string,
	using: ReadWith,
): Reader {
	if (Array.isArray(rows)) {
		return listReader(rows.map((row) => rowsReader(row, properties, label, using)));
	}
	if (!isObject(rows)) return readerOf(rows, undefined, termTraits(label), using);
	return objectReader(
		Object.entries(rows).map(([name, value]): [string, Reader] => {
			const inner = properties.find((each) => each.name === name);
			const traits = inner ? traitsOf(inner, label) : termTraits(label);
			return [name, readerOf(value, inner, traits, using)];
		}),
	);
}

function pairsReader(pairs: unknown, traits: Traits, using: ReadWith): Reader {
	if (!Array.isArray(pairs)) return readerOf(pairs, undefined, termTraits(traits.label), using);
	return listReader(
		pairs.map((pair: unknown) => {
			if (!isObject(pair)) return readerOf(pair, undefined, termTraits(traits.label), using);
			return objectReader(
				Object.entries(pair).map(([key, value]): [string, Reader] => [
					key,
					key === 'value'
						? readerOf(value, undefined, pairTraits(traits, pair), using)
						: readerOf(value, undefined, termTraits(traits.label), using),
				]),
			);
		}),
	);
}
