import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		itemId: '={{ $json.sku }}',
	},
	items: [{ sku: 'sku-1' }, { sku: 'sku-2' }],
	wire: [
		{
			method: 'DELETE',
			path: '/catalogs/products/items',
			body: { items: [{ id: 'sku-1' }, { id: 'sku-2' }] },
		},
	],
	output: [
		{ deleted: true, queued: true },
		{ deleted: true, queued: true },
	],
};
