import { sentenceRefusal } from '../../errors.cts';
import {
	checkEmailTemplate,
	emailTemplate,
	emailTemplateNeeds,
	type EmailTemplateBody,
} from '../../schemas/email-templates.cts';
import { keys } from '../../schemas/json-schema.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { newId } from '../../workspace/ids.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /templates/email/create: the same name may be given twice. */
export const createEmailTemplate: Endpoint = {
	method: 'POST',
	path: '/templates/email/create',
	permission: 'templates.email.create',
	body: keys(emailTemplate, ['template_name', 'subject', 'body'], emailTemplateNeeds),
	refusal: sentenceRefusal,
	success: 201,
	handle({ body, workspace }) {
		const given = body as unknown as EmailTemplateBody & { template_name: string };
		checkEmailTemplate(workspace, given);
		const at = isoSeconds(workspace.clock.now());
		const id = newId();
		workspace.emailTemplates.add({
			email_template_id: id,
			created_at: at,
			updated_at: at,
			...given,
		});
		return { body: { email_template_id: id, message: 'success' } };
	},
};
