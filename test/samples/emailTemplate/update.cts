import { byId } from '../../engine/support.cts';
import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		emailTemplateId: byId('e0000000-0000-4000-8000-000000000001'),
		body: '<p>Thank you</p>',
		additionalFields: { subject: 'Thank you' },
	},
	wire: [
		{
			method: 'POST',
			path: '/templates/email/update',
			body: {
				email_template_id: 'e0000000-0000-4000-8000-000000000001',
				body: '<p>Thank you</p>',
				subject: 'Thank you',
			},
		},
	],
	output: [expect.objectContaining({ message: 'success' })],
};
