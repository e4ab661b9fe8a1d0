import { sendOnly } from './message-samples.cts';
import { expectRefusal, row, samples, type Refusal } from './refusals.cts';
import { API_CAMPAIGN, openSandbox, UNKNOWN_ID, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
afterAll(() => client.sandbox.close());

const LATE = '2026-02-16T00:00:00Z';

const refusals: Refusal[] = [
	['email', { app_id: undefined }, 'messages.email.app_id is required'],
	['email', { from: undefined }, 'messages.email.from is required'],
	['email', { from: 'Shop' }, 'email.from must be in the form "Display Name <address>"'],
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

test.each(refusals.map(row))('$key is refused: $error', ({ messages, error, title }) =>
	expectRefusal(client, messages, error, title),
);

test.each(Object.entries(samples))('%s with a key Braze does not know is refused', (key, message) =>
	expectRefusal(
		client,
		{ [key]: { ...message, colour: 1 } },
		`messages.${key}.colour is not a known key`,
	),
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
		expectRefusal(client, { carrier_pigeon: {} }, 'messages.carrier_pigeon is not a known key'));

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
