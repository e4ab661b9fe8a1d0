import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { endTime: '2026-12-31T00:00:00Z', returnAll: false, limit: 1 },
	wire: [
		{
			method: 'GET',
			path: '/messages/scheduled_broadcasts',
			query: { end_time: '2026-12-31T00:00:00Z' },
		},
	],
	output: [expect.objectContaining({ name: expect.any(String), type: expect.any(String) })],
};
