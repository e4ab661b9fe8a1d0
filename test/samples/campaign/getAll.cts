import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: false, limit: 2 },
	wire: [{ method: 'GET', path: '/campaigns/list', query: { page: '0' } }],
	output: [
		expect.objectContaining({ id: expect.any(String), name: expect.any(String) }),
		expect.objectContaining({ id: expect.any(String), name: expect.any(String) }),
	],
};
