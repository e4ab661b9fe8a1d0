import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		aliasName: '={{ $json.number }}',
		aliasLabel: 'customer_number',
		aliasOf: 'existingUser',
		externalUserId: '={{ $json.id }}',
	},
	items: [{ id: 'user-001', number: 'c-1001' }],
	wire: [
		{
			method: 'POST',
			path: '/users/alias/new',
			body: {
				user_aliases: [
					{ alias_name: 'c-1001', alias_label: 'customer_number', external_id: 'user-001' },
				],
			},
		},
	],
	output: [
		{
			aliases_processed: 1,
			message: 'success',
			alias_name: 'c-1001',
			alias_label: 'customer_number',
			external_id: 'user-001',
		},
	],
};
