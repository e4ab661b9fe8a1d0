import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		userIdentifier: 'externalUserId',
		externalUserId: '={{ $json.id }}',
		fieldsToExport: ['email', 'custom_attributes'],
	},
	items: [{ id: 'user-004' }, { id: 'user-000' }, { id: 'user-005' }],
	wire: [
		{
			method: 'POST',
			path: '/users/export/ids',
			body: {
				external_ids: ['user-004', 'user-000', 'user-005'],
				fields_to_export: ['braze_id', 'external_id', 'user_aliases', 'email', 'custom_attributes'],
			},
		},
	],
	output: [
		{
			found: true,
			matches: 1,
			braze_id: 'b00000000000000000000004',
			external_id: 'user-004',
			email: 'user-004@example.com',
			custom_attributes: { orders: 0 },
		},
		{ found: false, external_id: 'user-000' },
		{
			found: true,
			matches: 1,
			braze_id: 'b00000000000000000000005',
			external_id: 'user-005',
			email: 'user-005@example.com',
		},
	],
	everywhere: (json) => ({ ...json, ...(json.custom_attributes ? { custom_attributes: {} } : {}) }),
};
