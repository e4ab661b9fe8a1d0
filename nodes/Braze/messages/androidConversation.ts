import { isObject } from '../schema/convert';
import type { BrazeField, Report } from '../schema/field';
import { quote } from '../schema/invalidInput';
import { rowsOf } from './common';

/** A push that Android shows as a conversation. */
export const conversationData: BrazeField = {
	displayName: 'Conversation',
	name: 'conversationData',
	type: 'fixedCollection',
	placeholder: 'Add Conversation',
	default: {},
	description: 'Shows the push as a conversation',
	options: [
		{
			displayName: 'Conversation',
			name: 'conversation',
			values: [
				{
					displayName: 'Shortcut ID',
					name: 'shortcutId',
					type: 'string',
					required: true,
					default: '',
					description: 'Conversation shortcut of the app',
				},
				{
					displayName: 'Reply Person ID',
					name: 'replyPersonId',
					type: 'string',
					required: true,
					default: '',
					description: 'Who answers',
				},
				{
					displayName: 'Persons',
					name: 'persons',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add Person',
					required: true,
					default: {},
					options: [
						{
							displayName: 'Person',
							name: 'person',
							values: [
								{
									displayName: 'Person ID',
									name: 'id',
									type: 'string',
									required: true,
									default: '',
									description: 'Your own name for this person, used below',
								},
								{
									displayName: 'Name',
									name: 'name',
									type: 'string',
									required: true,
									default: '',
									liquid: true,
								},
							],
						},
					],
				},
				{
					displayName: 'Messages',
					name: 'messages',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true, sortable: true },
					placeholder: 'Add Message',
					required: true,
					default: {},
					options: [
						{
							displayName: 'Message',
							name: 'message',
							values: [
								{
									displayName: 'Text',
									name: 'text',
									type: 'string',
									required: true,
									default: '',
									liquid: true,
								},
								{
									displayName: 'Person ID',
									name: 'personId',
									type: 'string',
									required: true,
									default: '',
									description: 'Who says it',
								},
								{
									displayName: 'Timestamp',
									name: 'timestamp',
									type: 'dateTime',
									wire: 'epochSeconds',
									required: true,
									default: '',
								},
							],
						},
					],
				},
			],
		},
	],
};

/** Who answers and who speaks must be among the persons. */
export function checkConversation(conversation: unknown, report: Report): void {
	if (!isObject(conversation)) return;
	const known = rowsOf(conversation.persons).map((person) => person.id);
	const references = [
		{ label: 'Conversation > Reply Person ID', id: conversation.reply_person_id },
		...rowsOf(conversation.messages).map((message, index) => ({
			label: `Conversation > Messages ${index + 1} > Person ID`,
			id: message.person_id,
		})),
	];
	for (const { label, id } of references) {
		if (!known.includes(id)) {
			report(
				label,
				`is ${quote(id)}, which none of the persons has`,
				'Add the person under Persons',
			);
		}
	}
}
