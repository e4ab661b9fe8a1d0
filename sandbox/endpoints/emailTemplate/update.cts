import { BrazeError, sentenceRefusal } from '../../errors.cts';
import {
	checkEmailTemplate,
	emailTemplate,
	type EmailTemplateBody,
} from '../../schemas/email-templates.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import { knownEmailTemplate } from '../../workspace/email-templates.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /templates/email/update: what is left out stays. */
export const updateEmailTemplate: Endpoint = {
	method: 'POST',
	path: '/templates/email/update',
	permission: 'templates.email.update',
	body: keys({ email_template_id: identifier, ...emailTemplate }, ['email_template_id']),
	refusal: sentenceRefusal,
	success: 201,
	handle({ body, workspace }) {
		const { email_template_id: id, ...given } = body as unknown as EmailTemplateBody & {
			email_template_id: string;
		};
		const template = knownEmailTemplate(workspace, id);
		if (Object.keys(given).length === 0) throw new BrazeError(400, 'Nothing to update');
		checkEmailTemplate(workspace, given);
		Object.assign(template, given, { updated_at: isoSeconds(workspace.clock.now()) });
		return { body: { email_template_id: id, message: 'success' } };
	},
};
