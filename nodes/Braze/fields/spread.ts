import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from './convert';
import { fieldLabel, groupOf, wirePath } from './field';
import type { BrazeField } from './field';
import { quote, Refusal, within } from './refusal';

/** One choice of the part that a field's rows are spread by. */
interface Spread {
	name: string;
	prefix: string;
}

const partBy = (field: BrazeField): BrazeField | undefined =>
	groupOf(field)?.values.find(({ name }) => name === field.spreadBy);

const choicesOf = (part: BrazeField | undefined): Spread[] =>
	(part?.options ?? []).flatMap((option) =>
		'value' in option ? [{ name: option.name, prefix: String(option.value) }] : [],
	);

const keyOf = (prefix: string, key: string): string => `${prefix}_${key}`;

/**
 * The rows of a spread field as the keys they become.
 *
 * @param rows the rows as written, each with its choice among them
 * @throws Refusal for a row without its choice, with an unknown one or with that of another row
 */
export function spreadRows(field: BrazeField, rows: unknown, label: string): IDataObject {
	const part = partBy(field);
	const choices = choicesOf(part);
	const wire: IDataObject = {};
	const seen = new Set<unknown>();
	(Array.isArray(rows) ? rows : [rows]).forEach((row: unknown, index) => {
		const rowLabel = `${label} ${index + 1}`;
		if (!part || !isObject(row)) {
			throw new Refusal(rowLabel, 'must be an object', 'Give its keys and values');
		}
		const { [wirePath(part)[0]]: chosen, ...values } = row;
		const partLabel = within(rowLabel, fieldLabel(part));
		const allowed = choices.map(({ prefix }) => prefix);
		if (isAbsent(chosen)) {
			throw new Refusal(partLabel, 'is empty', `Choose one of ${allowed.join(', ')}`);
		}
		if (!allowed.includes(String(chosen))) {
			throw new Refusal(
				partLabel,
				`cannot be ${quote(chosen)}`,
				`Choose one of ${allowed.join(', ')}`,
			);
		}
		if (seen.has(chosen)) {
			throw new Refusal(partLabel, `is ${quote(chosen)} a second time`, 'Keep one of the two rows');
		}
		seen.add(chosen);
		for (const [key, value] of Object.entries(values)) wire[keyOf(String(chosen), key)] = value;
	});
	return wire;
}

/** @returns the rows of a spread field as a wire object holds them, under the name of their choice */
export function gatherRows(
	field: BrazeField,
	wire: IDataObject,
): Array<{ name: string; row: IDataObject }> {
	const part = partBy(field);
	const keys = (groupOf(field)?.values ?? [])
		.filter((each) => each !== part)
		.map((each) => wirePath(each)[0]);
	return choicesOf(part).flatMap(({ name, prefix }) => {
		const present = keys.filter((key) => Object.hasOwn(wire, keyOf(prefix, key)));
		const row = Object.fromEntries(present.map((key) => [key, wire[keyOf(prefix, key)]]));
		return present.length > 0 ? [{ name, row }] : [];
	});
}
