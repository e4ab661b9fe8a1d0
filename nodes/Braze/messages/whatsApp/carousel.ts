import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from '../../schema/convert';
import type { BrazeField, Report } from '../../schema/field';
import { rowsOf } from '../common';
import { cardMedia, MAX_CARDS, MIN_CARDS } from './template';

/** Buttons of one card (Braze docs, WhatsApp object). */
export const MAX_CARD_BUTTONS = 2;

/** Characters of the text on a card (Braze docs, WhatsApp object). */
export const MAX_CARD_TEXT_LENGTH = 160;

const forCarousel = { show: { messageType: ['carousel_response_message'] } };

/** The choice of the button type, seen from inside a card. */
const withButtons = (type: string) => ({ show: { '/whatsAppCarouselButtonType': [type] } });

const card: BrazeField[] = [
	...cardMedia('mediaUri', 'mediaType'),
	{
		displayName: 'Text',
		name: 'bodyText',
		type: 'string',
		default: '',
		description: 'At most 160 characters',
		maxLength: MAX_CARD_TEXT_LENGTH,
		liquid: true,
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Button' },
		required: true,
		default: [],
		description: 'Words of 1 or 2 buttons, as many on every card',
		maxItems: MAX_CARD_BUTTONS,
		liquid: true,
		displayOptions: withButtons('quick_reply'),
	},
	{
		displayName: 'Button Text',
		name: 'displayText',
		wireKey: 'cta_url_button.display_text',
		type: 'string',
		required: true,
		default: '',
		liquid: true,
		displayOptions: withButtons('url'),
	},
	{
		displayName: 'Button URL',
		name: 'buttonUrl',
		wireKey: 'cta_url_button.url',
		type: 'string',
		required: true,
		default: '',
		liquid: true,
		displayOptions: withButtons('url'),
	},
];

export const carouselFields: BrazeField[] = [
	{
		displayName: 'Carousel Button Type',
		name: 'carouselButtonType',
		wireKey: 'message.carousel_button_type',
		type: 'options',
		required: true,
		default: 'quick_reply',
		options: [
			{ name: 'Quick Reply', value: 'quick_reply' },
			{ name: 'Website', value: 'url' },
		],
		displayOptions: forCarousel,
	},
	{
		displayName: 'Cards',
		name: 'cards',
		wireKey: 'message.cards',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Card',
		required: true,
		default: {},
		minItems: MIN_CARDS,
		maxItems: MAX_CARDS,
		description: '2 to 10, from left to right',
		options: [{ displayName: 'Card', name: 'card', values: card }],
		displayOptions: forCarousel,
	},
];

/** Every card shows the same type of media. */
export function checkSameMedia(
	label: string,
	cards: IDataObject[],
	key: string,
	report: Report,
): void {
	const other = cards.findIndex((each) => each[key] !== cards[0][key]);
	if (other > 0) {
		report(
			`${label} ${other + 1} > Media Type`,
			'differs from the first card',
			'Give every card an image, or every card a video',
		);
	}
}

const buttonCount = (each: IDataObject): number =>
	Array.isArray(each.buttons) ? each.buttons.length : 0;

/** The cards of a carousel are alike in what they show and in their buttons. */
export function checkCarousel(message: IDataObject, report: Report): void {
	const cards = rowsOf(message.cards);
	checkSameMedia('Cards', cards, 'media_type', report);
	cards.forEach((each, index) => {
		const at = (field: string) => `Cards ${index + 1} > ${field}`;
		if (message.carousel_button_type === 'url') {
			const button = isObject(each.cta_url_button) ? each.cta_url_button : {};
			for (const [key, field] of [
				['display_text', 'Button Text'],
				['url', 'Button URL'],
			]) {
				if (isAbsent(button[key])) report(at(field), 'is empty', 'Every card needs its button');
			}
			return;
		}
		checkQuickReplies(buttonCount(each), buttonCount(cards[0]), at('Buttons'), report);
	});
}

function checkQuickReplies(count: number, onFirst: number, label: string, report: Report): void {
	if (count === 0) report(label, 'is empty', 'Every card needs its buttons');
	if (count !== onFirst) {
		report(
			label,
			`has ${count} entries and the first card has ${onFirst}`,
			'Give every card the same number of buttons',
		);
	}
}
