import type { GenericValue, IDataObject } from 'n8n-workflow';

import {
	isAbsent,
	isBlank,
	isObject,
	setKey,
	toBoolean,
	toJsonList,
	toJsonObject,
	toNumber,
	toText,
} from './convert';
import { quote, InvalidInput } from './invalidInput';

type Assignment = { name?: unknown; value?: unknown; type?: unknown };

/**
 * The pairs of n8n's assignment collection as one object. The engine leaves values as an expression gave them,
 * so each becomes the type that was picked beside it.
 *
 * @param missing what becomes of a pair whose expression finds nothing: null, or the pair is left out
 * @throws InvalidInput for a pair without a name, a name given twice, or a value that is not of its type
 */
export function toPairs(
	value: unknown,
	field: string,
	missing: 'asNull' | 'leftOut' = 'asNull',
): IDataObject {
	if (isAbsent(value)) return {};
	if (!holdsAssignments(value)) return toJsonObject(value, field);
	const names = new Set<string>();
	const pairs: IDataObject = {};
	for (const pair of value.assignments) {
		const name = isAbsent(pair.name) ? '' : unquoted(toText(pair.name, field));
		if (name === '') {
			throw new InvalidInput(field, 'has a pair without a name', 'Name the pair or remove it');
		}
		if (names.has(name)) {
			throw new InvalidInput(field, `has the name ${quote(name)} twice`, 'Keep one of the two');
		}
		names.add(name);
		// an empty cell of a table is no number: the pair is not there
		if (isBlank(pair.value) && !isTextual(pair.type)) continue;
		if (missing === 'leftOut' && pair.value === undefined) continue;
		setKey(pairs, name, toTyped(pair.value, pair.type, `${field} > ${name}`));
	}
	return pairs;
}

/** A path with a key in brackets, as n8n names the pair of a column that is dragged there: `['size [cm]']`, `customer['First Name']`. */
const draggedPath =
	/^(?=.*\[["'])(?:(?:^|\.)[\p{L}_$][\p{L}\p{N}_$]*|\[\d+\]|\['(?:[^'\\]|\\.)+'\]|\["(?:[^"\\]|\\.)+"\])+$/u;
const quotedKey = /\[(["'])((?:[^\\]|\\.)+?)\1\]/gu;

/** n8n quotes a key in the path that it makes of a column, and the key itself has no quotes: `size [cm]`, `customer.First Name`. */
function unquoted(name: string): string {
	if (!name.includes('[') || !draggedPath.test(name)) return name;
	return name
		.replace(quotedKey, (_step, _quote, key: string) => `.${key.replace(/\\(.)/gu, '$1')}`)
		.replace(/^\./u, '');
}

/** An object from an expression may have a key of that name, too. */
const holdsAssignments = (value: unknown): value is { assignments: Assignment[] } =>
	isObject(value) && Array.isArray(value.assignments) && value.assignments.every(isObject);

const isTextual = (type: unknown): boolean =>
	!['number', 'boolean', 'array', 'object'].includes(type as string);

function toTyped(value: unknown, type: unknown, field: string): GenericValue | IDataObject {
	if (value === null || value === undefined) return null;
	// a pair that a person or a program wrote by hand has the type that its value has
	if (isAbsent(type)) return value as GenericValue;
	switch (type) {
		case 'number':
			return toNumber(value, field);
		case 'boolean':
			return toBoolean(value, field);
		case 'array':
			return toJsonList(value, field) as GenericValue;
		case 'object':
			return toJsonObject(value, field);
		default:
			return typeof value === 'object' ? (value as IDataObject) : toText(value, field);
	}
}
