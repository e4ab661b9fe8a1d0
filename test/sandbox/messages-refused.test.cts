import { everywhere, sendOnly, whatsAppOf } from './message-samples.cts';
import { API_CAMPAIGN, openSandbox, UNKNOWN_ID, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
afterAll(() => client.sandbox.close());

type Change = Record<string, unknown>;
/** Message key, what to change in its sample, what `errors` says, and Braze's title if it has one. */
type Refusal = [string, Change, string, string?];

const samples: Record<string, unknown> = { ...everywhere, ...sendOnly };
const button = { action_id: 'ab_pb_accept', action: 'URI', uri: 'https://example.com' };
const LATE = '2026-02-16T00:00:00Z';

const refusals: Refusal[] = [
	[
		'apple_push',
		{ alert: undefined },
		'apple_push.alert is required unless content-available is true',
	],
	[
		'apple_push',
		{ alert: {} },
		'apple_push.alert.body is required unless content-available is true',
	],
	['apple_push', { alert: 1 }, 'apple_push.alert must be string or object'],
	['apple_push', { badge: '1' }, 'apple_push.badge must be integer'],
	['apple_push', { extra: 'a' }, 'apple_push.extra must be object', 'Invalid Extra Push Payload'],
	['apple_push', { extra: { ab: 1 } }, 'apple_push.extra.ab must be left out'],
	['apple_push', { extra: { aps: 1 } }, 'apple_push.extra.aps must be left out'],
	['apple_push', { interruption_level: 'loud' }, 'apple_push.interruption_level must be one of'],
	['apple_push', { relevance_score: 1.1 }, 'apple_push.relevance_score must be <= 1'],
	['apple_push', { expiry: 'tomorrow' }, 'apple_push.expiry must be an ISO 8601 date and time'],
	['apple_push', { time_to_live: 60 }, 'apple_push.time_to_live must be string'],
	['apple_push', { asset_file_type: undefined }, 'asset_file_type is required with asset_url'],
	['apple_push', { asset_file_type: 'exe' }, 'asset_file_type must be one of'],
	['apple_push', { category: undefined }, 'apple_push.category is required with buttons'],
	['apple_push', { buttons: [{ action: 'CLOSE' }] }, 'buttons[0].action_id is required'],
	['apple_push', { buttons: [{ action_id: 'ab_pb_yes' }] }, 'buttons[0].action_id must be one of'],
	[
		'apple_push',
		{ buttons: [{ action_id: 'ab_pb_decline', action: 'OPEN_APP' }] },
		'buttons[0].action must be one of CLOSE for ab_pb_decline',
	],
	[
		'apple_push',
		{ buttons: [{ action_id: 'ab_pb_accept', action: 'CLOSE' }] },
		'buttons[0].action must be one of OPEN_APP, URI, DEEP_LINK for ab_pb_accept',
	],
	[
		'apple_push',
		{ buttons: [{ ...button, uri: undefined }] },
		'buttons[0].uri is required with the action',
	],
	[
		'apple_push',
		{ category: 'mine', buttons: [{ action_id: 'b' }] },
		'action is required with a category of your own',
	],
	[
		'apple_push',
		{ category: 'mine', buttons: [{ ...button, action: 'OPEN_APP' }] },
		'buttons[0].action must be one of URI, DEEP_LINK',
	],
	['apple_push', { apns_priority: 11 }, 'apple_push.apns_priority must be <= 10'],
	[
		'apple_push',
		{ alert: 'é'.repeat(956) },
		'bytes, 1912 are allowed',
		'Apple Push Length Exceeded',
	],
	[
		'apple_push',
		{ also_send_to: [{ app_id: 'a', tokens: ['short'] }] },
		'also_send_to[0].tokens[0] must NOT have fewer than 64',
		'Invalid Push Token Length',
	],
	[
		'apple_push',
		{ also_send_to: [{ app_id: 'a', tokens: Array(101).fill('t'.repeat(64)) }] },
		'also_send_to[0].tokens must NOT have more than 100 items',
		'Max input length exceeded',
	],
	['apple_push', { also_send_to: [{ tokens: [] }] }, 'also_send_to[0].app_id is required'],
	[
		'android_push',
		{ alert: undefined },
		'android_push.alert is required unless send_to_sync is true',
	],
	[
		'android_push',
		{ title: undefined },
		'android_push.title is required unless send_to_sync is true',
	],
	['android_push', { send_to_sync: true }, 'android_push.alert must be left out'],
	['android_push', { send_to_sync: true, alert: undefined }, 'android_push.title must be left out'],
	['android_push', { send_to_sync: 'true' }, 'android_push.send_to_sync must be boolean'],
	['android_push', { 'time_to_live:': 5 }, 'android_push.time_to_live: is not a known key'],
	['android_push', { notification_channel: 'a' }, 'notification_channel is not a known key'],
	['android_push', { time_to_live: 2419201 }, 'time_to_live must be <= 2419200'],
	['android_push', { priority: 'high' }, 'android_push.priority must be integer'],
	['android_push', { accent_color: '#ff0000' }, 'android_push.accent_color must be integer'],
	[
		'android_push',
		{ extra: [] },
		'android_push.extra must be object',
		'Invalid Extra Push Payload',
	],
	[
		'android_push',
		{ alert: 'x'.repeat(4001) },
		'bytes, 4000 are allowed',
		'Android Push Length Exceeded',
	],
	['android_push', { buttons: [{ action: 'CLOSE' }] }, 'buttons[0].text is required'],
	[
		'android_push',
		{ buttons: [{ text: 'a', action: 'URI' }] },
		'buttons[0].uri is required with the action',
	],
	['android_push', { conversation_data: {} }, 'conversation_data.shortcut_id is required'],
	[
		'android_push',
		{
			conversation_data: {
				shortcut_id: 's',
				reply_person_id: 'p1',
				messages: [{ text: 'Hi', timestamp: 1, person_id: 'p2' }],
				persons: [{ id: 'p1', name: 'P' }],
			},
		},
		'messages[0].person_id must be the id of one of persons',
	],
	['kindle_push', { alert: undefined }, 'kindle_push.alert is required'],
	['kindle_push', { title: undefined }, 'kindle_push.title is required'],
	['kindle_push', { time_to_live: 5 }, 'kindle_push.time_to_live is not a known key'],
	['web_push', { alert: undefined }, 'web_push.alert is required'],
	[
		'web_push',
		{ buttons: [{ text: 'a', action: 'DEEP_LINK' }] },
		'action must be one of OPEN_APP, URI, CLOSE',
	],
	[
		'web_push',
		{ buttons: [{ text: 'a', action: 'URI' }] },
		'buttons[0].uri is required with the action URI',
	],
	['web_push', { buttons: [{ text: 'a', use_webview: true }] }, 'use_webview is not a known key'],
	['web_push', { also_send_to: [] }, 'web_push.also_send_to is not a known key'],
	['email', { app_id: undefined }, 'messages.email.app_id is required'],
	['email', { from: undefined }, 'messages.email.from is required'],
	[
		'email',
		{ from: 'shop@example.com' },
		'email.from must be in the form "Display Name <address>"',
	],
	['email', { reply_to: 'nobody' }, 'email.reply_to must be an email address or NO_REPLY_TO'],
	['email', { bcc: 'nobody' }, 'email.bcc must be an email address'],
	[
		'email',
		{ email_template_id: undefined, body: undefined },
		'email.body is required unless email_template_id is given',
	],
	['email', { email_template_id: UNKNOWN_ID }, 'email_template_id', 'Invalid Email Template ID'],
	['email', { extra: {} }, 'email.extra is not a known key'],
	[
		'email',
		{ attachments: [{ url: 'https://example.com/a.pdf' }] },
		'attachments[0].file_name is required',
	],
	[
		'email',
		{ attachments: [{ file_name: 'a', url: 'https://example.com/a.exe' }] },
		'attachments[0].url must end in an extension',
	],
	['email', { also_send_to: ['nobody'] }, 'also_send_to[0] must be an email address'],
	['webhook', { url: undefined }, 'webhook.url is required'],
	[
		'webhook',
		{ request_method: 'PATCH' },
		'webhook.request_method must be one of POST, PUT, DELETE, GET',
	],
	['webhook', { body: [1] }, 'webhook.body must be string or object'],
	['content_card', { type: 'classic' }, 'content_card.type must be one of'],
	['content_card', { title: undefined }, 'content_card.title is required unless type is BANNER'],
	['content_card', { description: undefined }, 'description is required unless type is BANNER'],
	[
		'content_card',
		{ image_url: undefined },
		'image_url is required when type is CAPTIONED_IMAGE or BANNER',
	],
	[
		'content_card',
		{ expire_at: undefined, expire_in_local_time: undefined },
		'time_to_live is required unless expire_at is given',
	],
	['content_card', { time_to_live: 60 }, 'content_card.time_to_live must be left out'],
	[
		'content_card',
		{ expire_at: undefined, time_to_live: 2592001 },
		'time_to_live must be <= 2592000',
	],
	[
		'content_card',
		{ expire_at: undefined, time_to_live: 60 },
		'expire_in_local_time must be false without expire_at',
	],
	['content_card', { expire_at: LATE }, 'expire_at must be at most 30 days ahead'],
	['sms', { subscription_group_id: undefined }, 'sms.subscription_group_id is required'],
	['sms', { body: undefined }, 'sms.body is required'],
	['sms', { app_id: undefined }, 'sms.app_id is required'],
	['sms', { media_items: 'https://example.com/a.png' }, 'sms.media_items must be array'],
	[
		'sms',
		{ link_shortening_enabled: undefined },
		'link_shortening_enabled is required for user_click_tracking_enabled',
	],
	[
		'sms',
		{ link_shortening_enabled: false },
		'link_shortening_enabled must be true for user_click_tracking_enabled',
	],
	['windows_phone8_push', { toast_content: undefined }, 'toast_content is required'],
	['windows_push', { push_type: 'tile' }, 'windows_push.push_type must be one of toast'],
	['windows_universal_push', { push_type: undefined }, 'push_type is required'],
	['windows8_push', { push_type: 'toast' }, 'windows8_push.push_type must be one of'],
	['windows_universal_push', { toast_text1: undefined }, 'toast_text1 is required'],
	['in_app_message', { message: undefined }, 'in_app_message.message is required'],
	[
		'in_app_message',
		{ message: 'a'.repeat(141) },
		'in_app_message.message must NOT have more',
		'Slideup Message Length Exceeded',
	],
	[
		'in_app_message',
		{ header_text_color: '#FF00AA88' },
		'header_text_color must be 0x and eight hex digits',
	],
	['in_app_message', { icon: '0xf042' }, 'icon must be four hex digits'],
	[
		'in_app_message',
		{ buttons: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
		'buttons must NOT have more than 2 items',
	],
	['in_app_message', { buttons: [{}] }, 'buttons[0].text is required'],
	[
		'in_app_message',
		{ ios_click_action: 'CLOSE' },
		'ios_click_action must be one of NONE, NEWS_FEED, URI',
	],
	['whats_app', { message_type: 'image_message' }, 'whats_app.message_type must be one of'],
	['whats_app', { message: undefined }, 'whats_app.message is required'],
	[
		'whats_app',
		{ subscription_group_id: undefined },
		'whats_app.subscription_group_id is required',
	],
	[
		'whats_app',
		{ message_type: 'text_response_message' },
		'message.template_name is not a known key',
	],
];

async function expectRefusal(
	messages: Change,
	error: string,
	title = 'Bad Request',
): Promise<void> {
	const count = client.sandbox.deliveries.length;
	const body = { external_user_ids: ['user-001'], messages };
	const answer = await client.post('/messages/send', body);
	expect(answer).toMatchObject({ status: 400, body: { message: title } });
	expect(answer.body.errors).toContainEqual(expect.stringContaining(error));
	expect(client.sandbox.deliveries).toHaveLength(count);
}

const named = refusals.map(([key, change, error, title]) => ({ key, change, error, title }));

test.each(named)('$key is refused: $error', async ({ key, change, error, title }) => {
	await expectRefusal({ [key]: { ...(samples[key] as object), ...change } }, error, title);
});

test.each(Object.entries(samples))('%s with a key Braze does not know is refused', (key, message) =>
	expectRefusal(
		{ [key]: { ...(message as object), colour: 1 } },
		`messages.${key}.colour is not a known key`,
	),
);

const card = { header_media_uri: 'a', header_media_type: 'image' };
const response = { media_uri: 'a', media_type: 'image', buttons: ['Yes'] };
const url = {
	media_uri: 'a',
	media_type: 'image',
	cta_url_button: { display_text: 'a', url: 'b' },
};
const row = { row_title: 'a' };

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
					{ section_title: 'a', list_rows: Array(6).fill(row) },
					{ section_title: 'b', list_rows: Array(5).fill(row) },
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
	expectRefusal({ whats_app: whatsAppOf(type, change) }, error),
);

describe('messages as a whole', () => {
	const users = { external_user_ids: ['user-001'] };

	test.each([
		['left out', users],
		['empty', { ...users, messages: {} }],
	])('%s is no message to send', async (_name, body) => {
		const answer = await client.post('/messages/send', body);
		expect(answer).toMatchObject({ status: 400, body: { message: 'No message to send' } });
	});

	test('a channel Braze does not know is refused', () =>
		expectRefusal({ carrier_pigeon: {} }, 'messages.carrier_pigeon is not a known key'));

	test.each(Object.keys(sendOnly))('%s is refused in a schedule', async (key) => {
		const body = {
			...users,
			schedule: { time: '2026-01-17T12:00:00Z' },
			messages: { [key]: samples[key] },
		};
		const answer = await client.post('/messages/schedule/create', body);
		expect(answer.status).toBe(400);
		expect(answer.body.errors).toContain(`messages.${key} is not a known key`);
	});

	test.each([
		['/messages/send', 'override_messaging_limits'],
		['/messages/schedule/create', 'override_frequency_capping'],
	])('%s refuses %s, which is the name of the other', async (path, key) => {
		const body = { ...users, [key]: true, messages: { apple_push: { alert: 'a' } } };
		const answer = await client.post(path, body);
		expect(answer.body.errors).toContain(`${key} is not a known key`);
	});

	test.each(['api_key', 'app_group_id'])('a key in the body as %s is refused', async (key) => {
		const body = { ...users, [key]: 'x', messages: { apple_push: { alert: 'a' } } };
		expect((await client.post('/messages/send', body)).body.errors).toEqual([
			`${key} is not a known key`,
		]);
	});
});

describe('under an API campaign', () => {
	test.each([
		[API_CAMPAIGN, undefined, 'Message Variant Unspecified'],
		[API_CAMPAIGN, 'email-999', 'Invalid Message Variant'],
		[API_CAMPAIGN, 'email-105', 'Mismatched Message Type'],
		[UNKNOWN_ID, 'applePush-101', 'Invalid Campaign ID'],
		['c0000000-0000-4000-8000-000000000003', 'email-301', 'Invalid Campaign ID'],
	])('%s with the variation %s is refused as %s', async (campaign, variation, message) => {
		const answer = await client.post('/messages/send', {
			external_user_ids: ['user-001'],
			campaign_id: campaign,
			messages: { apple_push: { alert: 'a', message_variation_id: variation } },
		});
		expect(answer).toMatchObject({ status: 400, body: { message } });
	});
});
