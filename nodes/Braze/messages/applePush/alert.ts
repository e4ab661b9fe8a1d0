import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from '../../fields/convert';
import type { BrazeField, Report } from '../../fields/field';
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
		description: 'What the device shows',
		options: [
			{ name: 'Text', value: 'text', description: 'One text' },
			{
				name: 'Title and Text',
				value: 'object',
				description: 'A title and a text, also from the localized strings of the app',
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
		placeholder: 'e.g. OPEN_ORDER',
		description: 'Localized string that replaces the word View on the button of the alert',
		displayOptions: asObject,
	},
	{
		displayName: 'Alert Sound',
		name: 'alertSound',
		wireKey: 'alert.sound',
		type: 'string',
		default: '',
		placeholder: 'e.g. default',
		description: "Sound of a Live Activity; everything else uses 'Sound'",
		displayOptions: asObject,
	},
	{
		displayName: 'Body Localization Key',
		name: 'locKey',
		wireKey: 'alert.loc_key',
		type: 'string',
		default: '',
		placeholder: 'e.g. ORDER_SHIPPED_BODY',
		description: 'Localized string of the app to show as the text',
		displayOptions: asObject,
	},
	{
		displayName: 'Body Localization Values',
		name: 'locArgs',
		wireKey: 'alert.loc_args',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
		default: [],
		placeholder: 'e.g. 4711',
		description: 'Values for the gaps in that localized text, in order',
		liquid: true,
		displayOptions: asObject,
	},
	{
		displayName: 'Title Localization Key',
		name: 'titleLocKey',
		wireKey: 'alert.title_loc_key',
		type: 'string',
		default: '',
		placeholder: 'e.g. ORDER_SHIPPED_TITLE',
		description: 'Localized string of the app to show as the title',
		displayOptions: asObject,
	},
	{
		displayName: 'Title Localization Values',
		name: 'titleLocArgs',
		wireKey: 'alert.title_loc_args',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
		default: [],
		placeholder: 'e.g. 4711',
		description: 'Values for the gaps in that localized title, in order',
		liquid: true,
		displayOptions: asObject,
	},
];

/** A push shows something unless it only wakes the app. */
export function checkAlert(push: IDataObject, report: Report): void {
	if (push['content-available'] === true) return;
	const [label, text] = isObject(push.alert) ? ['Body', push.alert.body] : ['Alert', push.alert];
	if (isAbsent(text)) {
		report(
			label,
			'is empty',
			'Braze requires it unless the push is silent: check what its expression gives for this item',
		);
	}
}
