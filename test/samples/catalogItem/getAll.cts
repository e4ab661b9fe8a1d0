import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		catalogName: { __rl: true, mode: 'name', value: 'products' },
		returnAll: false,
		limit: 51,
	},
	wire: [
		{ method: 'GET', path: '/catalogs/products/items' },
		{ method: 'GET', path: '/catalogs/products/items', query: { cursor: 'c2tpcDo1MA==' } },
	],
	output: Array.from({ length: 51 }, () => ({ id: expect.any(String) })),
	everywhere: ({ id }) => ({ id }),
};
