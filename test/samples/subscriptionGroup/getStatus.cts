import type { Sample } from '../sample.cts';

const NEWSLETTER = '5b000000-0000-4000-8000-000000000001';

export const sample: Sample = {
	form: {
		subscriptionGroupId: NEWSLETTER,
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
	},
	items: [{ id: 'user-001' }, { id: 'user-002' }],
	wire: [
		{
			method: 'GET',
			path: '/subscription/status/get',
			query: {
				subscription_group_id: NEWSLETTER,
				'external_id[]': ['user-001', 'user-002'],
			},
		},
	],
	output: [
		{
			external_id: 'user-001',
			subscription_group_id: NEWSLETTER,
			subscription_state: 'unknown',
		},
		{
			external_id: 'user-002',
			subscription_group_id: NEWSLETTER,
			subscription_state: 'unknown',
		},
	],
};
