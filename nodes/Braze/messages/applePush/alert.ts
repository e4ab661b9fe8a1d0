import type { IDataObject } from 'n8n-workflow';

import { isMissing, isObject } from '../../schema/convert';
import type { BrazeField, Report } from '../../schema/field';
import { pushAlert, pushTitle } from '../common';

const asObject = { show: { alertType: ['object'] } };

/** What the device shows: always at full width. */
export const alertFields: BrazeField[] = [
	{
		displayName: 'Alert Type',
		name: 'alertType',
		type: 'options',
		flat: true,
		wireKey: null,
		sends: { silent: { 'content-available': true } },
		default: 'text',
		options: [
			{ name: 'Text', value: 'text' },
			{
				name: 'Title and Text',
				value: 'object',
				description: 'Also from the localized strings of the app',
			},
			{ name: 'None (Silent)', value: 'silent', description: 'Wakes the app and shows nothing' },
		],
	},
	{
		...pushAlert,
		alsoAccepts: ['object'],
		displayOptions: { show: { alertType: ['text'] } },
	},
	{
		...pushTitle,
		wireKey: 'alert.title',
		required: undefined,
		flat: true,
		displayOptions: asObject,
	},
	{
		...pushAlert,
		displayName: 'Body',
		name: 'body',
		description: undefined,
		wireKey: 'alert.body',
		displayOptions: asObject,
	},
];

/** Localized texts and more of the alert object: behind *Add Field*. */
export const alertParts: BrazeField[] = [
	{
		displayName: 'Action Localization Key',
		name: 'actionLocKey',
		wireKey: 'alert.action_loc_key',
		type: 'string',
		default: '',
		description: 'Localized string instead of View on the alert button',
		displayOptions: asObject,
	},
	{
		displayName: 'Alert Sound',
		name: 'alertSound',
		wireKey: 'alert.sound',
		type: 'string',
		default: '',
		description: "Sound of a Live Activity; everything else uses 'Sound'",
		displayOptions: asObject,
	},
	{
		displayName: 'Body Localization Key',
		name: 'locKey',
		wireKey: 'alert.loc_key',
		type: 'string',
		default: '',
		description: 'Localized string of the app',
		displayOptions: asObject,
	},
	{
		displayName: 'Body Localization Values',
		name: 'locArgs',
		wireKey: 'alert.loc_args',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: [],
		description: 'Values for its gaps, in order',
		liquid: true,
		displayOptions: asObject,
	},
	{
		displayName: 'Title Localization Key',
		name: 'titleLocKey',
		wireKey: 'alert.title_loc_key',
		type: 'string',
		default: '',
		description: 'Localized string of the app',
		displayOptions: asObject,
	},
	{
		displayName: 'Title Localization Values',
		name: 'titleLocArgs',
		wireKey: 'alert.title_loc_args',
		type: 'string',
		typeOptions: { multipleValues: true },
		default: [],
		description: 'Values for its gaps, in order',
		liquid: true,
		displayOptions: asObject,
	},
];

/** A push shows something unless it only wakes the app. */
export function checkAlert(push: IDataObject, report: Report): void {
	if (push['content-available'] === true) return;
	const [label, text] = isObject(push.alert) ? ['Body', push.alert.body] : ['Alert', push.alert];
	if (isMissing(text)) {
		report(
			label,
			'is empty',
			'Braze requires it unless the push is silent: check what its expression gives for this item',
		);
	}
}
