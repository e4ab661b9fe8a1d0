import { byId } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: { emailTemplateId: byId('e0000000-0000-4000-8000-000000000001') },
	wire: [
		{
			method: 'GET',
			path: '/templates/email/info',
			query: { email_template_id: 'e0000000-0000-4000-8000-000000000001' },
		},
	],
	output: [expect.objectContaining({ subject: 'Your order', tags: ['orders'] })],
};
