import { pairs } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		appId: 'sandbox-app-001',
		activityId: 'delivery-4711',
		contentStateSource: 'pairs',
		contentState: pairs(['eta', 'here', 'string']),
		additionalFields: { endActivity: true, dismissalDate: '2026-01-01T00:00:00Z' },
	},
	wire: [
		{
			method: 'POST',
			path: '/messages/live_activity/update',
			body: {
				app_id: 'sandbox-app-001',
				activity_id: 'delivery-4711',
				content_state: { eta: 'here' },
				end_activity: true,
				dismissal_date: '2026-01-01T00:00:00Z',
			},
		},
	],
	output: [{ message: 'success' }],
};
