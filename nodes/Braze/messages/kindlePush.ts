import type { MessageObject } from '../schema/field';
import {
	alsoSendToDevices,
	collapseKey,
	customUri,
	extra,
	messageVariationId,
	priority,
	pushAlert,
	pushSound,
	pushTitle,
} from './common';

export const kindlePush: MessageObject = {
	name: 'kindlePush',
	displayName: 'Kindle Push',
	wireKey: 'kindle_push',
	description: 'Push notification to Kindle and Fire OS devices',
	variationChannels: ['kindle_push'],
	fields: [
		pushTitle,
		pushAlert,
		messageVariationId,
		collapseKey,
		customUri,
		extra,
		priority,
		pushSound,
		alsoSendToDevices,
	],
};
