import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: true },
	wire: [
		{ method: 'GET', path: '/purchases/product_list' },
		{ method: 'GET', path: '/purchases/product_list', query: { page: '1' } },
		{ method: 'GET', path: '/purchases/product_list', query: { page: '2' } },
	],
	output: [{ name: 'Backpack' }, { name: 'Rain jacket' }, { name: 'Trail shoes' }],
};
