import type { IDataObject } from 'n8n-workflow';

import type { Parameters } from './support.cts';

/** A catalog named in the form. */
export const catalog = (value: string): IDataObject => ({ __rl: true, mode: 'name', value });

/** The types that the mapper has for the fields of the catalog *restaurants*. */
const RESTAURANT_FIELDS: Array<[string, string]> = [
	['Name', 'string'],
	['Rating', 'number'],
	['Loyalty_Program', 'boolean'],
	['Location [Longitude, Latitude]', 'array'],
	['Top_Dishes', 'array'],
	['Opening_Hours', 'object'],
	['Created_At', 'dateTime'],
];

/** n8n's mapper as the editor stores it. */
export const mapping = (value: IDataObject | null): IDataObject => ({
	mappingMode: value === null ? 'autoMapInputData' : 'defineBelow',
	value,
	matchingColumns: [],
	schema: RESTAURANT_FIELDS.map(([displayName, type]) => ({
		id: displayName.split(' ')[0],
		displayName,
		type,
		required: false,
		display: true,
	})) as unknown as IDataObject[],
});

/** An item of *products*, whose fields each input item gives as an object under `fields`. */
export const itemForm = (operation: string, more: Parameters = {}): Parameters => ({
	resource: 'catalogItem',
	operation,
	catalogName: catalog('products'),
	itemId: '={{ $json.id }}',
	itemFieldsSource: 'json',
	itemFieldsJson: '={{ $json.fields }}',
	...more,
});

/** Input items for `itemForm`, `sku-1` the first. */
export const items = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: `sku-${index + 1}`,
		fields: { price: index + 1 },
	}));

/** One request an item, which tells at once what becomes of it. */
export const synchronous = { options: { synchronous: true } };
