import type { INodePropertyOptions } from 'n8n-workflow';

import { isAbsent, toTextList } from './convert';
import { InvalidInput, quote } from './invalidInput';
import type { BrazeField } from './field';

/** A list to choose from, as the form has it. */
export type ChoiceField = Pick<BrazeField, 'displayName' | 'name' | 'options' | 'elsewhere'>;

/** @returns the options of a list, without the groups of other fields */
export const optionsOf = ({ options }: Pick<BrazeField, 'options'>): INodePropertyOptions[] =>
	(options ?? []).filter((option): option is INodePropertyOptions => 'value' in option);

/**
 * What a person or an expression chose.
 *
 * @returns the value of one of the options; blanks around it do not count
 * @throws InvalidInput for anything else, empty included: there is no choice that stands for a missing one
 */
export function toChoice(value: unknown, field: ChoiceField, label = field.displayName): string {
	const given = typeof value === 'string' ? value.trim() : value;
	const chosen = field.options?.find((option) => 'value' in option && option.value === given);
	if (chosen) return given as string;
	const named = `Choose ${listed(optionsOf(field).map(optionInWords))}`;
	if (isAbsent(given)) throw new InvalidInput(label, 'is empty', named);
	const other = field.elsewhere?.find((option) => option.value === given);
	throw new InvalidInput(
		label,
		other ? `cannot be ${other.name} here` : `cannot be ${quote(value)}`,
		named,
	);
}

/**
 * Several choices from one list.
 *
 * @returns the values of the options, each once, in the order given
 * @throws InvalidInput for what is not one of them
 */
export function toChoices(value: unknown, field: ChoiceField, label = field.displayName): string[] {
	const chosen = toTextList(value, label).map((each) => toChoice(each, field, label));
	return [...new Set(chosen)];
}

/**
 * @param parameters the form for the item at hand
 * @returns what it chose in a list that it shows
 * @throws InvalidInput where that is none of the options
 */
export const choice = ({ read }: { read: (name: string) => unknown }, field: ChoiceField): string =>
	toChoice(read(field.name), field);

/** The value, as an expression has to give it, and the name where that reads differently. */
function optionInWords({ name, value }: INodePropertyOptions): string {
	const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
	return plain(name) === plain(String(value)) ? String(value) : `${String(value)} (${name})`;
}

const listed = (words: string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
