import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { aliasLabel: 'shop', oldAliasName: 'alias-001', newAliasName: 'alias-101' },
	wire: [
		{
			method: 'POST',
			path: '/users/alias/update',
			body: {
				alias_updates: [
					{ alias_label: 'shop', old_alias_name: 'alias-001', new_alias_name: 'alias-101' },
				],
			},
		},
	],
	output: [
		{
			aliases_processed: 1,
			message: 'success',
			alias_label: 'shop',
			old_alias_name: 'alias-001',
			new_alias_name: 'alias-101',
		},
	],
};
