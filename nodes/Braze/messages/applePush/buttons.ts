import type { IDataObject } from 'n8n-workflow';

import { isAbsent } from '../../schema/convert';
import type { BrazeField, Report } from '../../schema/field';
import { quote } from '../../schema/invalidInput';
import {
	ADDRESS_ACTIONS,
	buttonAction,
	buttonActions,
	buttonUri,
	buttonUseWebview,
	pushButtons,
	rowsOf,
} from '../common';

interface DefaultButton {
	name: string;
	actionId: string;
	allowed: readonly string[];
}

const opens = [buttonActions.openApp.value, ...ADDRESS_ACTIONS];
const closes = [buttonActions.close.value];

/** The notification categories that every app with Braze has, with their buttons (Braze 2018 document). */
const defaultCategories: Array<{ name: string; category: string; buttons: DefaultButton[] }> = [
	{
		name: 'Accept / Decline',
		category: 'ab_cat_accept_decline',
		buttons: [
			{ name: 'Accept', actionId: 'ab_pb_accept', allowed: opens },
			{ name: 'Decline', actionId: 'ab_pb_decline', allowed: closes },
		],
	},
	{
		name: 'Confirm / Cancel',
		category: 'ab_cat_confirm_cancel',
		buttons: [
			{ name: 'Confirm', actionId: 'ab_pb_confirm', allowed: opens },
			{ name: 'Cancel', actionId: 'ab_pb_cancel', allowed: closes },
		],
	},
	{
		name: 'More',
		category: 'ab_cat_more',
		buttons: [{ name: 'More', actionId: 'ab_pb_more', allowed: opens }],
	},
	{
		name: 'Yes / No',
		category: 'ab_cat_yes_no',
		buttons: [
			{ name: 'Yes', actionId: 'ab_pb_yes', allowed: opens },
			{ name: 'No', actionId: 'ab_pb_no', allowed: closes },
		],
	},
];

const defaultButtons = defaultCategories
	.flatMap(({ buttons }) => buttons)
	.sort((a, b) => a.name.localeCompare(b.name));

/** A category that every app has; stands before the field for one of the app's own, which may not be given besides. */
export const defaultCategory: BrazeField = {
	displayName: 'Category',
	name: 'defaultCategory',
	type: 'options',
	wireKey: null,
	sends: Object.fromEntries(defaultCategories.map(({ category }) => [category, { category }])),
	default: 'ab_cat_accept_decline',
	description: 'Buttons that the notification shows',
	options: defaultCategories.map(({ name, category }) => ({ name, value: category })),
};

export const customCategory: BrazeField = {
	displayName: 'Custom Category',
	name: 'category',
	type: 'string',
	default: '',
	description: "Category of your own in the app, instead of 'Category'",
};

const CUSTOM = 'custom';

const buttonChoices = [
	...defaultButtons.map(({ name, actionId }) => ({ name, value: actionId })),
	{ name: 'Own Button', value: CUSTOM },
].sort((a, b) => a.name.localeCompare(b.name));

export const appleButtons: BrazeField = {
	...pushButtons([
		{
			displayName: 'Button',
			name: 'button',
			type: 'options',
			wireKey: null,
			sends: Object.fromEntries(
				defaultButtons.map(({ actionId }) => [actionId, { action_id: actionId }]),
			),
			default: 'ab_pb_accept',
			options: buttonChoices,
		},
		{
			displayName: 'Action ID',
			name: 'actionId',
			type: 'string',
			required: true,
			default: '',
			description: 'Identifier of the button in the app',
			displayOptions: { show: { button: [CUSTOM] } },
		},
		buttonAction('', [
			buttonActions.close,
			{ name: 'Default of the Button', value: '' },
			buttonActions.openApp,
			buttonActions.deepLink,
			buttonActions.webAddress,
		]),
		buttonUri,
		buttonUseWebview,
	]),
	description: 'What the buttons of the category do, where not their default',
};

const labelOf = (value: unknown): string =>
	Object.values(buttonActions).find((action) => action.value === value)?.name ?? String(value);

/** Buttons belong to a category, which says what they may do (Braze 2018 document). */
export function checkButtons(push: IDataObject, report: Report): void {
	const buttons = rowsOf(push.buttons);
	if (buttons.length > 0 && isAbsent(push.category)) {
		report('Buttons', 'belong to no category', 'Add Category, or Custom Category for your own');
	}
	const category = defaultCategories.find((known) => known.category === push.category);
	buttons.forEach((button, index) => {
		const at = (field: string) => `Buttons ${index + 1} > ${field}`;
		if (isAbsent(button.action_id)) {
			report(at('Action ID'), 'is empty', 'Give the identifier of the button');
		}
		if (category) checkDefaultButton(category.buttons, button, at, report);
		else checkCustomButton(button, at, report);
	});
}

type LabelAt = (field: string) => string;

function checkDefaultButton(
	known: DefaultButton[],
	button: IDataObject,
	at: LabelAt,
	report: Report,
): void {
	const match = known.find(({ actionId }) => actionId === button.action_id);
	if (!match) {
		report(
			at('Button'),
			`is ${quote(button.action_id)}, which the category does not have`,
			`Choose ${known.map(({ name }) => name).join(' or ')}`,
		);
		return;
	}
	if (!isAbsent(button.action) && !match.allowed.includes(button.action as string)) {
		report(
			at('Action'),
			`cannot be ${quote(labelOf(button.action))} for ${quote(match.name)}`,
			`Choose ${match.allowed.map(labelOf).join(' or ')}`,
		);
	}
}

function checkCustomButton(button: IDataObject, at: LabelAt, report: Report): void {
	if (!ADDRESS_ACTIONS.includes(button.action as string)) {
		report(
			at('Action'),
			'must open an address, since the category is your own',
			`Choose ${ADDRESS_ACTIONS.map(labelOf).join(' or ')}`,
		);
	}
	if (isAbsent(button.uri)) report(at('URI'), 'is empty', 'Give the address that the button opens');
}
