import type { Sample } from '../sample.cts';

const NEWSLETTER = '5b000000-0000-4000-8000-000000000001';
const OFFERS = '5b000000-0000-4000-8000-000000000002';

export const sample: Sample = {
	form: {
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		subscriptionGroups: {
			group: [
				{
					subscriptionGroupId: NEWSLETTER,
					subscriptionState: '={{ $json.newsletter ? "subscribed" : "unsubscribed" }}',
				},
				{ subscriptionGroupId: OFFERS, subscriptionState: 'unsubscribed' },
			],
		},
	},
	items: [
		{ id: 'user-001', newsletter: true },
		{ id: 'user-002', newsletter: false },
		{ id: 'user-004', newsletter: true },
	],
	wire: [
		{
			method: 'POST',
			path: '/v2/subscription/status/set',
			body: {
				subscription_groups: [
					{
						subscription_group_id: NEWSLETTER,
						subscription_state: 'subscribed',
						external_ids: ['user-001', 'user-004'],
					},
					{
						subscription_group_id: OFFERS,
						subscription_state: 'unsubscribed',
						external_ids: ['user-001', 'user-002', 'user-004'],
					},
					{
						subscription_group_id: NEWSLETTER,
						subscription_state: 'unsubscribed',
						external_ids: ['user-002'],
					},
				],
			},
		},
	],
	output: ['user-001', 'user-002', 'user-004'].map((id) => ({
		message: 'success',
		recipient: { external_id: id },
	})),
};
