import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		findBy: 'dateRange',
		startDate: '2026-01-01T00:00:00',
		endDate: '2026-02-01T00:00:00',
		returnAll: false,
		limit: 1,
		additionalFields: { sortDirection: 'asc' },
	},
	wire: [
		{
			method: 'GET',
			path: '/email/unsubscribes',
			query: {
				start_date: '2026-01-01',
				end_date: '2026-02-01',
				sort_direction: 'asc',
				limit: '1',
			},
		},
	],
	output: [
		{
			email: 'user-003@example.com',
			unsubscribed_at: '2026-01-11 19:27:44 +0000',
			unsubscribed_at_iso: '2026-01-11T19:27:44Z',
		},
	],
};
