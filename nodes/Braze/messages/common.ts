import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isObject } from '../schema/convert';
import type { BrazeField } from '../schema/field';

/** Tokens in one `also_send_to` entry (Appboy document). */
export const MAX_DEVICE_TOKENS = 100;

/** Range of the priority in the notification drawer (Appboy document). */
export const LOWEST_PRIORITY = -2;
export const HIGHEST_PRIORITY = 2;

/** @returns the rows of a wire list; what is no row is left to the check of the field itself */
export const rowsOf = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

/** Needed with a campaign, so that its statistics know which variation was sent; the check of the channels asks for it. */
export const messageVariationId: BrazeField = {
	displayName: 'Message Variation',
	name: 'messageVariationId',
	type: 'resourceLocator',
	identifier: true,
	default: { mode: 'list', value: '' },
	description: 'Variation of the campaign that this message is counted under',
};

export const appId: BrazeField = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	fromCredential: 'defaultAppId',
	description:
		"Any app of your workspace: Settings, App Settings, Identification in Braze; if empty, the credential's",
};

export const subscriptionGroupId: BrazeField = {
	displayName: 'Subscription Group ID',
	name: 'subscriptionGroupId',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	description: "Group whose number sends the message; if empty, the credential's",
};

export const pushTitle: BrazeField = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	required: true,
	default: '',
	liquid: true,
};

export const pushAlert: BrazeField = {
	displayName: 'Alert',
	name: 'alert',
	type: 'string',
	required: true,
	default: '',
	description: 'Text of the notification',
	typeOptions: { rows: 2 },
	liquid: true,
};

export const customUri: BrazeField = {
	displayName: 'Custom URI',
	name: 'customUri',
	type: 'string',
	default: '',
	description: 'Web address or deep link',
	liquid: true,
};

export const useWebview: BrazeField = {
	displayName: 'Use Webview',
	name: 'useWebview',
	type: 'boolean',
	default: true,
	description: 'Whether a web address opens inside the app',
};

export const extra: BrazeField = {
	displayName: 'Extra',
	name: 'extra',
	type: 'assignmentCollection',
	default: {},
	description: 'Your own key-value pairs',
	liquid: true,
};

export const collapseKey: BrazeField = {
	displayName: 'Collapse Key',
	name: 'collapseKey',
	type: 'string',
	default: '',
	description: 'An offline device gets only the last with the same key',
};

export const priority: BrazeField = {
	displayName: 'Priority',
	name: 'priority',
	type: 'number',
	wire: 'integer',
	default: 0,
	typeOptions: { minValue: LOWEST_PRIORITY, maxValue: HIGHEST_PRIORITY },
	description: 'Place in the notification drawer, from -2 to 2 (top)',
};

export const pushSound: BrazeField = {
	displayName: 'Sound',
	name: 'sound',
	type: 'string',
	default: '',
	description: 'Sound file in the app, or the word default',
};

export const sendToMostRecentDeviceOnly: BrazeField = {
	displayName: 'Most Recent Device Only',
	name: 'sendToMostRecentDeviceOnly',
	type: 'boolean',
	default: false,
	description: 'Whether to reach only the device used last',
};

/** What a button can do. */
export const buttonActions = {
	close: { name: 'Close Notification', value: 'CLOSE' },
	deepLink: { name: 'Open Deep Link', value: 'DEEP_LINK' },
	openApp: { name: 'Open App', value: 'OPEN_APP' },
	webAddress: { name: 'Open Web Address', value: 'URI' },
} satisfies Record<string, INodePropertyOptions>;

/** @returns the choice of what a button does */
export const buttonAction = (
	defaultAction: string,
	options: INodePropertyOptions[],
): BrazeField => ({
	displayName: 'Action',
	name: 'action',
	type: 'options',
	default: defaultAction,
	options,
});

/** Actions that need an address. */
export const ADDRESS_ACTIONS = [buttonActions.deepLink.value, buttonActions.webAddress.value];

export const buttonText: BrazeField = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	required: true,
	default: '',
	liquid: true,
};

export const buttonUri: BrazeField = {
	displayName: 'URI',
	name: 'uri',
	type: 'string',
	required: true,
	default: '',
	description: 'Web address or deep link',
	liquid: true,
	displayOptions: { show: { action: ADDRESS_ACTIONS } },
};

export const buttonUseWebview: BrazeField = {
	...useWebview,
	displayOptions: { show: { action: [buttonActions.webAddress.value] } },
};

/**
 * @param values the parts of one button
 * @returns the list of a push's buttons
 */
export const pushButtons = (values: BrazeField[]): BrazeField => ({
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	options: [{ displayName: 'Button', name: 'button', values }],
});

export const alsoSendToDevices: BrazeField = {
	displayName: 'Also Send To',
	name: 'alsoSendTo',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add App',
	default: {},
	legacy: true,
	description: 'Without Liquid',
	options: [
		{
			displayName: 'App',
			name: 'app',
			values: [
				{
					displayName: 'App ID',
					name: 'appId',
					type: 'string',
					identifier: true,
					required: true,
					default: '',
				},
				{
					displayName: 'Tokens',
					name: 'devices',
					wireKey: 'tokens',
					type: 'string',
					typeOptions: { multipleValues: true },
					required: true,
					default: [],
					maxItems: MAX_DEVICE_TOKENS,
				},
			],
		},
	],
};
