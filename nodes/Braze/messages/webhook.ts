import type { MessageObject } from '../fields/field';
import { messageVariationId } from './common';

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
			placeholder: 'e.g. https://example.com/orders',
			description: 'Web address that Braze calls',
			liquid: true,
		},
		{
			displayName: 'Request Method',
			name: 'requestMethod',
			type: 'options',
			required: true,
			default: 'POST',
			description: 'What the request does there, as the other system documents it',
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
			placeholder: 'e.g. { "order": 4711 }',
			description: 'Text or JSON to send; an expression may also give an object',
			typeOptions: { rows: 5 },
			liquid: true,
		},
		messageVariationId,
		{
			displayName: 'Request Headers',
			name: 'requestHeaders',
			type: 'assignmentCollection',
			default: {},
			description: 'Headers of the request, such as Content-Type',
			liquid: true,
		},
	],
};
