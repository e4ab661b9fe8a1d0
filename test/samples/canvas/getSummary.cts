import { byId, CANVAS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		canvasId: byId(CANVAS),
		dateRange: 'dates',
		startDate: '2026-01-01',
		endDate: '2026-01-03',
	},
	wire: [
		{
			method: 'GET',
			path: '/canvas/data_summary',
			query: {
				canvas_id: CANVAS,
				include_step_breakdown: 'true',
				include_variant_breakdown: 'true',
				length: '3',
				ending_at: '2026-01-03T12:00:00-05:00',
			},
		},
	],
	output: [
		expect.objectContaining({
			canvas_name: 'Onboarding',
			entries: expect.any(Number),
			ios_push_sent: expect.any(Number),
		}),
	],
};
