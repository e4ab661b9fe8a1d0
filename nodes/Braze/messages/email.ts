import type { IDataObject } from 'n8n-workflow';

import { ADDRESS, address } from '../schema/address';
import { isAbsent, isMissing } from '../schema/convert';
import type { MessageObject, Report } from '../schema/field';
import { fromListOrById } from '../parts/identifiers';
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
			pattern: new RegExp(String.raw`^\s*(?:[^<>]*\S\s*<${ADDRESS}>|${ADDRESS})\s*$`),
			patternHint:
				'Write an address, alone as hello@example.com or in angle brackets behind the name that people see',
			liquid: true,
			fromCredential: 'defaultEmailFrom',
			description: "Sender; if empty, the credential's",
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			flat: true,
			default: '',
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
			options: [
				{ name: 'Email Template', value: 'template' },
				{ name: 'HTML', value: 'html' },
			],
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			required: true,
			default: '',
			typeOptions: { editor: 'htmlEditor', rows: 10 },
			liquid: true,
			displayOptions: { show: { content: ['html'] } },
		},
		{
			displayName: 'Template',
			name: 'templateId',
			wireKey: 'email_template_id',
			type: 'resourceLocator',
			identifier: true,
			required: true,
			default: { mode: 'list', value: '' },
			description: 'Gives the body, and the subject if that is empty',
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
			...address,
			description: 'One of the BCC addresses of your workspace',
		},
		{
			displayName: 'Body Override',
			name: 'bodyOverride',
			wireKey: 'body',
			type: 'string',
			default: '',
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
			description: 'Your own key-value pairs; Unique Arguments at SendGrid',
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
			description: 'Whether to inline the CSS, whatever the workspace says',
		},
		{
			displayName: 'Plaintext Body',
			name: 'plaintextBody',
			type: 'string',
			default: '',
			description: 'Made from the body when left empty',
			typeOptions: { rows: 5 },
			liquid: true,
		},
		{
			displayName: 'Preheader',
			name: 'preheader',
			type: 'string',
			default: '',
			description: 'Preview in the inbox, best 50 to 100 characters long',
			liquid: true,
		},
		{
			displayName: 'Reply To',
			name: 'replyTo',
			type: 'string',
			default: '',
			pattern: new RegExp(String.raw`^\s*(?:NO_REPLY_TO|(?:[^<>]*<${ADDRESS}>|${ADDRESS}))\s*$`),
			patternHint: 'Write one address such as hello@example.com, or NO_REPLY_TO for none',
			description: 'Left empty, that of the workspace; NO_REPLY_TO for none',
			liquid: true,
		},
		{
			displayName: 'Also Send To',
			name: 'alsoSendTo',
			type: 'string',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Address' },
			default: [],
			...address,
			description: 'Without Liquid',
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
	if (isMissing(message.body) && isAbsent(message.email_template_id)) {
		report(
			'Body',
			'is empty',
			'An email needs HTML or an email template: check what the expression gives for this item',
		);
	}
	checkAttachments(message.attachments, report);
}
