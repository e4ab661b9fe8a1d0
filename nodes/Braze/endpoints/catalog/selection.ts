import type { IDataObject } from 'n8n-workflow';

import { rule } from '../../parts/fields';
import type { Part } from '../../pipeline/part';
import { isAbsent } from '../../schema/convert';
import type { BrazeField } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import { MAX_NAME_CHARACTERS } from './fields';

/** Filters of a selection, and most results that it gives (Braze docs). */
const MOST_FILTERS = 10;
const MOST_RESULTS = 50;

/** What Braze compares by each operator (Braze docs); it spells them with spaces. */
const operandTypes: Record<string, ReadonlyArray<keyof typeof typeNames>> = {
	after: ['string'],
	before: ['string'],
	'does not equal': ['string', 'number'],
	'does not include value': ['string'],
	equals: ['string', 'number'],
	'geo outside': ['object'],
	'geo within': ['object'],
	'greater than': ['number'],
	'includes value': ['string'],
	is: ['boolean'],
	'less than': ['number'],
};

const typeNames = { boolean: 'Boolean', number: 'Number', object: 'JSON', string: 'Text or Time' };

const operatorName = (value: string): string =>
	value
		.split(' ')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

export const selectionName: BrazeField = {
	displayName: 'Selection Name',
	name: 'selectionName',
	wireKey: 'name',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. sale',
	maxLength: MAX_NAME_CHARACTERS,
	pattern: /^(?!\.{1,2}$)/,
	patternHint: 'Use a name of more than dots',
	description: 'Name of the selection in its catalog',
};

/** The same key in the form that each type of value has. */
const valueOf = (
	field: Pick<BrazeField, 'name' | 'type' | 'default'>,
	type: string,
): BrazeField => ({
	...field,
	displayName: 'Value',
	wireKey: 'value',
	alsoAccepts: ['boolean', 'list', 'number', 'object', 'string'],
	description: 'Value to compare with; may hold Liquid in {{ }}',
	displayOptions: { show: { valueType: [type] } },
});

export const filters: BrazeField = {
	displayName: 'Filters',
	name: 'filters',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Filter',
	typeOptions: { multipleValues: true, sortable: true },
	maxItems: MOST_FILTERS,
	description: 'Which items belong to it, applied in this order; none for every item',
	options: [
		{
			displayName: 'Filter',
			name: 'filter',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. price',
					description: 'Field of the catalog',
				},
				{
					displayName: 'Operator',
					name: 'operator',
					type: 'options',
					default: 'equals',
					options: Object.keys(operandTypes).map((value) => ({
						name: operatorName(value),
						value,
					})),
				},
				{
					displayName: 'Value Type',
					name: 'valueType',
					wireKey: null,
					type: 'options',
					default: 'string',
					options: [
						{ name: 'Boolean', value: 'boolean' },
						{ name: 'JSON', value: 'json' },
						{ name: 'Number', value: 'number' },
						{ name: 'Text or Time', value: 'string' },
					],
				},
				valueOf({ name: 'value', type: 'string', default: '' }, 'string'),
				valueOf({ name: 'numberValue', type: 'number', default: 0 }, 'number'),
				{
					...valueOf({ name: 'booleanValue', type: 'boolean', default: true }, 'boolean'),
					description: 'Whether the field is to be true',
				},
				valueOf({ name: 'jsonValue', type: 'json', default: '{}' }, 'json'),
			],
		},
	],
};

export const resultsLimit: BrazeField = {
	displayName: 'Results Limit',
	name: 'resultsLimit',
	type: 'number',
	wire: 'integer',
	required: true,
	default: MOST_RESULTS,
	typeOptions: { minValue: 1, maxValue: MOST_RESULTS },
	description: 'How many items a message gets at most',
};

export const selectionDescription: BrazeField = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	maxLength: MAX_NAME_CHARACTERS,
	description: 'What the selection is for',
};

export const selectionExternalId: BrazeField = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	identifier: true,
	default: '',
	description: 'ID of the collection in the source',
};

export const selectionSource: BrazeField = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	default: 'Braze',
	options: [
		{ name: 'Braze', value: 'Braze' },
		{ name: 'Shopify', value: 'Shopify' },
	],
};

export const sortField: BrazeField = {
	displayName: 'Sort Field',
	name: 'sortField',
	type: 'string',
	default: '',
	description: 'Field to sort by, together with Sort Order; without both, the order is random',
};

export const sortOrder: BrazeField = {
	displayName: 'Sort Order',
	name: 'sortOrder',
	type: 'options',
	default: 'asc',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
};

/** Braze wants the filters even where there are none. */
export const withFilters = (part: Part): Part => ({
	...part,
	write: (parameters, writing) => ({
		wire: { filters: [], ...part.write?.(parameters, writing).wire },
	}),
});

/** Rules between the fields of a selection (Braze docs). */
export const checkSelection = rule(({ wire }) => {
	if (isAbsent(wire.sort_field) !== isAbsent(wire.sort_order)) {
		throw new InvalidInput(
			isAbsent(wire.sort_field) ? 'Sort Field' : 'Sort Order',
			'is empty',
			'Give both Sort Field and Sort Order, or neither',
		);
	}
	(Array.isArray(wire.filters) ? (wire.filters as IDataObject[]) : []).forEach(checkFilter);
});

function checkFilter({ operator, value }: IDataObject, index: number): void {
	const label = `Filters ${index + 1} > Value`;
	if (value === undefined) {
		throw new InvalidInput(label, 'is empty', 'Say what the field is compared with');
	}
	const types = operandTypes[String(operator)];
	const holdsLiquid = typeof value === 'string' && value.includes('{{');
	if (!types || holdsLiquid || types.some((type) => type === typeof value)) return;
	throw new InvalidInput(
		label,
		`is not what "${String(operator)}" compares with`,
		`Choose the Value Type ${types.map((type) => typeNames[type]).join(' or ')}`,
	);
}
