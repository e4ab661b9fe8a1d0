import type { DocumentedAnswer } from './answer.cts';

const item = [{ id: 'user-001' }];

/** Deletions, merges, identifications, external IDs and aliases. */
export const identities: DocumentedAnswer[] = [
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
];
