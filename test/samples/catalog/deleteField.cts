import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		existingField: { __rl: true, mode: 'list', value: 'price' },
	},
	wire: [{ method: 'DELETE', path: '/catalogs/products/fields/price' }],
	output: [{ deleted: true }],
};
