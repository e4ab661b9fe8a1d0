import {
	MAX_WHATS_APP_CARD_BUTTONS,
	MAX_WHATS_APP_CARD_CHARACTERS,
	MAX_WHATS_APP_FLOW_CAPTION_CHARACTERS,
	WHATS_APP_CARDS,
} from '../../limits.cts';
import {
	boolean,
	has,
	holds,
	identifier,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../json-schema.cts';

const cardCount = { minItems: WHATS_APP_CARDS.min, maxItems: WHATS_APP_CARDS.max };
const mediaType = oneOf('image', 'video');

function variables(more: JsonSchema = {}): JsonSchema {
	return {
		type: 'object',
		propertyNames: { format: 'index' },
		additionalProperties: string,
		...more,
	};
}

const variableFields = {
	body_variables: variables(),
	button_variables: variables({ maxProperties: 1 }),
};

const templateMessage = object(
	'whats_app_template_message',
	{
		template_name: identifier,
		template_language_code: identifier,
		header_variables: variables({ maxProperties: 1 }),
		...variableFields,
		header_media_uri: string,
		carousel_cards: list(
			object(
				'whats_app_template_carousel_card',
				{ header_media_uri: identifier, header_media_type: mediaType, ...variableFields },
				['header_media_uri', 'header_media_type'],
			),
			cardCount,
		),
	},
	['template_name', 'template_language_code'],
);

const textMessage = object(
	'whats_app_text_response_message',
	{ body: identifier, preview_url: boolean },
	['body'],
);

const imageMessage = object(
	'whats_app_text_image_response_message',
	{ image_uri: identifier, caption: string },
	['image_uri'],
);

const quickReplyMessage = object(
	'whats_app_quick_reply_response_message',
	{
		body: identifier,
		header_image_uri: string,
		header_text: string,
		footer: string,
		buttons: list(object('whats_app_quick_reply_button', { text: identifier }, ['text']), {
			minItems: 1,
		}),
	},
	['body', 'buttons'],
	{ if: has('header_image_uri'), then: { properties: { header_text: false } } },
);

const listRow = object('whats_app_list_row', { row_title: identifier, row_description: string }, [
	'row_title',
]);

const listSection = object(
	'whats_app_list_section',
	{ section_title: identifier, list_rows: list(listRow, { minItems: 1 }) },
	['section_title', 'list_rows'],
);

const listMessage = object(
	'whats_app_list_response_message',
	{
		header: string,
		body: identifier,
		footer: string,
		list: object(
			'whats_app_list',
			{ list_button_text: identifier, list_sections: list(listSection, { minItems: 1 }) },
			['list_button_text', 'list_sections'],
		),
	},
	['body', 'list'],
);

const flowMessage = object(
	'whats_app_flow_response_message',
	{
		header_text: string,
		body: identifier,
		footer: string,
		flow_button: object(
			'whats_app_flow_button',
			{
				caption: { ...identifier, maxLength: MAX_WHATS_APP_FLOW_CAPTION_CHARACTERS },
				flow_id: identifier,
			},
			['caption', 'flow_id'],
		),
		generate_custom_attribute: boolean,
	},
	['body', 'flow_button'],
);

const responseCard = object(
	'whats_app_carousel_response_card',
	{
		media_uri: identifier,
		media_type: mediaType,
		body_text: { type: 'string', maxLength: MAX_WHATS_APP_CARD_CHARACTERS },
		buttons: list(identifier, { minItems: 1, maxItems: MAX_WHATS_APP_CARD_BUTTONS }),
		cta_url_button: object(
			'whats_app_cta_url_button',
			{ display_text: identifier, url: identifier },
			['display_text', 'url'],
		),
	},
	['media_uri', 'media_type'],
);

function everyCard(key: string, other: string, because: string): JsonSchema {
	const card = { required: [key], properties: { [other]: false as const }, because };
	return { properties: { cards: { items: card } } };
}

const carouselMessage = object(
	'whats_app_carousel_response_message',
	{
		body: identifier,
		carousel_button_type: oneOf('quick_reply', 'url'),
		cards: list(responseCard, cardCount),
	},
	['body', 'carousel_button_type', 'cards'],
	{
		allOf: [
			{
				if: holds('carousel_button_type', 'quick_reply'),
				then: everyCard('buttons', 'cta_url_button', 'when carousel_button_type is quick_reply'),
			},
			{
				if: holds('carousel_button_type', 'url'),
				then: everyCard('cta_url_button', 'buttons', 'when carousel_button_type is url'),
			},
		],
	},
);

/** What whats_app.message holds, by message_type. Braze docs. */
export const whatsAppMessages: Record<string, JsonSchema> = {
	template_message: templateMessage,
	text_response_message: textMessage,
	text_image_response_message: imageMessage,
	quick_reply_response_message: quickReplyMessage,
	list_response_message: listMessage,
	flow_response_message: flowMessage,
	carousel_response_message: carouselMessage,
};
