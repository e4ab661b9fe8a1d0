import { byId, TRIGGERED_CAMPAIGN } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		campaignId: byId(TRIGGERED_CAMPAIGN),
		dateRange: 'dates',
		startDate: '2026-01-01',
		endDate: '2026-01-03',
	},
	wire: [
		{
			method: 'GET',
			path: '/campaigns/data_series',
			query: {
				campaign_id: TRIGGERED_CAMPAIGN,
				length: '3',
				ending_at: '2026-01-03T12:00:00-05:00',
			},
		},
	],
	output: [1, 2, 3].map((day) =>
		expect.objectContaining({
			time: `2026-01-0${day}`,
			campaign_id: TRIGGERED_CAMPAIGN,
			email_sent: expect.any(Number),
			revenue: expect.any(Number),
		}),
	),
};
