import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { kpi: 'newUsers', dateRange: 'dates', startDate: '2026-01-01', endDate: '2026-01-03' },
	wire: [
		{
			method: 'GET',
			path: '/kpi/new_users/data_series',
			query: { length: '3', ending_at: '2026-01-03T12:00:00-05:00' },
		},
	],
	output: [1, 2, 3].map((day) => ({ time: `2026-01-0${day}`, new_users: expect.any(Number) })),
};
