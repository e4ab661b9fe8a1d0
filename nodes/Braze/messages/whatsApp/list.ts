import { isObject } from '../../schema/convert';
import type { BrazeField, Report } from '../../schema/field';
import { rowsOf } from '../common';

/** Rows of a list over all its sections (Braze docs, WhatsApp object). */
export const MAX_LIST_ROWS = 10;

const forList = { show: { messageType: ['list_response_message'] } };

const listRows: BrazeField = {
	displayName: 'Rows',
	name: 'listRows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Row',
	required: true,
	default: {},
	minItems: 1,
	description: 'At most 10 over all sections',
	options: [
		{
			displayName: 'Row',
			name: 'row',
			values: [
				{
					displayName: 'Title',
					name: 'rowTitle',
					type: 'string',
					required: true,
					default: '',
					liquid: true,
				},
				{
					displayName: 'Description',
					name: 'rowDescription',
					type: 'string',
					default: '',
					liquid: true,
				},
			],
		},
	],
};

export const listFields: BrazeField[] = [
	{
		displayName: 'List Button Text',
		name: 'listButtonText',
		wireKey: 'message.list.list_button_text',
		type: 'string',
		required: true,
		default: '',
		description: 'On the button that opens the list',
		liquid: true,
		displayOptions: forList,
	},
	{
		displayName: 'List Sections',
		name: 'listSections',
		wireKey: 'message.list.list_sections',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Section',
		required: true,
		default: {},
		minItems: 1,
		options: [
			{
				displayName: 'Section',
				name: 'section',
				values: [
					{
						displayName: 'Title',
						name: 'sectionTitle',
						type: 'string',
						required: true,
						default: '',
						liquid: true,
					},
					listRows,
				],
			},
		],
		displayOptions: forList,
	},
];

/** A list has so many rows, however they are divided. */
export function checkList(list: unknown, report: Report): void {
	const sections = isObject(list) ? rowsOf(list.list_sections) : [];
	const count = sections.reduce((sum, section) => sum + rowsOf(section.list_rows).length, 0);
	if (count > MAX_LIST_ROWS) {
		report(
			'List Sections',
			`have ${count} rows together and Braze takes at most ${MAX_LIST_ROWS}`,
			'Remove some rows',
		);
	}
}
