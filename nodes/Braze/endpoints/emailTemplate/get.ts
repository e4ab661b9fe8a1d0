import { fields } from '../../parts/fields';
import { withTagList } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import { answersWith } from '../../pipeline/send/success';
import { emailTemplateId } from './fields';

export const getEmailTemplate: Operation = {
	resource: 'emailTemplate',
	value: 'get',
	name: 'Get',
	action: 'Get email template',
	description: 'Get an email template with its subject and its HTML',
	endpoint: {
		method: 'GET',
		path: '/templates/email/info',
		permission: 'templates.email.info',
		effect: 'read',
		repeat: 'safe',
		success: answersWith('email_template_id'),
		parts: [fields(emailTemplateId)],
		output: (answer) => [withTagList(answer)],
	},
};
