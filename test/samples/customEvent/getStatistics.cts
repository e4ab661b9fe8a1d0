import { byId, MEMBERS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		event: { __rl: true, mode: 'name', value: 'cart_abandoned' },
		additionalFields: { segmentId: byId(MEMBERS) },
		dateRange: 'dates',
		startDate: '2026-01-01',
		endDate: '2026-01-03',
	},
	wire: [
		{
			method: 'GET',
			path: '/events/data_series',
			query: {
				event: 'cart_abandoned',
				segment_id: MEMBERS,
				unit: 'day',
				length: '3',
				ending_at: '2026-01-03T12:00:00-05:00',
			},
		},
	],
	output: [1, 2, 3].map((day) => ({
		time: `2026-01-0${day}`,
		event: 'cart_abandoned',
		count: expect.any(Number),
	})),
};
