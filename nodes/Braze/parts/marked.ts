import type { INodeProperties } from 'n8n-workflow';

import type { Show } from '../pipeline/part';
import { toProperty } from '../schema/describe';
import type { BrazeField } from '../schema/field';

/** A choice of the form, and what it must be for a field to be shown. */
export interface Chosen {
	name: string;
	value: string;
}

const holdsExpression = { _cnd: { startsWith: '=' } };
const otherThan = (value: string) => ({ _cnd: { not: value } });

/**
 * A field that each item needs, marked while it is empty. n8n wants a required field as soon as an expression decides whether it
 * is shown, so that the marked one is hidden then and an unmarked twin takes its place. One twin serves all choices: n8n goes
 * through them in order, and shows what an expression decides about at the first of them that holds one.
 *
 * @param choices that show the field, each of which is shown by the ones before it
 */
export function marked(field: BrazeField, show: Show, choices: Chosen[]): INodeProperties[] {
	const property: INodeProperties = { ...toProperty(field), required: true };
	const twin: INodeProperties = { ...property };
	delete twin.required;
	const hide = Object.fromEntries(choices.map(({ name, value }) => [name, [otherThan(value)]]));
	const chosen = choices.map(({ name, value }, index): [string, unknown[]] => [
		name,
		[index === choices.length - 1 ? holdsExpression : value],
	]);
	return [
		{ ...property, displayOptions: { show, hide } },
		{ ...twin, displayOptions: { show: { ...show, ...Object.fromEntries(chosen) } as Show } },
	];
}
