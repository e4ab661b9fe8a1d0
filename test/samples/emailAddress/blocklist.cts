import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { email: '={{ $json.email }}' },
	items: [{ email: 'user-004@example.com' }],
	wire: [{ method: 'POST', path: '/email/blocklist', body: { email: ['user-004@example.com'] } }],
	output: [{ message: 'success', recipient: { email: 'user-004@example.com' } }],
};
