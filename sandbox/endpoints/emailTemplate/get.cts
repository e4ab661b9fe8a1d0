import { identifier, keys } from '../../schemas/json-schema.cts';
import { LONG_AGO } from '../../workspace/dates.cts';
import { knownEmailTemplate } from '../../workspace/email-templates.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /templates/email/info: no message in its answer. */
export const getEmailTemplate: Endpoint = {
	method: 'GET',
	path: '/templates/email/info',
	permission: 'templates.email.info',
	query: keys({ email_template_id: identifier }, ['email_template_id']),
	success: 200,
	handle({ query, workspace }) {
		const template = knownEmailTemplate(workspace, query.email_template_id);
		return {
			body: {
				email_template_id: template.email_template_id,
				template_name: template.template_name,
				description: template.description ?? '',
				subject: template.subject ?? '',
				preheader: template.preheader,
				body: template.body,
				plaintext_body: template.plaintext_body,
				should_inline_css: template.should_inline_css,
				tags: template.tags ?? [],
				created_at: template.created_at ?? LONG_AGO,
				updated_at: template.updated_at ?? template.created_at ?? LONG_AGO,
			},
		};
	},
};
