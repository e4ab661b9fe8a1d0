import type { IDataObject } from 'n8n-workflow';

import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { answersWith } from '../../pipeline/send/success';
import { emailTemplateId } from './fields';

/** Braze documents the tags of a template both as a text and as a list. */
const withTagList = ({ tags, ...template }: IDataObject): IDataObject[] => [
	{ ...template, tags: typeof tags === 'string' ? [tags].filter(Boolean) : tags },
];

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
		output: withTagList,
	},
};
