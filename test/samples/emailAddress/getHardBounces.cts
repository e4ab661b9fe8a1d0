import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { findBy: 'dateRange', startDate: '2026-01-01', endDate: '2026-01-12', returnAll: true },
	wire: [
		{
			method: 'GET',
			path: '/email/hard_bounces',
			query: { start_date: '2026-01-01', end_date: '2026-01-12', limit: '500' },
		},
	],
	output: [
		{
			email: 'gone-001@example.com',
			hard_bounced_at: '2026-01-10T09:00:00+00:00',
			hard_bounced_at_iso: '2026-01-10T09:00:00Z',
		},
	],
};
