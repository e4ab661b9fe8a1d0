import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { email: '={{ $json.email }}', subscriptionState: 'opted_in' },
	items: [{ email: 'user-001@example.com' }, { email: 'new-001@example.com' }],
	wire: [
		{
			method: 'POST',
			path: '/email/status',
			body: {
				email: ['user-001@example.com', 'new-001@example.com'],
				subscription_state: 'opted_in',
			},
		},
	],
	output: [
		{ message: 'success', recipient: { email: 'user-001@example.com' } },
		{ message: 'success', recipient: { email: 'new-001@example.com' } },
	],
};
