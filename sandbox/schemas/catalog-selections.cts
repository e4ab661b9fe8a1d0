import { CATALOG } from '../limits.cts';
import type { Catalog, CatalogField } from '../workspace/catalogs.cts';
import { catalogFault, type CatalogFault } from './catalog-faults.cts';
import { identifier, object, oneOf, string, type JsonSchema } from './json-schema.cts';

interface Filter {
	field: string;
	operator: string;
	value: unknown;
}

/** A selection as a request gives it. */
export interface Selection extends Record<string, unknown> {
	name: string;
	filters: Filter[];
	results_limit: number;
	sort_field?: string;
	sort_order?: string;
}

const SHAPE = 'invalid-selection';
const FILTER = 'selection-has-invalid-filter';
const RESULTS = 'selection-invalid-results-limit';

/** The operators of each type of field. */
const OPERATORS: Record<CatalogField['type'], string[]> = {
	string: ['equals', 'does not equal'],
	number: ['equals', 'does not equal', 'greater than', 'less than'],
	boolean: ['is'],
	time: ['before', 'after'],
	object: [],
	array: ['includes value', 'does not include value'],
	geo: ['geo within', 'geo outside'],
};

const filter: JsonSchema = {
	type: 'object',
	properties: { field: identifier, operator: string, value: {} },
	required: ['field', 'operator', 'value'],
	additionalProperties: false,
	brazeErrors: { type: FILTER, required: FILTER, additionalProperties: FILTER },
};

export const catalogSelection = object(
	'selection',
	{
		name: identifier,
		description: string,
		external_id: string,
		source: oneOf('Braze', 'Shopify'),
		filters: {
			type: 'array',
			items: filter,
			maxItems: CATALOG.filters,
			brazeErrors: { maxItems: 'too-many-filters', type: SHAPE },
		},
		results_limit: {
			type: 'integer',
			minimum: 1,
			maximum: CATALOG.results,
			brazeErrors: { type: RESULTS, minimum: RESULTS, maximum: RESULTS },
		},
		sort_field: string,
		sort_order: { ...oneOf('asc', 'desc'), brazeErrors: { enum: 'invalid-sort-order' } },
	},
	['name', 'filters', 'results_limit'],
	{ brazeErrors: { type: SHAPE, required: SHAPE, additionalProperties: SHAPE } },
);

/** What is wrong with a selection of this catalog that fits catalogSelection. */
export function selectionFaults(catalog: Catalog, selection: Selection): CatalogFault[] {
	const { filters, sort_field: field, sort_order: order } = selection;
	const faulty = filters.filter((each) => !isFitting(catalog, each)).map((each) => each.field);
	const arrays = filters
		.map((each) => each.field)
		.filter((name) => catalog.typeOf(name) === 'array');
	return [
		...(faulty.length > 0 ? [catalogFault(FILTER, ['field'], faulty)] : []),
		...(new Set(arrays).size > 1 ? [catalogFault('selection-contains-too-many-arrays')] : []),
		...((field === undefined) !== (order === undefined) ? [catalogFault('invalid-sorting')] : []),
		...(field !== undefined && !catalog.typeOf(field) ? [catalogFault('invalid-sort-field')] : []),
	];
}

function isFitting(catalog: Catalog, { field, operator, value }: Filter): boolean {
	const type = catalog.typeOf(field);
	if (!type || !OPERATORS[type].includes(operator)) return false;
	if (typeof value === 'string')
		return type !== 'number' && type !== 'boolean' ? true : value.includes('{{');
	return type === 'geo' || typeof value === type;
}
