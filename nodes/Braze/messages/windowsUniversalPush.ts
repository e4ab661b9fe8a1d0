import type { BrazeField, MessageObject } from '../schema/field';
import { alsoSendToDevices, messageVariationId, pushAlert } from './common';

const textLine: BrazeField = {
	...pushAlert,
	required: undefined,
	typeOptions: undefined,
};

export const windowsUniversalPush: MessageObject = {
	name: 'windowsUniversalPush',
	displayName: 'Windows Universal Push',
	shortName: 'Windows Universal',
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
			options: [
				{ name: 'Image and Text 01', value: 'toast_image_and_text_01' },
				{ name: 'Image and Text 02', value: 'toast_image_and_text_02' },
				{ name: 'Image and Text 03', value: 'toast_image_and_text_03' },
				{ name: 'Image and Text 04', value: 'toast_image_and_text_04' },
				{ name: 'Text 01', value: 'toast_text_01' },
				{ name: 'Text 02', value: 'toast_text_02' },
				{ name: 'Text 03', value: 'toast_text_03' },
				{ name: 'Text 04', value: 'toast_text_04' },
			],
		},
		{
			...pushAlert,
			displayName: 'Toast Text 1',
			name: 'toastText1',
		},
		messageVariationId,
		{
			displayName: 'Extra Launch String',
			name: 'extraLaunchString',
			type: 'string',
			default: '',
			description: 'Values for the app when it opens',
			liquid: true,
		},
		{
			...textLine,
			displayName: 'Toast Text 2',
			name: 'toastText2',
			description: 'Where the template has a second line',
		},
		{
			...textLine,
			displayName: 'Toast Text 3',
			name: 'toastText3',
			description: 'In the templates that end in 04',
		},
		{
			displayName: 'Toast Text Image Name',
			name: 'toastTextImgName',
			type: 'string',
			default: '',
			description: 'Path, in the templates with an image',
			liquid: true,
		},
		alsoSendToDevices,
	],
};
