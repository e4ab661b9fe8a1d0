import { additionalFields, fields } from '../../parts/fields';
import { tags } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { body, plaintextBody, preheader, shouldInlineCss, subject, templateName } from './fields';
import { answersWith } from '../../pipeline/send/success';

export const createEmailTemplate: Operation = {
	resource: 'emailTemplate',
	value: 'create',
	name: 'Create',
	action: 'Create email template',
	description: 'Create an email template from HTML, such as that of a design tool',
	endpoint: {
		method: 'POST',
		path: '/templates/email/create',
		permission: 'templates.email.create',
		effect: 'write',
		repeat: 'unsafe',
		success: answersWith('email_template_id'),
		parts: [
			fields(templateName, subject, body),
			additionalFields(plaintextBody, preheader, shouldInlineCss, tags),
		],
	},
};
