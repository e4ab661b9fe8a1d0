import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { rendersLiquid } from '../../schema/describe';
import { within } from '../../schema/invalidInput';

/** What a text of the form is, which decides what becomes of the expressions and of the Liquid in it. */
export interface Traits {
	/** What a person sees beside the field. */
	label: string;
	/**
	 * - `text`: content, or a value of the person's own; an expression in it may give nothing
	 * - `json`: JSON, whose strings are such texts
	 * - `term`: an ID, a number, a time, a condition; with a part missing it would name something else
	 */
	kind: 'text' | 'json' | 'term';
	/** Braze renders it as Liquid. */
	liquid: boolean;
	/** Asks for an object, so that an expression that gives nothing is a mistake: an empty object is written as one. */
	object?: boolean;
	/** The value of a pair whose type is an object or a list: a text of it is JSON. */
	typed?: 'json';
}

/** The types of parameters whose value is an object of the person's own. */
const objectTypes = new Set<string>(['json', 'assignmentCollection', 'fixedCollection']);

/** @returns whether n8n's expressions are evaluated in Fixed mode, too; elsewhere they are refused there */
export const evaluatesFixed = ({ kind, liquid }: Traits): boolean => kind === 'json' || liquid;

/** @returns the traits of a single value of a property inside another one */
export function traitsOf(property: INodeProperties, outer = ''): Traits {
	const liquid = rendersLiquid(property);
	const text = liquid ? 'text' : 'term';
	return {
		label: within(outer, property.displayName),
		kind: property.type === 'json' ? 'json' : text,
		liquid,
		object: objectTypes.has(property.type),
	};
}

/** @returns the traits of the value of a pair */
export const pairTraits = ({ label, liquid }: Traits, { name, type }: IDataObject): Traits => ({
	label: typeof name === 'string' ? within(label, name) : label,
	kind: 'text',
	liquid,
	typed: type === 'object' || type === 'array' ? 'json' : undefined,
});

/** @returns the traits of what no property describes */
export const termTraits = (label: string): Traits => ({ label, kind: 'term', liquid: false });

/** @returns the properties of the entries in a property's value, those of a collection or of one group of a fixed collection */
export function innerProperties(property: INodeProperties, name: string): INodeProperties[] {
	return (property.options ?? []).flatMap((option) => {
		if (option.name !== name) return [];
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});
}

/** @returns whether a property, or a part of it, takes texts in which an expression may give nothing */
export function mayHoldTexts(property: INodeProperties): boolean {
	if (['assignmentCollection', 'json'].includes(property.type)) return true;
	return (
		rendersLiquid(property) ||
		(property.options ?? []).some((option) => {
			if ('values' in option) return option.values.some(mayHoldTexts);
			return 'type' in option && mayHoldTexts(option);
		})
	);
}
