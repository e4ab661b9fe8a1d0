import { expectRefusal, row, type Refusal } from './refusals.cts';
import { openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
afterAll(() => client.sandbox.close());

const button = { action_id: 'ab_pb_accept', action: 'URI', uri: 'https://example.com' };

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
];

test.each(refusals.map(row))('$key is refused: $error', ({ messages, error, title }) =>
	expectRefusal(client, messages, error, title),
);
