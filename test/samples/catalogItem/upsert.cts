import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		itemId: '={{ $json.sku }}',
		itemFieldsSource: 'catalogFields',
		itemFields: {
			mappingMode: 'defineBelow',
			value: { title: '={{ $json.title }}', price: '={{ $json.price }}' },
			schema: [
				{ id: 'title', displayName: 'title', type: 'string', required: false },
				{ id: 'price', displayName: 'price', type: 'number', required: false },
			],
		},
	},
	items: [
		{ sku: 'sku-1', title: 'Cup', price: '5' },
		{ sku: 'sku-2', title: 2030, price: 7.5 },
	],
	wire: [
		{
			method: 'PUT',
			path: '/catalogs/products/items',
			body: {
				items: [
					{ id: 'sku-1', title: 'Cup', price: 5 },
					{ id: 'sku-2', title: '2030', price: 7.5 },
				],
			},
		},
	],
	output: [
		{ id: 'sku-1', message: 'success', queued: true },
		{ id: 'sku-2', message: 'success', queued: true },
	],
};
