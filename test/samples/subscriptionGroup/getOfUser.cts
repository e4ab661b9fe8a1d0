import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { userIdentifier: 'externalUserId', externalUserId: 'user-001' },
	wire: [
		{
			method: 'GET',
			path: '/subscription/user/status',
			query: { external_id: 'user-001', limit: '100' },
		},
	],
	output: [
		{
			found: true,
			email: 'user-001@example.com',
			phone: null,
			external_id: 'user-001',
			subscription_groups: [],
		},
	],
};
