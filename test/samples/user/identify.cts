import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		externalUserId: '={{ $json.id }}',
		userIdentifier: 'userAlias',
		aliasName: '={{ $json.session }}',
		aliasLabel: 'session',
	},
	items: [
		{ id: 'user-001', session: 'session-1' },
		{ id: 'user-002', session: 'session-2' },
	],
	wire: [
		{
			method: 'POST',
			path: '/users/identify',
			body: {
				aliases_to_identify: [
					{
						external_id: 'user-001',
						user_alias: { alias_name: 'session-1', alias_label: 'session' },
					},
					{
						external_id: 'user-002',
						user_alias: { alias_name: 'session-2', alias_label: 'session' },
					},
				],
			},
		},
	],
	output: ['1', '2'].map((digit) => ({
		aliases_processed: 1,
		message: 'success',
		external_id: `user-00${digit}`,
		user_alias: { alias_name: `session-${digit}`, alias_label: 'session' },
	})),
};
