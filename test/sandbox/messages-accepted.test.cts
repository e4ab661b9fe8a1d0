import { everywhere, sendOnly } from './message-samples.cts';
import { API_CAMPAIGN, openSandbox, type Client } from './support.cts';
import { whatsAppMessages, whatsAppOf } from './whats-app-samples.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
afterAll(() => client.sandbox.close());

const users = { external_user_ids: ['user-001'] };
const schedule = { time: '2026-01-17T12:00:00Z' };

describe('a message with every field', () => {
	test.each(Object.entries({ ...everywhere, ...sendOnly }))('%s is sent', async (key, message) => {
		const body = { ...users, messages: { [key]: message } };
		const answer = await client.post('/messages/send', body);
		expect(answer).toMatchObject({ status: 201, body: { message: 'success' } });
		expect(answer.body.dispatch_id).toMatch(/^[0-9a-f]{32}$/);
		expect(client.sandbox.deliveries.find((one) => one.channel === key)).toMatchObject({
			userId: 'user-001',
			user: { external_user_id: 'user-001' },
			content: message,
			dispatchId: answer.body.dispatch_id,
		});
	});

	test.each(Object.entries(everywhere))('%s is scheduled', async (key, message) => {
		const body = { ...users, schedule, messages: { [key]: message } };
		const answer = await client.post('/messages/schedule/create', body);
		expect(answer).toMatchObject({ status: 201, body: { message: 'success' } });
		expect(answer.body.schedule_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
	});

	test.each(Object.keys(whatsAppMessages))('whats_app %s is sent', async (type) => {
		const body = { ...users, messages: { whats_app: whatsAppOf(type) } };
		expect(await client.post('/messages/send', body)).toMatchObject({ status: 201 });
	});

	test('all of them together are tracked under an API campaign', async () => {
		const messages = { ...everywhere, ...sendOnly };
		const body = { ...users, campaign_id: API_CAMPAIGN, messages };
		const answer = await client.post('/messages/send', body);
		expect(answer.body).toEqual({ dispatch_id: expect.any(String), message: 'success' });
	});
});

const email = { app_id: 'a', from: 'Shop <shop@example.com>' };
const card = { title: '', description: '', time_to_live: 60 };

const accepted: Array<[string, Record<string, unknown>]> = [
	['silent apple push', { apple_push: { 'content-available': true } }],
	[
		'silent apple push with an alert object',
		{ apple_push: { 'content-available': true, alert: {} } },
	],
	['apple alert as text', { apple_push: { alert: 'Hi' } }],
	['apple alert of 1912 bytes', { apple_push: { alert: 'x'.repeat(1912 - 12) } }],
	[
		'apple default category without buttons',
		{ apple_push: { alert: 'a', category: 'ab_cat_more' } },
	],
	[
		'apple category of the app',
		{
			apple_push: {
				alert: 'a',
				category: 'mine',
				buttons: [{ action_id: 'b', action: 'DEEP_LINK', uri: 'app://x' }],
			},
		},
	],
	['silent android push', { android_push: { send_to_sync: true, extra: { a: 1 } } }],
	[
		'android notification_id as text',
		{ android_push: { alert: 'a', title: 'b', notification_id: '7' } },
	],
	['android priority out of range', { android_push: { alert: 'a', title: 'b', priority: 9 } }],
	['android alert of 4000 bytes', { android_push: { alert: 'x'.repeat(4000), title: 'b' } }],
	[
		'email by template',
		{ email: { ...email, email_template_id: 'e0000000-0000-4000-8000-000000000002' } },
	],
	['email from Liquid', { email: { ...email, from: '{{sender}}', body: 'b' } }],
	['webhook with an object', { webhook: { url: 'u', request_method: 'PUT', body: { a: [1] } } }],
	['classic card with empty texts', { content_card: { type: 'CLASSIC', ...card } }],
	['banner without texts', { content_card: { type: 'BANNER', image_url: 'i', time_to_live: 60 } }],
	['card for 30 days', { content_card: { type: 'CLASSIC', ...card, time_to_live: 2592000 } }],
	['in-app message of 140 characters', { in_app_message: { message: 'é'.repeat(140) } }],
	['Windows Phone push with its text alone', { windows_phone8_push: { toast_content: 'a' } }],
	[
		'url carousel',
		{
			whats_app: whatsAppOf('carousel_response_message', {
				carousel_button_type: 'url',
				cards: ['a', 'b'].map((name) => ({
					media_uri: name,
					media_type: 'image',
					cta_url_button: { display_text: 'Go', url: 'https://example.com' },
				})),
			}),
		},
	],
	[
		'quick reply with a header image',
		{
			whats_app: whatsAppOf('quick_reply_response_message', {
				header_text: undefined,
				header_image_uri: 'https://example.com/a.png',
			}),
		},
	],
];

test.each(accepted)('%s is accepted', async (_name, messages) => {
	const answer = await client.post('/messages/send', { ...users, messages });
	expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
});
