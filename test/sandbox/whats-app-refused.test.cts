import { expectRefusal, type Change } from './refusals.cts';
import { openSandbox, type Client } from './support.cts';
import { whatsAppOf } from './whats-app-samples.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
afterAll(() => client.sandbox.close());

const card = { header_media_uri: 'a', header_media_type: 'image' };
const response = { media_uri: 'a', media_type: 'image', buttons: ['Yes'] };
const url = {
	media_uri: 'a',
	media_type: 'image',
	cta_url_button: { display_text: 'a', url: 'b' },
};
const listRow = { row_title: 'a' };

const whatsAppRefusals: Array<[string, Change, string]> = [
	['template_message', { template_name: undefined }, 'message.template_name is required'],
	['template_message', { template_language_code: undefined }, 'template_language_code is required'],
	[
		'template_message',
		{ header_variables: { '0': 'a', '1': 'b' } },
		'header_variables must NOT have more than 1',
	],
	[
		'template_message',
		{ button_variables: { '0': 'a', '1': 'b' } },
		'button_variables must NOT have more than 1',
	],
	['template_message', { body_variables: { name: 'a' } }, 'body_variables.name is not a valid key'],
	['template_message', { body_variables: ['a'] }, 'body_variables must be object'],
	['template_message', { header_image_uri: 'a' }, 'header_image_uri is not a known key'],
	[
		'template_message',
		{ carousel_cards: [card] },
		'carousel_cards must NOT have fewer than 2 items',
	],
	[
		'template_message',
		{ carousel_cards: Array(11).fill(card) },
		'must NOT have more than 10 items',
	],
	[
		'template_message',
		{ carousel_cards: [card, { ...card, header_media_type: 'video' }] },
		'must have the same header_media_type on each card',
	],
	['text_response_message', { body: undefined }, 'message.body is required'],
	['text_image_response_message', { image_uri: undefined }, 'message.image_uri is required'],
	['quick_reply_response_message', { buttons: undefined }, 'message.buttons is required'],
	[
		'quick_reply_response_message',
		{ header_image_uri: 'a' },
		'message.header_text must be left out',
	],
	[
		'list_response_message',
		{ list: { list_button_text: 'a', list_sections: [] } },
		'fewer than 1 items',
	],
	[
		'list_response_message',
		{
			list: {
				list_button_text: 'a',
				list_sections: [
					{ section_title: 'a', list_rows: Array(6).fill(listRow) },
					{ section_title: 'b', list_rows: Array(5).fill(listRow) },
				],
			},
		},
		'at most 10 rows over all sections',
	],
	['flow_response_message', { flow_button: { caption: 'a' } }, 'flow_button.flow_id is required'],
	[
		'flow_response_message',
		{ flow_button: { caption: 'a'.repeat(21), flow_id: 'f' } },
		'flow_button.caption must NOT have more than 20 characters',
	],
	[
		'carousel_response_message',
		{ carousel_button_type: 'call' },
		'must be one of quick_reply, url',
	],
	['carousel_response_message', { cards: [response] }, 'cards must NOT have fewer than 2 items'],
	[
		'carousel_response_message',
		{ cards: [response, url] },
		'cards[1].buttons is required when carousel_button_type is quick_reply',
	],
	[
		'carousel_response_message',
		{ carousel_button_type: 'url', cards: [url, response] },
		'cards[1].cta_url_button is required when carousel_button_type is url',
	],
	[
		'carousel_response_message',
		{ cards: [response, { ...response, media_type: 'video' }] },
		'must have the same media_type on each card',
	],
	[
		'carousel_response_message',
		{ cards: [response, { ...response, buttons: ['Yes', 'No'] }] },
		'must have the same number of buttons on each card',
	],
	[
		'carousel_response_message',
		{ cards: Array(2).fill({ ...response, buttons: ['a', 'b', 'c'] }) },
		'more than 2 items',
	],
	[
		'carousel_response_message',
		{ cards: Array(2).fill({ ...response, body_text: 'a'.repeat(161) }) },
		'more than 160',
	],
];

test.each(whatsAppRefusals)('whats_app %s with %j is refused', (type, change, error) =>
	expectRefusal(client, { whats_app: whatsAppOf(type, change) }, error),
);
