import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { returnAll: true },
	wire: [{ method: 'GET', path: '/templates/email/list', query: { limit: '1000' } }],
	output: [
		expect.objectContaining({ template_name: 'Order confirmation' }),
		expect.objectContaining({ template_name: 'Newsletter' }),
	],
};
