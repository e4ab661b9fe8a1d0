import type { BrazeField, MessageObject } from '../../schema/field';
import { buttonText, extra, messageVariationId } from '../common';
import { checkClicks, clickActions } from './clickActions';

/** Characters of the text (Appboy document). */
export const MAX_MESSAGE_LENGTH = 140;

/** Buttons of one message (Appboy document). */
export const MAX_BUTTONS = 2;

/** Opacity, red, green and blue as Appboy writes them. */
const color = (name: string, displayName: string): BrazeField => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 0xFF00AA88',
	pattern: /^0x[0-9a-f]{8}$/i,
	patternHint: 'Write 0x and eight hex digits, such as 0xFF00AA88',
});

const buttons: BrazeField = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Button',
	default: {},
	maxItems: MAX_BUTTONS,
	description: 'At most 2',
	options: [
		{
			displayName: 'Button',
			name: 'button',
			values: [
				buttonText,
				color('backgroundColor', 'Background Color'),
				color('textColor', 'Text Color'),
				clickActions,
			],
		},
	],
};

export const inAppMessage: MessageObject = {
	name: 'inAppMessage',
	displayName: 'In-App Message',
	wireKey: 'in_app_message',
	description: 'Message inside the app, in the original form that Braze no longer supports',
	variationChannels: ['in_app_message'],
	legacy: true,
	fields: [
		{
			displayName: 'Text',
			name: 'message',
			type: 'string',
			required: true,
			default: '',
			description: 'At most 140 characters',
			typeOptions: { rows: 2 },
			maxLength: MAX_MESSAGE_LENGTH,
			liquid: true,
		},
		messageVariationId,
		{
			displayName: 'Also to Slideup-Only Versions',
			name: 'alsoSendToSlideupOnlyVersions',
			type: 'boolean',
			default: true,
			description: 'Whether a slideup also reaches old apps',
		},
		color('backgroundColor', 'Background Color'),
		buttons,
		clickActions,
		color('closeButtonColor', 'Close Button Color'),
		{ ...extra, displayName: 'Extras', name: 'extras' },
		{
			displayName: 'Header',
			name: 'header',
			type: 'string',
			default: '',
			description: 'Line above the text',
			liquid: true,
		},
		color('headerTextColor', 'Header Text Color'),
		{
			displayName: 'Icon',
			name: 'icon',
			type: 'string',
			default: '',
			placeholder: 'e.g. f042',
			description: 'Font Awesome code, four hex digits',
			pattern: /^[0-9a-f]{4}$/i,
			patternHint: 'Write four hex digits, such as f042',
		},
		color('iconBackgroundColor', 'Icon Background Color'),
		color('iconColor', 'Icon Color'),
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			description: 'For a full message, instead of an icon',
			liquid: true,
		},
		{
			displayName: 'Message Close',
			name: 'messageClose',
			type: 'options',
			default: 'AUTO_DISMISS',
			options: [
				{ name: 'Auto Dismiss', value: 'AUTO_DISMISS' },
				{ name: 'Swipe', value: 'SWIPE' },
			],
		},
		color('messageTextColor', 'Message Text Color'),
		{
			displayName: 'Slide From',
			name: 'slideFrom',
			type: 'options',
			default: 'BOTTOM',
			options: [
				{ name: 'Bottom', value: 'BOTTOM' },
				{ name: 'Top', value: 'TOP' },
			],
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'SLIDEUP',
			options: [
				{ name: 'Full', value: 'FULL' },
				{ name: 'Modal', value: 'MODAL' },
				{ name: 'Slideup', value: 'SLIDEUP' },
			],
		},
	],
	check: checkClicks,
};
