import type { MessageObject } from '../fields/field';
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
				description: 'Web address that the button opens',
				displayOptions: { show: { action: [buttonActions.webAddress.value] } },
			},
		]),
		{
			...customUri,
			placeholder: 'e.g. https://example.com/offers',
			description: 'Web address that opens on click',
		},
		extra,
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/icon.png',
			description: 'Small square image',
			liquid: true,
		},
		{
			displayName: 'Large Image URL',
			name: 'largeImageUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/offer.png',
			description: 'Large image, which Chrome shows on Windows and Android',
			liquid: true,
		},
		{
			displayName: 'Require Interaction',
			name: 'requireInteraction',
			type: 'boolean',
			default: false,
			description:
				'Whether the notification stays until the user dismisses it, where the browser can',
		},
		{
			...sendToMostRecentDeviceOnly,
			description: 'Whether to reach only the browser that was used last',
		},
		{
			displayName: 'Time to Live',
			name: 'timeToLive',
			type: 'number',
			wire: 'integer',
			default: 86_400,
			typeOptions: { minValue: 0 },
			description: 'Seconds to keep trying while the browser is offline; 86400 is one day',
		},
	],
};
