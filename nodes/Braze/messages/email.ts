import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../fields/convert';
import type { MessageObject, Report } from '../fields/field';
import { fromListOrById } from '../targeting/identifiers';
import { appId, messageVariationId } from './common';
import { attachments, checkAttachments } from './emailAttachments';

export const email: MessageObject = {
	name: 'email',
	displayName: 'Email',
	wireKey: 'email',
	description: 'Email with your own HTML or from an email template',
	variationChannels: ['email'],
	fields: [
		{
			displayName: 'From',
			name: 'from',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Acme <hello@example.com>',
			description: 'Sender, as a display name with the address in angle brackets',
			liquid: true,
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			flat: true,
			default: '',
			placeholder: 'e.g. Your order is on its way',
			description: 'Subject line; left empty, that of the template',
			liquid: true,
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'options',
			flat: true,
			wireKey: null,
			default: 'html',
			description: 'Where the body of the email comes from',
			options: [
				{ name: 'Email Template', value: 'template', description: 'A template of your workspace' },
				{ name: 'HTML', value: 'html', description: 'HTML that you write here' },
			],
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. <p>Thank you for your order</p>',
			description: 'HTML of the email',
			typeOptions: { editor: 'htmlEditor', rows: 10 },
			liquid: true,
			displayOptions: { show: { content: ['html'] } },
		},
		{
			displayName: 'Template',
			name: 'templateId',
			wireKey: 'email_template_id',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			description: 'Gives the body, and the subject where that is left empty',
			modes: fromListOrById('searchEmailTemplates'),
			displayOptions: { show: { content: ['template'] } },
		},
		appId,
		messageVariationId,
		attachments,
		{
			displayName: 'BCC',
			name: 'bcc',
			type: 'string',
			default: '',
			placeholder: 'e.g. archive@example.com',
			description: 'One of the BCC addresses set up in your workspace',
		},
		{
			displayName: 'Body Override',
			name: 'bodyOverride',
			wireKey: 'body',
			type: 'string',
			default: '',
			placeholder: 'e.g. <p>Thank you for your order</p>',
			description: 'HTML that replaces the body of the template',
			typeOptions: { editor: 'htmlEditor', rows: 10 },
			liquid: true,
			displayOptions: { show: { content: ['template'] } },
		},
		{
			displayName: 'Extras',
			name: 'extras',
			type: 'assignmentCollection',
			default: {},
			description: 'Your own key-value pairs; SendGrid gets them as Unique Arguments',
			liquid: true,
		},
		{
			displayName: 'Headers',
			name: 'headers',
			type: 'assignmentCollection',
			default: {},
			description: 'Email headers of your own, such as List-Unsubscribe',
			liquid: true,
		},
		{
			displayName: 'Inline CSS',
			name: 'shouldInlineCss',
			type: 'boolean',
			default: true,
			description:
				'Whether to move the CSS into the HTML elements instead of what the workspace does',
		},
		{
			displayName: 'Plaintext Body',
			name: 'plaintextBody',
			type: 'string',
			default: '',
			placeholder: 'e.g. Thank you for your order',
			description: 'Version without HTML; made from the body when left empty',
			typeOptions: { rows: 5 },
			liquid: true,
		},
		{
			displayName: 'Preheader',
			name: 'preheader',
			type: 'string',
			default: '',
			placeholder: 'e.g. It arrives tomorrow before noon',
			description: 'Preview line in the inbox, best 50 to 100 characters long',
			liquid: true,
		},
		{
			displayName: 'Reply To',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. support@example.com',
			description: 'Address for answers, else that of the workspace; NO_REPLY_TO leaves it out',
			liquid: true,
		},
		{
			displayName: 'Also Send To',
			name: 'alsoSendTo',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Address' },
			default: [],
			placeholder: 'e.g. sales@example.com',
			description: 'Addresses to reach besides the users, without Liquid',
			legacy: true,
		},
		{
			displayName: 'Suppress Footer',
			name: 'suppressFooter',
			type: 'boolean',
			default: false,
			description: 'Whether to leave out the footer of the workspace',
			legacy: true,
		},
	],
	check: checkEmail,
};

function checkEmail(message: IDataObject, report: Report): void {
	if (isAbsent(message.body) && isAbsent(message.email_template_id)) {
		report(
			'Body',
			'is empty',
			'An email needs HTML or an email template: check what the expression gives for this item',
		);
	}
	checkAttachments(message.attachments, report);
}
