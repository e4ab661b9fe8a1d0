import { byId } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		contentBlockId: byId('cb000000-0000-4000-8000-000000000001'),
		content: '<p>Bye {{${first_name}}}</p>',
		state: 'active',
		additionalFields: { description: 'At the end of each email', tags: ['marketing'] },
	},
	wire: [
		{
			method: 'POST',
			path: '/content_blocks/update',
			body: {
				content_block_id: 'cb000000-0000-4000-8000-000000000001',
				content: '<p>Bye {{${first_name}}}</p>',
				state: 'active',
				description: 'At the end of each email',
				tags: ['marketing'],
			},
		},
	],
	output: [expect.objectContaining({ liquid_tag: '{{content_blocks.${order-footer}}}' })],
};
