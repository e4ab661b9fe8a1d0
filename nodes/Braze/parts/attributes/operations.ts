import type { IDataObject } from 'n8n-workflow';

import { isObject, setKey } from '../../schema/convert';
import type { Entry } from '../../pipeline/request';
import { flagKeys, identifierKeys, MERGES } from './profileFields';

/** Keys of an object that make it a change of what is stored, and no value. */
const operators = ['inc', 'add', 'remove', '$add', '$remove', '$update'];

/** @returns whether a key of a value says how to change what is stored */
export const isOperator = (key: string): boolean => operators.includes(key);

/** @returns whether a value changes what is stored instead of replacing it */
export function isOperation(value: unknown): value is IDataObject {
	if (!isObject(value)) return false;
	const keys = Object.keys(value);
	const isCount = keys.length === 1 && typeof value.inc === 'number';
	const isLists =
		keys.length > 0 &&
		keys.every((key) => key !== 'inc' && isOperator(key) && Array.isArray(value[key]));
	return isCount || isLists;
}

/** Whether something adds to what is stored, at any depth. */
const addsUp = (value: unknown): boolean =>
	isObject(value) && ('inc' in value || '$add' in value || Object.values(value).some(addsUp));

/** @returns whether an attributes object can be written twice without harm */
export const mayBeRepeated = (object: unknown): boolean =>
	isObject(object) && !Object.values(object).some(addsUp);

/** @returns what names the group of one of `subscription_groups` */
export const groupOf = (one: unknown): string =>
	String(isObject(one) ? one.subscription_group_id : one).toLowerCase();

/** Profile fields that change what they list and leave the rest, by what two of the list have in common. */
const listedApart: Readonly<Record<string, (one: unknown) => string>> = {
	push_tokens: (one) => JSON.stringify(one),
	subscription_groups: groupOf,
};

/** What both lists change, the later one where both name the same. */
function joinedLists(key: string, earlier: unknown, later: unknown): unknown {
	if (!Array.isArray(earlier) || !Array.isArray(later)) return undefined;
	const nameOf = listedApart[key];
	const named = new Set((later as unknown[]).map(nameOf));
	return [...(earlier as unknown[]).filter((one) => !named.has(nameOf(one))), ...later];
}

/** Operators of which two in a row are one with both lists. */
const listOperators = ['add', 'remove', '$add'] as const;

/**
 * @returns what both changes of one attribute come to, undefined where that cannot be said in one
 */
function joinedValue(earlier: unknown, later: unknown, mergesObjects: boolean): unknown {
	if (!isOperation(later)) return mergesObjects && isObject(later) ? undefined : later;
	if (!isOperation(earlier)) return undefined;
	if (typeof earlier.inc === 'number' && typeof later.inc === 'number') {
		return { inc: earlier.inc + later.inc };
	}
	const operator = listOperators.find((each) => each in earlier);
	const isSame = operator && Object.keys(earlier).length === 1 && Object.keys(later).length === 1;
	if (!isSame || !(operator in later)) return undefined;
	const all = [...(earlier[operator] as unknown[]), ...(later[operator] as unknown[])];
	return { [operator]: operator === '$add' ? all : [...new Set(all)] };
}

/**
 * @returns the attributes of both objects of one user, where the later one wins; undefined where they differ in how they are
 *   written, or one changes what the other one sets or changes
 */
export function joinAttributes(earlier: Entry, later: Entry): Entry | undefined {
	const [first, second] = [earlier.wire as IDataObject, later.wire as IDataObject];
	const isSame = (key: string): boolean =>
		JSON.stringify(first[key]) === JSON.stringify(second[key]);
	if (![...flagKeys, ...identifierKeys].every(isSame)) return undefined;
	const joined: IDataObject = { ...first };
	for (const [key, value] of Object.entries(second)) {
		const isNew =
			!Object.hasOwn(first, key) || flagKeys.includes(key) || identifierKeys.includes(key);
		const earlierValue = first[key];
		const result = isNew
			? value
			: Object.hasOwn(listedApart, key)
				? joinedLists(key, earlierValue, value)
				: joinedValue(earlierValue, value, first[MERGES] === true);
		if (result === undefined) return undefined;
		setKey(joined, key, result);
	}
	return { ...earlier, wire: joined };
}
