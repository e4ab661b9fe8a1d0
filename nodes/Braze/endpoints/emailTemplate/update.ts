import { changesSomething } from '../../parts/change';
import { additionalFields, fields } from '../../parts/fields';
import { newTags } from '../../parts/tags';
import type { Operation } from '../../pipeline/operation';
import {
	body,
	emailTemplateId,
	plaintextBody,
	preheader,
	shouldInlineCss,
	subject,
	templateName,
	unlessEmpty,
} from './fields';
import { anySuccess } from '../../pipeline/send/success';

export const updateEmailTemplate: Operation = {
	resource: 'emailTemplate',
	value: 'update',
	name: 'Update',
	action: 'Update email template',
	description: 'Change an email template; what is left empty stays as it is',
	endpoint: {
		method: 'POST',
		path: '/templates/email/update',
		permission: 'templates.email.update',
		effect: 'write',
		repeat: 'safe',
		success: anySuccess,
		parts: [
			fields(emailTemplateId, unlessEmpty(body)),
			additionalFields(plaintextBody, preheader, shouldInlineCss, subject, newTags, templateName),
			changesSomething('email_template_id'),
		],
	},
};
