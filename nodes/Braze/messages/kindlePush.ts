import type { MessageObject } from '../fields/field';
import {
	collapseKey,
	customUri,
	extra,
	messageVariationId,
	priority,
	pushSound,
	alsoSendToDevices,
} from './common';

export const kindlePush: MessageObject = {
	name: 'kindlePush',
	displayName: 'Kindle Push',
	wireKey: 'kindle_push',
	description: 'Push notification to Kindle and Fire OS devices',
	variationChannels: ['kindle_push'],
	fields: [
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Your order is on its way',
			description: 'Title in the notification drawer',
			liquid: true,
		},
		{
			displayName: 'Alert',
			name: 'alert',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. It arrives tomorrow before noon',
			description: 'Text of the notification',
			typeOptions: { rows: 2 },
			liquid: true,
		},
		messageVariationId,
		collapseKey,
		customUri,
		extra,
		priority,
		pushSound,
		alsoSendToDevices,
	],
};
