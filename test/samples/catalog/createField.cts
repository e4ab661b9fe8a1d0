import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		fieldName: '={{ $json.field }}',
		fieldType: 'boolean',
	},
	items: [{ field: 'recycled' }, { field: 'in_stock' }],
	wire: [
		{
			method: 'POST',
			path: '/catalogs/products/fields',
			body: {
				fields: [
					{ name: 'recycled', type: 'boolean' },
					{ name: 'in_stock', type: 'boolean' },
				],
			},
		},
	],
	output: [
		{ message: 'success', queued: true },
		{ message: 'success', queued: true },
	],
};
