import { byId } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		contentBlockId: byId('cb000000-0000-4000-8000-000000000001'),
		additionalFields: { includeInclusionData: true },
	},
	wire: [
		{
			method: 'GET',
			path: '/content_blocks/info',
			query: {
				content_block_id: 'cb000000-0000-4000-8000-000000000001',
				include_inclusion_data: 'true',
			},
		},
	],
	output: [expect.objectContaining({ name: 'order-footer', inclusion_data: expect.any(Array) })],
};
