import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { externalUserId: '={{ $json.id }}' },
	items: [{ id: 'former-001' }],
	wire: [
		{
			method: 'POST',
			path: '/users/external_ids/remove',
			body: { external_ids: ['former-001'] },
		},
	],
	output: [{ removed: true, external_id: 'former-001' }],
};
