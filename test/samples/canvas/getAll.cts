import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: true, additionalFields: { sortDirection: 'desc' } },
	wire: [{ method: 'GET', path: '/canvas/list', query: { page: '0', sort_direction: 'desc' } }],
	output: [
		expect.objectContaining({ name: 'Abandoned cart' }),
		expect.objectContaining({ name: 'Win back' }),
		expect.objectContaining({ name: 'Onboarding' }),
	],
};
