import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from './convert';
import { fieldLabel, groupOf, wirePath } from './field';
import type { BrazeField } from './field';
import { quote, InvalidInput, within } from './invalidInput';

const partBy = (field: BrazeField): BrazeField | undefined =>
	groupOf(field)?.values.find(({ name }) => name === field.spreadBy);

const choicesOf = (part: BrazeField | undefined): Array<{ name: string; prefix: string }> =>
	(part?.options ?? []).flatMap((option) =>
		'value' in option ? [{ name: option.name, prefix: String(option.value) }] : [],
	);

const keyOf = (prefix: string, key: string): string => `${prefix}_${key}`;

/**
 * The rows of a spread field as the keys they become.
 *
 * @param rows the rows as written, each with its choice among them
 * @throws InvalidInput for a row without its choice, with an unknown one or with that of another row
 */
export function spreadRows(field: BrazeField, rows: unknown, label: string): IDataObject {
	const wire: IDataObject = {};
	const taken = new Set<string>();
	(Array.isArray(rows) ? rows : [rows]).forEach((row: unknown, index) => {
		const { prefix, values } = splitRow(field, row, `${label} ${index + 1}`, taken);
		taken.add(prefix);
		for (const [key, value] of Object.entries(values)) wire[keyOf(prefix, key)] = value;
	});
	return wire;
}

function splitRow(
	field: BrazeField,
	row: unknown,
	label: string,
	taken: Set<string>,
): { prefix: string; values: IDataObject } {
	const part = partBy(field);
	if (!part || !isObject(row)) {
		throw new InvalidInput(label, 'must be an object', 'Give its keys and values');
	}
	const { [wirePath(part)[0]]: choice, ...values } = row;
	const partLabel = within(label, fieldLabel(part));
	const known = choicesOf(part).find(({ prefix }) => prefix === choice);
	if (!known) {
		throw new InvalidInput(
			partLabel,
			isAbsent(choice) ? 'is empty' : `cannot be ${quote(choice)}`,
			`Choose one of ${choicesOf(part)
				.map(({ prefix }) => prefix)
				.join(', ')}`,
		);
	}
	if (taken.has(known.prefix)) {
		throw new InvalidInput(
			partLabel,
			`is ${quote(choice)} a second time`,
			'Keep one of the two rows',
		);
	}
	return { prefix: known.prefix, values };
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
