import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		name: 'footer',
		content: '<p>Bye {{${first_name}}}</p>',
		additionalFields: { description: 'At the end of each email', state: 'draft' },
	},
	wire: [
		{
			method: 'POST',
			path: '/content_blocks/create',
			body: {
				name: 'footer',
				content: '<p>Bye {{${first_name}}}</p>',
				description: 'At the end of each email',
				state: 'draft',
			},
		},
	],
	output: [expect.objectContaining({ content_block_id: expect.any(String), message: 'success' })],
};
