import type { MessageObject } from '../schema/field';
import {
	buttonAction,
	buttonActions,
	buttonText,
	buttonUri,
	customUri,
	extra,
	messageVariationId,
	pushAlert,
	pushButtons,
	pushTitle,
	sendToMostRecentDeviceOnly,
} from './common';

export const webPush: MessageObject = {
	name: 'webPush',
	displayName: 'Web Push',
	wireKey: 'web_push',
	description: 'Push notification to browsers',
	variationChannels: ['web_push'],
	fields: [
		pushTitle,
		pushAlert,
		messageVariationId,
		pushButtons([
			buttonText,
			buttonAction('OPEN_APP', [
				buttonActions.close,
				{ ...buttonActions.openApp, name: 'Open Website' },
				buttonActions.webAddress,
			]),
			{
				...buttonUri,
				displayOptions: { show: { action: [buttonActions.webAddress.value] } },
			},
		]),
		{
			...customUri,
			description: 'Web address to open on click',
		},
		extra,
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			description: 'Small square image',
			liquid: true,
		},
		{
			displayName: 'Large Image URL',
			name: 'largeImageUrl',
			type: 'string',
			default: '',
			description: 'Shown by Chrome on Windows and Android',
			liquid: true,
		},
		{
			displayName: 'Require Interaction',
			name: 'requireInteraction',
			type: 'boolean',
			default: false,
			description: 'Whether it stays until dismissed, where the browser can',
		},
		{
			...sendToMostRecentDeviceOnly,
			description: 'Whether to reach only the browser used last',
		},
		{
			displayName: 'Time to Live',
			name: 'timeToLive',
			type: 'number',
			wire: 'integer',
			default: 86_400,
			typeOptions: { minValue: 0 },
			description: 'Seconds to keep trying an offline browser; 86400 is one day',
		},
	],
};
