import { pairs } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: 'products',
		itemId: '={{ $json.sku }}',
		itemFieldsSource: 'pairs',
		itemFields: pairs(['price', '={{ $json.price }}', 'number']),
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
};
