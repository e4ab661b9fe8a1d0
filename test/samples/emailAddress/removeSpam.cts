import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { email: '={{ $json.email }}' },
	items: [{ email: 'gone-003@example.com' }],
	wire: [{ method: 'POST', path: '/email/spam/remove', body: { email: ['gone-003@example.com'] } }],
	output: [{ message: 'success', recipient: { email: 'gone-003@example.com' } }],
};
