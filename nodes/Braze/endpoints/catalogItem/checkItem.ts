import type { IDataObject } from 'n8n-workflow';

import { rule } from '../../parts/fields';
import type { Part } from '../../pipeline/part';
import { checkLength } from '../../schema/checkLength';
import { isObject } from '../../schema/convert';
import { InvalidInput, quote, within } from '../../schema/invalidInput';
import { namePattern } from '../catalog/fields';
import { isListChange } from './listChange';

/** Longest text, longest list and deepest object in a field (Braze docs). */
const MAX_VALUE_CHARACTERS = 5000;
const MAX_LIST_ENTRIES = 100;
const MAX_DEPTH = 50;

const LABEL = 'Item Fields';

/** @returns the rules for the values of an item; `changesLists` where `$add` and `$remove` may stand in it */
export const checkItem = ({ changesLists = false } = {}): Part =>
	rule(({ wire }) => {
		for (const [name, value] of Object.entries(wire)) {
			checkName(name);
			const label = within(LABEL, name);
			if (!isListChange(value)) checkValue(value, label);
			else if (changesLists) checkListChange(value, label);
			else throw new InvalidInput(label, 'adds to a list', 'Use the operation Update for that');
		}
	});

/** Braze refuses all items of a request for a field that none can have, and does not say which. */
function checkName(name: string): void {
	const { pattern, patternHint, maxLength } = namePattern;
	if (pattern.test(name) && name.length <= maxLength) return;
	throw new InvalidInput(
		LABEL,
		`has the name ${quote(name)}, which no field of a catalog can have`,
		`${patternHint}, at most ${maxLength} of them; rename it, or leave it out`,
	);
}

/** An update without a field changes nothing. */
export const checkHasFields = rule(({ wire }) => {
	if (Object.keys(wire).length > 1) return;
	throw new InvalidInput(LABEL, 'are empty', 'Give at least one field to change');
});

function checkValue(value: unknown, label: string): void {
	if (typeof value === 'string') checkLength(value, MAX_VALUE_CHARACTERS, label);
	if (Array.isArray(value)) checkList(value, label);
	if (isObject(value)) checkKeys(value, label, 1);
}

function checkList(list: unknown[], label: string): void {
	if (list.length <= MAX_LIST_ENTRIES) return;
	throw new InvalidInput(
		label,
		`has ${list.length} entries and Braze takes at most ${MAX_LIST_ENTRIES}`,
		'Remove some',
	);
}

function checkListChange(change: IDataObject, label: string): void {
	for (const [operator, entries] of Object.entries(change)) {
		const isTextList =
			Array.isArray(entries) && (entries as unknown[]).every((entry) => typeof entry === 'string');
		if ((operator === '$add' || operator === '$remove') && isTextList) continue;
		throw new InvalidInput(
			label,
			`has ${quote(operator)} with something else than a list of texts`,
			'Write it as { "$add": ["a"], "$remove": ["b"] }',
		);
	}
}

function checkKeys(value: unknown, label: string, depth: number): void {
	if (typeof value !== 'object' || value === null || value instanceof Date) return;
	if (depth > MAX_DEPTH) {
		throw new InvalidInput(label, `is deeper than ${MAX_DEPTH} levels`, 'Send a flatter object');
	}
	for (const [key, inner] of Object.entries(value)) {
		if (!Array.isArray(value) && /[.$]/.test(key)) {
			throw new InvalidInput(
				label,
				`has the key ${quote(key)}, and Braze takes no . or $ in keys`,
				'Rename the key',
			);
		}
		checkKeys(inner, label, depth + 1);
	}
}
