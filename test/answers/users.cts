import type { DocumentedAnswer } from './answer.cts';

/** What is written to users, and what is exported of them. */
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
