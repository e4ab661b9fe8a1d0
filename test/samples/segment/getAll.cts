import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: false, limit: 1 },
	wire: [{ method: 'GET', path: '/segments/list', query: { page: '0' } }],
	output: [expect.objectContaining({ id: expect.any(String), name: expect.any(String) })],
};
