import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { email: '={{ $json.email }}' },
	items: [{ email: 'gone-001@example.com' }],
	wire: [
		{ method: 'POST', path: '/email/bounce/remove', body: { email: ['gone-001@example.com'] } },
	],
	output: [{ message: 'success', recipient: { email: 'gone-001@example.com' } }],
};
