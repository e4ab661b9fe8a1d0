import { byId, MEMBERS } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { segmentId: byId(MEMBERS) },
	wire: [{ method: 'GET', path: '/segments/details', query: { segment_id: MEMBERS } }],
	output: [
		{
			segment_id: MEMBERS,
			name: 'Members',
			description: 'Members of the shop',
			filters: 'External User ID is one of 2',
			created_at: expect.any(String),
			updated_at: expect.any(String),
			tags: ['loyalty'],
			teams: [],
		},
	],
};
