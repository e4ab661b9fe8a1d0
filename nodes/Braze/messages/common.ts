import type { BrazeField } from '../fields/field';

/** Tokens in one `also_send_to` entry (Appboy document). */
export const MAX_DEVICE_TOKENS = 100;

/** Needed with a campaign, so that its statistics know which variation was sent. */
export const messageVariationId: BrazeField = {
	displayName: 'Message Variation',
	name: 'messageVariationId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. iosPush-640',
	description: 'Variation of the campaign under which this message is counted',
	displayOptions: { show: { '/campaignId': [{ _cnd: { exists: true } }] } },
};

export const customUri: BrazeField = {
	displayName: 'Custom URI',
	name: 'customUri',
	type: 'string',
	default: '',
	placeholder: 'e.g. myapp://offers',
	description: 'Web address or deep link that opens on tap',
	liquid: true,
};

export const extra: BrazeField = {
	displayName: 'Extra',
	name: 'extra',
	type: 'assignmentCollection',
	default: {},
	description: 'Your own key-value pairs, sent with the notification',
	liquid: true,
};

export const collapseKey: BrazeField = {
	displayName: 'Collapse Key',
	name: 'collapseKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. order-status',
	description: 'Notifications with the same key replace each other while the device is offline',
};

export const priority: BrazeField = {
	displayName: 'Priority',
	name: 'priority',
	type: 'number',
	wire: 'integer',
	default: 0,
	typeOptions: { minValue: -2, maxValue: 2 },
	description: 'Place in the notification drawer, from -2 (minimum) to 2 (maximum)',
};

export const pushSound: BrazeField = {
	displayName: 'Sound',
	name: 'sound',
	type: 'string',
	default: '',
	placeholder: 'e.g. default',
	description: 'Sound file inside the app; the word default plays the standard sound',
};

export const sendToMostRecentDeviceOnly: BrazeField = {
	displayName: 'Send to Most Recent Device Only',
	name: 'sendToMostRecentDeviceOnly',
	type: 'boolean',
	default: false,
	description:
		"Whether to reach only the device that the user used last instead of all of the user's devices",
};

export const alsoSendToDevices: BrazeField = {
	displayName: 'Also Send To',
	name: 'alsoSendTo',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add App' },
	default: {},
	legacy: true,
	description: 'Device tokens to reach besides the users; Liquid does not work for them',
	options: [
		{
			displayName: 'App',
			name: 'app',
			values: [
				{
					displayName: 'App ID',
					name: 'appId',
					type: 'string',
					required: true,
					default: '',
					description: 'App that the tokens belong to',
				},
				{
					displayName: 'Tokens',
					name: 'tokens',
					type: 'string',
					typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Token' },
					required: true,
					default: [],
					maxItems: MAX_DEVICE_TOKENS,
					description: 'Device tokens, at most 100',
				},
			],
		},
	],
};
