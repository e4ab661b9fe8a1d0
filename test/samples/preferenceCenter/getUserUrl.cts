import { byId, PREFERENCE_CENTER } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { preferenceCenterId: byId(PREFERENCE_CENTER), externalUserId: '={{ $json.id }}' },
	items: [{ id: 'user-001' }, { id: 'user/2' }],
	wire: ['user-001', 'user%2F2'].map((id) => ({
		method: 'GET',
		path: `/preference_center/v1/${PREFERENCE_CENTER}/url/${id}`,
	})),
	output: [1, 2].map(() => ({ preference_center_url: expect.stringMatching(/^https:/) })),
};
