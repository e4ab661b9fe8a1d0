import type { DocumentedAnswer } from './answer.cts';

const item = [{ id: 'user-001' }];

/** Users, identities and consent. */
export const users: DocumentedAnswer[] = [
	{
		title: 'a count that is left out where all objects failed',
		operation: 'user.trackEvent',
		items: [{ id: 'user-001', plan: 'pro' }],
		status: 201,
		body: {
			message: 'success',
			errors: [{ type: "'name' is required", input_array: 'events', index: 0 }],
		},
		failure: "'name' is required",
	},
	{
		title: 'an error without its list and a status of 200',
		operation: 'user.upsert',
		items: [{ id: 'user-001' }],
		status: 200,
		body: {
			message: 'success',
			attributes_processed: 0,
			errors: [{ type: 'EMAIL_BAD_FORMAT', index: 0 }],
		},
		failure: 'EMAIL_BAD_FORMAT',
	},
	{
		title: 'an eCommerce event against its schema, named under purchases',
		operation: 'user.trackEcommerceEvent',
		status: 201,
		body: {
			message: 'success',
			events_processed: 0,
			errors: [
				{
					type: "The property '#/' did not contain a required property of 'product_id'",
					input_array: 'purchases',
					index: 0,
				},
			],
		},
		failure: 'required property',
	},
	{
		title: 'too many objects, in either spelling',
		operation: 'user.upsert',
		status: 400,
		body: { message: 'Max input length exceed' },
		failure: 'Max input length exceed',
	},
	{
		title: 'a user with hardly a key, and one that nobody has',
		operation: 'user.get',
		items: [{ id: 'user-001' }, { id: 'user-002' }],
		status: 201,
		body: {
			message: 'success',
			users: [{ external_id: 'user-001' }],
			invalid_user_ids: ['user-002'],
		},
		output: [
			{ found: true, matches: 1, external_id: 'user-001' },
			{ found: false, external_id: 'user-002' },
		],
	},
	{
		title: 'a deletion that says no more than how many',
		operation: 'user.delete',
		items: item,
		status: 201,
		body: { deleted: 1 },
		output: [{ deleted: true, external_id: 'user-001' }],
	},
	{
		title: 'a deletion with its message',
		operation: 'user.delete',
		items: item,
		status: 201,
		body: { deleted: 0, message: 'success' },
		output: [{ deleted: false, external_id: 'user-001' }],
	},
	{
		title: 'a merge, which happens later',
		operation: 'user.merge',
		status: 202,
		body: { message: 'success' },
		output: [
			{
				message: 'success',
				queued: true,
				identifier_to_merge: {
					email: 'user-001@example.com',
					prioritization: ['unidentified', 'most_recently_updated'],
				},
				identifier_to_keep: { external_id: 'user-001' },
			},
		],
	},
	{
		title: 'an identification that counts other kinds too',
		operation: 'user.identify',
		items: [{ id: 'user-001', session: 'session-1' }],
		status: 201,
		body: { message: 'success', aliases_processed: 1, emails_processed: 0 },
		output: [
			{
				message: 'success',
				aliases_processed: 1,
				emails_processed: 0,
				external_id: 'user-001',
				user_alias: { alias_name: 'session-1', alias_label: 'session' },
			},
		],
	},
	{
		title: 'an identification that failed for its entry',
		operation: 'user.identify',
		items: [{ id: 'user-001', session: 'session-1' }],
		status: 201,
		body: {
			message: 'success',
			aliases_processed: 0,
			errors: [{ type: "'external_id' is required", input_array: 'user_identifiers', index: 0 }],
		},
		failure: "'external_id' is required",
	},
	{
		title: 'a rename as pairs',
		operation: 'user.renameExternalId',
		status: 201,
		body: {
			message: 'success',
			external_ids: [{ current_external_id: 'user-001', new_external_id: 'customer-001' }],
			rename_errors: [],
		},
		output: [{ renamed: true, current_external_id: 'user-001', new_external_id: 'customer-001' }],
	},
	{
		title: 'a rename as the page types it',
		operation: 'user.renameExternalId',
		status: 201,
		body: { message: 'success', external_ids: ['customer-001'], rename_errors: [] },
		output: [{ renamed: true, current_external_id: 'user-001', new_external_id: 'customer-001' }],
	},
	{
		title: 'a rename that failed, as a list of lists',
		operation: 'user.renameExternalId',
		status: 201,
		body: {
			message: 'success',
			external_ids: [],
			rename_errors: [[0, 'new_external_id is already in use']],
		},
		failure: 'already in use',
	},
	{
		title: 'a removal that failed, as text',
		operation: 'user.removeExternalId',
		status: 201,
		body: {
			message: 'success',
			removed_ids: [],
			removal_errors: ['index 0: external_id is not deprecated'],
		},
		failure: 'not deprecated',
	},
	{
		title: 'a new alias, of which the count proves nothing',
		operation: 'user.createAlias',
		status: 201,
		body: { message: 'success', aliases_processed: 1 },
		output: [
			{
				message: 'success',
				aliases_processed: 1,
				alias_name: 'c-1001',
				alias_label: 'customer_number',
				external_id: 'user-001',
			},
		],
	},
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
	{
		title: 'an export that goes to storage of the customer',
		operation: 'segment.export',
		status: 201,
		body: { message: 'success', object_prefix: 'prefix-1', url: null },
		output: [{ message: 'success', object_prefix: 'prefix-1', url: null }],
	},
	{
		title: 'the end of exports, of which no answer is documented',
		operation: 'segment.cancelExport',
		status: 200,
		output: [{}],
	},
];
