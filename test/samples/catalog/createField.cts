import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		fieldName: '={{ $json.field }}',
		fieldType: '={{ $json.type }}',
	},
	items: [
		{ field: 'color', type: 'string' },
		{ field: 'in_stock', type: 'boolean' },
	],
	wire: [
		{
			method: 'POST',
			path: '/catalogs/products/fields',
			body: {
				fields: [
					{ name: 'color', type: 'string' },
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
