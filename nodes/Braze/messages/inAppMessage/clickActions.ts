import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isAbsent } from '../../fields/convert';
import type { BrazeField, Report } from '../../fields/field';

const OPENS_ADDRESS = 'URI';

const platforms = [
	{ name: 'android', displayName: 'Android' },
	{ name: 'ios', displayName: 'iOS' },
	{ name: 'kindle', displayName: 'Kindle' },
	{ name: 'windows', displayName: 'Windows' },
	{ name: 'windows8', displayName: 'Windows 8' },
];

const clickActions: INodePropertyOptions[] = [
	{ name: 'None', value: 'NONE' },
	{ name: 'Open News Feed', value: 'NEWS_FEED' },
	{ name: 'Open URI', value: OPENS_ADDRESS },
];

const clickAction = (name: string, displayName: string): BrazeField => ({
	displayName: `${displayName} Click Action`,
	name: `${name}ClickAction`,
	type: 'options',
	default: 'NONE',
	options: clickActions,
});

const clickUri = (name: string, displayName: string): BrazeField => ({
	displayName: `${displayName} URI`,
	name: `${name}Uri`,
	type: 'string',
	default: '',
	placeholder: 'e.g. myapp://offers',
	liquid: true,
});

/** What a tap on the message does on each platform. */
export const messageClicks: BrazeField[] = platforms.flatMap(({ name, displayName }) => [
	clickAction(name, displayName),
	clickUri(name, displayName),
]);

/** What a tap on a button does on each platform. */
export const buttonClicks: BrazeField[] = platforms.flatMap(({ name, displayName }) => [
	clickAction(name, displayName),
	{
		...clickUri(name, displayName),
		required: true,
		displayOptions: { show: { [`${name}ClickAction`]: [OPENS_ADDRESS] } },
	},
]);

/** Layouts whose buttons take the place of the message's own click actions (Appboy document). */
const LAYOUTS_WITH_BUTTONS = ['MODAL', 'FULL'];

/** An address needs to be there to be opened, and the buttons of a large message take its clicks. */
export function checkClicks(message: IDataObject, report: Report): void {
	const hasButtons =
		LAYOUTS_WITH_BUTTONS.includes(message.type as string) &&
		Array.isArray(message.buttons) &&
		message.buttons.length > 0;
	for (const { name, displayName } of platforms) {
		const action = message[`${name}_click_action`];
		const uri = message[`${name}_uri`];
		if (hasButtons && !(isAbsent(action) && isAbsent(uri))) {
			report(
				`${displayName} ${isAbsent(action) ? 'URI' : 'Click Action'}`,
				'has no effect beside the buttons of a modal or full message',
				'Remove it, or remove the buttons',
			);
		}
		if (action === OPENS_ADDRESS && isAbsent(uri)) {
			report(
				`${displayName} URI`,
				'is empty',
				`Braze needs it for the ${displayName} Click Action: enter a web address or deep link`,
			);
		}
	}
}
