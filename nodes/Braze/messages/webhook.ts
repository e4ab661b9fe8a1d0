import type { MessageObject } from '../schema/field';
import { messageVariationId } from './common';
import { WEB_ADDRESS } from './webAddress';

export const webhook: MessageObject = {
	name: 'webhook',
	displayName: 'Webhook',
	wireKey: 'webhook',
	description: 'Request from Braze to another system',
	variationChannels: ['webhook'],
	fields: [
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			required: true,
			default: '',
			pattern: WEB_ADDRESS,
			patternHint: 'Begin it with https://',
			liquid: true,
		},
		{
			displayName: 'Request Method',
			name: 'requestMethod',
			type: 'options',
			required: true,
			default: 'POST',
			options: [
				{ name: 'DELETE', value: 'DELETE' },
				{ name: 'GET', value: 'GET' },
				{ name: 'POST', value: 'POST' },
				{ name: 'PUT', value: 'PUT' },
			],
		},
		{
			displayName: 'Body',
			name: 'body',
			type: 'string',
			wire: 'textOrObject',
			alsoAccepts: ['object'],
			flat: true,
			default: '',
			description: 'Text or JSON; an expression may also give an object',
			typeOptions: { rows: 5 },
			liquid: true,
		},
		messageVariationId,
		{
			displayName: 'Request Headers',
			name: 'requestHeaders',
			type: 'assignmentCollection',
			default: {},
			description: 'Such as Content-Type',
			liquid: true,
		},
	],
};
