import type { IDataObject } from 'n8n-workflow';

import type { BrazeField, Report } from '../../schema/field';
import { gatherRows } from '../../schema/spread';
import { rowsOf } from '../common';

const OPENS_ADDRESS = 'URI';

/** What a tap does, one row for each platform; sent as keys such as `ios_click_action` and `ios_uri`. */
export const clickActions: BrazeField = {
	displayName: 'Click Actions',
	name: 'clickActions',
	type: 'fixedCollection',
	spreadBy: 'platform',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Click Action',
	options: [
		{
			displayName: 'Click Action',
			name: 'click',
			values: [
				{
					displayName: 'Platform',
					name: 'platform',
					type: 'options',
					default: 'ios',
					options: [
						{ name: 'Android', value: 'android' },
						{ name: 'iOS', value: 'ios' },
						{ name: 'Kindle', value: 'kindle' },
						{ name: 'Windows', value: 'windows' },
						{ name: 'Windows 8', value: 'windows8' },
					],
				},
				{
					displayName: 'Action',
					name: 'clickAction',
					type: 'options',
					default: OPENS_ADDRESS,
					options: [
						{ name: 'None', value: 'NONE' },
						{ name: 'Open News Feed', value: 'NEWS_FEED' },
						{ name: 'Open URI', value: OPENS_ADDRESS },
					],
				},
				{
					displayName: 'URI',
					name: 'uri',
					type: 'string',
					required: true,
					default: '',
					description: 'Web address or deep link',
					liquid: true,
					displayOptions: { show: { clickAction: [OPENS_ADDRESS] } },
				},
			],
		},
	],
};

/** Layouts whose buttons take the place of the message's own click actions (Appboy document). */
const LAYOUTS_WITH_BUTTONS = ['MODAL', 'FULL'];

/** The buttons of a large message take its clicks. */
export function checkClicks(message: IDataObject, report: Report): void {
	const hasButtons =
		LAYOUTS_WITH_BUTTONS.includes(message.type as string) && rowsOf(message.buttons).length > 0;
	if (hasButtons && gatherRows(clickActions, message).length > 0) {
		report(
			'Click Actions',
			'have no effect beside the buttons of a modal or full message',
			'Remove them, or remove the buttons',
		);
	}
}
