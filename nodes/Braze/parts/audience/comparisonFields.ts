import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { attributeTypes } from './comparisons';
import type { AttributeType, ValueKind } from './comparisons';

/** A list to choose from. */
export type List = INodeProperties & { options: INodePropertyOptions[] };

/** The parameter that holds a value, for each kind of it. */
export const valueParameters: Record<Exclude<ValueKind, 'none'>, INodeProperties> = {
	boolean: {
		displayName: 'Value',
		name: 'booleanValue',
		type: 'boolean',
		default: true,
		description: 'Whether the attribute is compared with true or with false',
	},
	days: {
		displayName: 'Days',
		name: 'days',
		type: 'number',
		default: 7,
		typeOptions: { minValue: 0 },
		description: 'Number of days from the moment of the send',
	},
	list: {
		displayName: 'Values',
		name: 'values',
		type: 'string',
		default: '',
		placeholder: 'e.g. gold, silver',
		description: 'Values with commas between them, a JSON list, or a list from an expression',
	},
	number: { displayName: 'Value', name: 'numberValue', type: 'number', default: 0 },
	text: {
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. gold',
	},
	textOrList: {
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. gold',
		description: 'A value, or a list of which one is enough, as JSON or from an expression',
	},
	time: { displayName: 'Time', name: 'time', type: 'dateTime', default: '' },
};

/**
 * The parameter that holds how an attribute of a type is compared. Each type has its own, since n8n gives a new row
 * the last default of a name, and keeps the old choice when the type is switched.
 */
export const comparisonParameter = ({ key }: AttributeType): string => `${key}Comparison`;

const usualComparisons = ['equals', 'after', 'includes_value'];

/** @returns the list of comparisons for a type of attribute */
export function comparisonOf(type: AttributeType): List {
	const usual = type.comparisons.find(({ key }) => usualComparisons.includes(key));
	const defaultComparison = (usual ?? type.comparisons[0]).key;
	return {
		displayName: 'Comparison',
		name: comparisonParameter(type),
		type: 'options',
		default: defaultComparison,
		options: type.comparisons.map(({ key, displayName }) => ({ name: displayName, value: key })),
		displayOptions: { show: { attributeType: [type.key] } },
	};
}

/** @returns the value parameter of a kind, for each type that compares with such a value. */
export const valuesOf = (kind: keyof typeof valueParameters): INodeProperties[] =>
	attributeTypes.flatMap((type) => {
		const comparisons = type.comparisons.filter(({ value }) => value === kind);
		if (comparisons.length === 0) return [];
		const show = {
			attributeType: [type.key],
			[comparisonParameter(type)]: comparisons.map(({ key }) => key),
		};
		return [{ ...valueParameters[kind], displayOptions: { show } }];
	});

export const attributeType: List = {
	displayName: 'Attribute Type',
	name: 'attributeType',
	type: 'options',
	default: 'string',
	options: attributeTypes.map(({ key, displayName }) => ({ name: displayName, value: key })),
};
