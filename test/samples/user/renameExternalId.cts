import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { currentExternalId: '={{ $json.id }}', newExternalId: '={{ $json.newId }}' },
	items: [{ id: 'user-001', newId: 'customer-001' }],
	wire: [
		{
			method: 'POST',
			path: '/users/external_ids/rename',
			body: {
				external_id_renames: [{ current_external_id: 'user-001', new_external_id: 'customer-001' }],
			},
		},
	],
	output: [{ renamed: true, current_external_id: 'user-001', new_external_id: 'customer-001' }],
};
