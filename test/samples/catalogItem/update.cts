import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		itemId: '={{ $json.sku }}',
		itemFieldsSource: 'json',
		itemFieldsJson: '={ "price": {{ $json.price }} }',
	},
	items: [
		{ sku: 'sku-1', price: 5 },
		{ sku: 'sku-2', price: 7.5 },
	],
	wire: [
		{
			method: 'PATCH',
			path: '/catalogs/products/items',
			body: {
				items: [
					{ id: 'sku-1', price: 5 },
					{ id: 'sku-2', price: 7.5 },
				],
			},
		},
	],
	output: [
		{ id: 'sku-1', message: 'success', queued: true },
		{ id: 'sku-2', message: 'success', queued: true },
	],
};
