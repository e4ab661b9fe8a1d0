import { byId, MEMBERS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		segmentId: byId(MEMBERS),
		dateRange: 'dates',
		startDate: '2026-01-01',
		endDate: '2026-01-03',
	},
	wire: [
		{
			method: 'GET',
			path: '/segments/data_series',
			query: { segment_id: MEMBERS, length: '3', ending_at: '2026-01-03T12:00:00-05:00' },
		},
	],
	output: [1, 2, 3].map((day) => ({
		time: `2026-01-0${day}`,
		segment_id: MEMBERS,
		size: expect.any(Number),
	})),
};
