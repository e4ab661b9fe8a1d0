import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: false, limit: 2 },
	wire: [{ method: 'GET', path: '/catalogs' }],
	output: [
		expect.objectContaining({ name: 'restaurants', num_items: 3 }),
		expect.objectContaining({ name: 'products', fields: expect.any(Array) }),
	],
};
