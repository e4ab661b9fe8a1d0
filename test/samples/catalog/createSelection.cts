import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		selectionName: 'sale',
		filters: {
			filter: [
				{ field: 'collection', operator: 'includes value', valueType: 'string', value: 'Sale' },
				{ field: 'price', operator: 'less than', valueType: 'number', numberValue: 20 },
			],
		},
		resultsLimit: 5,
		additionalFields: { sortField: 'price', sortOrder: 'asc' },
	},
	wire: [
		{
			method: 'POST',
			path: '/catalogs/products/selections',
			body: {
				selection: {
					name: 'sale',
					filters: [
						{ field: 'collection', operator: 'includes value', value: 'Sale' },
						{ field: 'price', operator: 'less than', value: 20 },
					],
					results_limit: 5,
					sort_field: 'price',
					sort_order: 'asc',
				},
			},
		},
	],
	output: [{ message: 'success', queued: true }],
};
