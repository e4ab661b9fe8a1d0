import type { MessageObject } from '../schema/field';
import { alsoSendToDevices, extra, messageVariationId, pushAlert, pushTitle } from './common';

const CHANNEL = 'windows_phone8_push';

export const windowsPhone8Push: MessageObject = {
	name: 'windowsPhone8Push',
	displayName: 'Windows Phone 8 Push',
	shortName: 'Windows Phone 8',
	wireKey: CHANNEL,
	scheduleWireKey: 'windows_push',
	description: 'Push notification to Windows Phone 8, which Braze no longer delivers',
	variationChannels: [CHANNEL, 'windows_push'],
	legacy: true,
	fields: [
		{ ...pushAlert, displayName: 'Toast Content', name: 'toastContent' },
		messageVariationId,
		{
			displayName: 'Push Type',
			name: 'pushType',
			type: 'options',
			default: 'toast',
			options: [{ name: 'Toast', value: 'toast' }],
		},
		{ ...extra, displayName: 'Toast Hash', name: 'toastHash' },
		{
			displayName: 'Toast Navigation URI',
			name: 'toastNavigationUri',
			type: 'string',
			default: '',
			description: 'Page of the app that opens on tap',
			liquid: true,
		},
		{ ...pushTitle, displayName: 'Toast Title', name: 'toastTitle', required: undefined },
		alsoSendToDevices,
	],
};
