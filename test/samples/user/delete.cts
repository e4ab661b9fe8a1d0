import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { userIdentifier: 'externalUserId', externalUserId: '={{ $json.id }}' },
	items: [{ id: 'user-001' }, { id: 'user-002' }],
	wire: [
		{
			method: 'POST',
			path: '/users/delete',
			body: { external_ids: ['user-001', 'user-002'] },
		},
	],
	output: [
		{ deleted: true, external_id: 'user-001' },
		{ deleted: true, external_id: 'user-002' },
	],
};
