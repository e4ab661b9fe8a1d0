import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../../schema/convert';
import type { MessageObject, Report } from '../../schema/field';
import { jsonBytes } from '../../schema/size';
import {
	alsoSendToDevices,
	customUri,
	extra,
	messageVariationId,
	pushSound,
	rowsOf,
	sendToMostRecentDeviceOnly,
	useWebview,
} from '../common';
import { alertFields, alertParts, checkAlert } from './alert';
import { appleButtons, checkButtons, customCategory, defaultCategory } from './buttons';

/** Bytes of the whole object without `also_send_to` (Appboy document). */
export const MAX_APPLE_BYTES = 1_912;

/** Characters of an Apple device token (Appboy document). */
export const APPLE_TOKEN_LENGTH = 64;

const whenShown = { show: { alertType: ['object', 'text'] } };

export const applePush: MessageObject = {
	name: 'applePush',
	displayName: 'Apple Push',
	wireKey: 'apple_push',
	description: 'Push notification to iPhones and other Apple devices',
	variationChannels: ['ios_push'],
	fields: [
		...alertFields,
		messageVariationId,
		...alertParts,
		{
			displayName: 'APNs Priority',
			name: 'apnsPriority',
			type: 'number',
			wire: 'integer',
			default: 10,
			typeOptions: { minValue: 1, maxValue: 10 },
			description: '10 delivers at once, 5 saves battery, 1 never wakes the device',
		},
		{
			displayName: 'Asset File Type',
			name: 'assetFileType',
			type: 'options',
			default: 'jpg',
			options: [
				{ name: 'AIF', value: 'aif' },
				{ name: 'GIF', value: 'gif' },
				{ name: 'JPG', value: 'jpg' },
				{ name: 'M4A', value: 'm4a' },
				{ name: 'MP3', value: 'mp3' },
				{ name: 'MP4', value: 'mp4' },
				{ name: 'PNG', value: 'png' },
				{ name: 'WAV', value: 'wav' },
			],
		},
		{
			displayName: 'Asset URL',
			name: 'assetUrl',
			type: 'string',
			default: '',
			description: "Image, video or sound; needs 'Asset File Type'",
			liquid: true,
		},
		{
			displayName: 'Badge',
			name: 'badge',
			type: 'number',
			wire: 'integer',
			default: 0,
			typeOptions: { minValue: 0 },
			description: 'Number on the app icon',
		},
		appleButtons,
		defaultCategory,
		customCategory,
		{
			displayName: 'Collapse ID',
			name: 'collapseId',
			type: 'string',
			identifier: true,
			default: '',
			description: 'A later notification with the same ID replaces this one',
		},
		{
			displayName: 'Content Available',
			name: 'contentAvailable',
			wireKey: 'content-available',
			type: 'boolean',
			default: false,
			description: 'Whether the app also wakes to fetch content in the background',
			displayOptions: whenShown,
		},
		customUri,
		{
			displayName: 'Expiry',
			name: 'expiry',
			type: 'dateTime',
			default: '',
			description: 'Not delivered after this moment',
		},
		{ ...extra, reservedKeys: ['ab', 'aps'] },
		{
			displayName: 'Interruption Level',
			name: 'interruptionLevel',
			type: 'options',
			default: 'active',
			description: 'How much it may interrupt, from iOS 15',
			options: [
				{ name: 'Active', value: 'active' },
				{ name: 'Critical', value: 'critical' },
				{ name: 'Passive', value: 'passive' },
				{ name: 'Time Sensitive', value: 'time-sensitive' },
			],
		},
		{
			displayName: 'Mutable Content',
			name: 'mutableContent',
			type: 'boolean',
			default: false,
			description: 'Whether the app may change the notification before it shows',
		},
		{
			displayName: 'Notification Thread ID',
			name: 'notificationGroupThreadId',
			type: 'string',
			identifier: true,
			default: '',
			description: 'Notifications with the same ID form a group',
		},
		{
			displayName: 'Relevance Score',
			name: 'relevanceScore',
			type: 'number',
			default: 0,
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			description: 'Rank in the notification summary from 0 to 1, from iOS 15',
		},
		sendToMostRecentDeviceOnly,
		pushSound,
		useWebview,
		alsoSendToDevices,
		{
			displayName: 'Time to Live',
			name: 'timeToLive',
			type: 'dateTime',
			default: '',
			description: "Former name of 'Expiry'",
			legacy: true,
		},
	],
	check: (push, report) => {
		checkAlert(push, report);
		checkAsset(push, report);
		checkButtons(push, report);
		checkTokens(push, report);
		checkSize(push, report);
	},
};

function checkAsset(push: IDataObject, report: Report): void {
	if (!isAbsent(push.asset_url) && isAbsent(push.asset_file_type)) {
		report('Asset File Type', 'is empty', 'Braze requires it with Asset URL: choose the file type');
	}
}

function checkTokens(push: IDataObject, report: Report): void {
	rowsOf(push.also_send_to).forEach(({ tokens }, index) => {
		const wrong = (Array.isArray(tokens) ? tokens : []).findIndex(
			(token) => String(token).length !== APPLE_TOKEN_LENGTH,
		);
		if (wrong >= 0) {
			report(
				`Also Send To (Legacy) ${index + 1} > Tokens`,
				`has a token, number ${wrong + 1}, that is not ${APPLE_TOKEN_LENGTH} characters long`,
				'Correct the token or remove it',
			);
		}
	});
}

function checkSize(push: IDataObject, report: Report): void {
	const bytes = jsonBytes({ ...push, also_send_to: undefined });
	if (bytes > MAX_APPLE_BYTES) {
		report(
			'Alert and Extra',
			`have ${bytes} bytes together with the other fields and Braze takes at most ${MAX_APPLE_BYTES}`,
			'Shorten the texts or send fewer pairs',
		);
	}
}
