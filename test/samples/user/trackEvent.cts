import { pairs } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

const time = '2026-01-16T09:30:00Z';

export const sample: Sample = {
	form: {
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		eventName: { __rl: true, mode: 'name', value: 'trial_started' },
		eventPropertiesSource: 'pairs',
		eventProperties: pairs(['plan', '={{ $json.plan }}', 'string']),
		attributesSource: 'none',
		additionalFields: { time },
	},
	items: [
		{ id: 'user-001', plan: 'pro' },
		{ id: 'user-001', plan: 'team' },
	],
	wire: [
		{
			method: 'POST',
			path: '/users/track',
			body: {
				events: [
					{ external_id: 'user-001', time, name: 'trial_started', properties: { plan: 'pro' } },
					{ external_id: 'user-001', time, name: 'trial_started', properties: { plan: 'team' } },
				],
			},
		},
	],
	output: [
		{ message: 'success', events_processed: 1, recipient: { external_id: 'user-001' } },
		{ message: 'success', events_processed: 1, recipient: { external_id: 'user-001' } },
	],
};
