import type { BrazeField, MessageObject } from '../fields/field';
import { alsoSendToDevices, messageVariationId, pushAlert } from './common';

const textLine: BrazeField = {
	...pushAlert,
	required: undefined,
	placeholder: 'e.g. Tap to follow your order',
	typeOptions: undefined,
};

export const windowsUniversalPush: MessageObject = {
	name: 'windowsUniversalPush',
	displayName: 'Windows Universal Push',
	wireKey: 'windows_universal_push',
	scheduleWireKey: 'windows8_push',
	description: 'Push notification to Windows 8 and later, which Braze no longer delivers',
	variationChannels: ['windows_universal_push', 'windows8_push'],
	legacy: true,
	fields: [
		{
			displayName: 'Push Type',
			name: 'pushType',
			type: 'options',
			required: true,
			default: 'toast_text_01',
			description:
				'Toast template, which says how many lines there are and whether there is an image',
			options: [
				{ name: 'Toast Image and Text 01', value: 'toast_image_and_text_01' },
				{ name: 'Toast Image and Text 02', value: 'toast_image_and_text_02' },
				{ name: 'Toast Image and Text 03', value: 'toast_image_and_text_03' },
				{ name: 'Toast Image and Text 04', value: 'toast_image_and_text_04' },
				{ name: 'Toast Text 01', value: 'toast_text_01' },
				{ name: 'Toast Text 02', value: 'toast_text_02' },
				{ name: 'Toast Text 03', value: 'toast_text_03' },
				{ name: 'Toast Text 04', value: 'toast_text_04' },
			],
		},
		{
			...pushAlert,
			displayName: 'Toast Text 1',
			name: 'toastText1',
			description: 'First line of the notification',
		},
		messageVariationId,
		{
			displayName: 'Extra Launch String',
			name: 'extraLaunchString',
			type: 'string',
			default: '',
			placeholder: 'e.g. page=offers',
			description: 'Values for the app when it opens, as used for deep links',
			liquid: true,
		},
		{
			...textLine,
			displayName: 'Toast Text 2',
			name: 'toastText2',
			description: 'Second line, where the template has one',
		},
		{
			...textLine,
			displayName: 'Toast Text 3',
			name: 'toastText3',
			description: 'Third line, in the templates that end in 04',
		},
		{
			displayName: 'Toast Text Image Name',
			name: 'toastTextImgName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Assets/order.png',
			description: 'Path of the image, in the templates that have one',
			liquid: true,
		},
		alsoSendToDevices,
	],
};
