import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		templateName: 'Weekly newsletter',
		subject: "This week, [[${first_name} | default: 'you']]",
		body: '<p>Hi {{${first_name}}}</p>',
		additionalFields: { preheader: 'What is new', tags: ['newsletter'], shouldInlineCss: false },
	},
	wire: [
		{
			method: 'POST',
			path: '/templates/email/create',
			body: {
				template_name: 'Weekly newsletter',
				subject: "This week, {{${first_name} | default: 'you'}}",
				body: '<p>Hi {{${first_name}}}</p>',
				preheader: 'What is new',
				tags: ['newsletter'],
				should_inline_css: false,
			},
		},
	],
	output: [{ email_template_id: expect.any(String), message: 'success' }],
};
