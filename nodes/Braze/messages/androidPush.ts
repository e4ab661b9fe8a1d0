import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isMissing } from '../schema/convert';
import type { MessageObject, Report } from '../schema/field';
import { jsonBytes } from '../schema/size';
import { checkConversation, conversationData } from './androidConversation';
import {
	alsoSendToDevices,
	buttonAction,
	buttonActions,
	buttonText,
	buttonUri,
	buttonUseWebview,
	collapseKey,
	customUri,
	extra,
	messageVariationId,
	priority,
	pushAlert,
	pushButtons,
	pushSound,
	pushTitle,
	sendToMostRecentDeviceOnly,
	useWebview,
} from './common';

/** Bytes of alert and extra together (Appboy document). */
export const MAX_ANDROID_BYTES = 4_000;

/** Seconds that Google keeps a notification: 28 days (Braze docs, Android object). */
export const MAX_ANDROID_TIME_TO_LIVE = 2_419_200;

const whenShown = { show: { notificationType: ['notification'] } };

export const androidPush: MessageObject = {
	name: 'androidPush',
	displayName: 'Android Push',
	wireKey: 'android_push',
	description: 'Push notification to Android devices',
	variationChannels: ['android_push'],
	fields: [
		{
			displayName: 'Type',
			name: 'notificationType',
			type: 'options',
			flat: true,
			wireKey: null,
			sends: { silent: { send_to_sync: true } },
			default: 'notification',
			options: [
				{ name: 'Notification', value: 'notification' },
				{ name: 'Silent', value: 'silent', description: 'Reaches the app and shows nothing' },
			],
		},
		{ ...pushTitle, displayOptions: whenShown },
		{ ...pushAlert, displayOptions: whenShown },
		messageVariationId,
		{
			displayName: 'Accent Color',
			name: 'accentColor',
			type: 'color',
			wire: 'rgbInteger',
			default: '#000000',
			description: 'Color of the icon and the app name',
		},
		{
			displayName: 'Android Priority',
			name: 'androidPriority',
			type: 'options',
			default: 'normal',
			description: 'How soon Google delivers it',
			options: [
				{ name: 'High', value: 'high' },
				{ name: 'Normal', value: 'normal' },
			],
		},
		pushButtons([
			buttonText,
			buttonAction('OPEN_APP', [
				buttonActions.close,
				buttonActions.openApp,
				buttonActions.deepLink,
				buttonActions.webAddress,
			]),
			buttonUri,
			buttonUseWebview,
		]),
		collapseKey,
		conversationData,
		customUri,
		{
			...extra,
			description: 'Your own key-value pairs; appboy_image_url adds a big picture',
		},
		{
			displayName: 'Notification Channel ID',
			name: 'notificationChannelId',
			type: 'string',
			identifier: true,
			default: '',
			description: 'Left empty, the fallback channel of the workspace',
		},
		{
			displayName: 'Notification ID',
			name: 'notificationId',
			type: 'string',
			wire: 'integerOrText',
			alsoAccepts: ['number'],
			default: '',
			description: 'A later notification with the same number or text replaces this one',
		},
		priority,
		{
			displayName: 'Push Icon Image URL',
			name: 'pushIconImageUrl',
			type: 'string',
			default: '',
			description: 'Square, at least 40 by 40 pixels',
			liquid: true,
		},
		sendToMostRecentDeviceOnly,
		pushSound,
		{
			displayName: 'Summary Text',
			name: 'summaryText',
			type: 'string',
			default: '',
			description: 'Line below the opened notification',
			liquid: true,
		},
		{
			displayName: 'Time to Live',
			name: 'timeToLive',
			type: 'number',
			wire: 'integer',
			default: MAX_ANDROID_TIME_TO_LIVE,
			typeOptions: { minValue: 0, maxValue: MAX_ANDROID_TIME_TO_LIVE },
			description: 'Seconds to keep trying, at most 2419200 (28 days)',
		},
		{ ...useWebview, default: false },
		alsoSendToDevices,
		{
			displayName: 'Delay While Idle',
			name: 'delayWhileIdle',
			type: 'boolean',
			default: false,
			description: 'Whether to wait until the device is in use',
			legacy: true,
		},
	],
	check: checkAndroidPush,
};

function checkAndroidPush(push: IDataObject, report: Report): void {
	for (const [key, label] of [
		['title', 'Title'],
		['alert', 'Alert'],
	]) {
		if (push.send_to_sync === true && !isAbsent(push[key])) {
			report(label, 'is given for a silent push', 'Leave it out, or change the Type');
		}
		if (push.send_to_sync !== true && isMissing(push[key])) {
			report(
				label,
				'is empty',
				'Braze requires it unless the push is silent: check what its expression gives for this item',
			);
		}
	}
	const { alert, extra: pairs } = push;
	const bytes = Buffer.byteLength(String(alert ?? '')) + (isAbsent(pairs) ? 0 : jsonBytes(pairs));
	if (bytes > MAX_ANDROID_BYTES) {
		report(
			'Alert and Extra',
			`have ${bytes} bytes together and Braze takes at most ${MAX_ANDROID_BYTES}`,
			'Shorten the alert or send fewer pairs',
		);
	}
	checkConversation(push.conversation_data, report);
}
