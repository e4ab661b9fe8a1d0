import { byId, API_CAMPAIGN, SEND_ID } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		campaignId: byId(API_CAMPAIGN),
		sendId: SEND_ID,
		dateRange: 'dates',
		startDate: '2026-01-01',
		endDate: '2026-01-03',
	},
	wire: [
		{
			method: 'GET',
			path: '/sends/data_series',
			query: {
				campaign_id: API_CAMPAIGN,
				send_id: SEND_ID,
				length: '3',
				ending_at: '2026-01-03T12:00:00-05:00',
			},
		},
	],
	output: [1, 2, 3].map((day) =>
		expect.objectContaining({
			time: `2026-01-0${day}`,
			send_id: SEND_ID,
			ios_push_sent: expect.any(Number),
			sms_delivered: expect.any(Number),
		}),
	),
};
