import type { DocumentedAnswer } from './answer.cts';

/** Subscription groups and email addresses. */
export const consent: DocumentedAnswer[] = [
	{
		title: 'the state of a group in lower case, for a user that nobody knows',
		operation: 'subscriptionGroup.getStatus',
		items: [{ id: 'user-001' }, { id: 'user-002' }, { id: 'user-003' }],
		status: 200,
		body: {
			message: 'success',
			status: { 'user-001': 'Subscribed', 'user-002': 'unknown', 'user-003': 'Unknown' },
		},
		output: [
			{
				external_id: 'user-001',
				subscription_group_id: '5b000000-0000-4000-8000-000000000001',
				subscription_state: 'subscribed',
			},
			{
				external_id: 'user-002',
				subscription_group_id: '5b000000-0000-4000-8000-000000000001',
				subscription_state: 'unknown',
			},
			{
				external_id: 'user-003',
				subscription_group_id: '5b000000-0000-4000-8000-000000000001',
				subscription_state: 'unknown',
			},
		],
	},
	{
		title: 'groups of a user whose other names are null',
		operation: 'subscriptionGroup.getOfUser',
		status: 200,
		body: {
			message: 'success',
			users: [
				{
					email: null,
					phone: null,
					external_id: 'user-001',
					subscription_groups: [
						{ id: 'g-1', name: 'News', channel: 'email', status: 'Unsubscribed' },
					],
				},
			],
			total_count: 1,
		},
		output: [
			{
				found: true,
				email: null,
				phone: null,
				external_id: 'user-001',
				subscription_groups: [
					{ id: 'g-1', name: 'News', channel: 'email', status: 'unsubscribed' },
				],
			},
		],
	},
	{
		title: 'unsubscribes at a time in the old form',
		operation: 'emailAddress.getUnsubscribes',
		status: 200,
		body: {
			message: 'success',
			emails: [{ email: 'user-001@example.com', unsubscribed_at: '2026-01-01 09:00:00 +0000' }],
		},
		output: [
			{
				email: 'user-001@example.com',
				unsubscribed_at: '2026-01-01 09:00:00 +0000',
				unsubscribed_at_iso: '2026-01-01T09:00:00Z',
			},
		],
	},
	{
		title: 'hard bounces at a time in ISO 8601',
		operation: 'emailAddress.getHardBounces',
		status: 200,
		body: {
			message: 'success',
			emails: [{ email: 'user-001@example.com', hard_bounced_at: '2026-01-01T09:00:00.000Z' }],
		},
		output: [
			{
				email: 'user-001@example.com',
				hard_bounced_at: '2026-01-01T09:00:00.000Z',
				hard_bounced_at_iso: '2026-01-01T09:00:00Z',
			},
		],
	},
];
