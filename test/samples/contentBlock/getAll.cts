import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		returnAll: false,
		limit: 2,
		additionalFields: { modifiedAfter: '2024-01-01T00:00:00Z' },
	},
	wire: [
		{
			method: 'GET',
			path: '/content_blocks/list',
			query: { modified_after: '2024-01-01T00:00:00Z', limit: '2' },
		},
	],
	output: [
		expect.objectContaining({ name: 'order-footer' }),
		expect.objectContaining({ name: 'greeting' }),
	],
};
