import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { catalogName: { __rl: true, mode: 'name', value: 'empty' } },
	wire: [{ method: 'DELETE', path: '/catalogs/empty' }],
	output: [{ deleted: true }],
};
