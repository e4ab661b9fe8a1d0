import type { IDataObject } from 'n8n-workflow';

import { checkObject } from '../../nodes/Braze/fields/check.ts';
import { describeObject } from '../../nodes/Braze/fields/describe.ts';
import {
	isFlat,
	wirePath,
	type BrazeField,
	type MessageObject,
} from '../../nodes/Braze/fields/field.ts';
import { writeObject } from '../../nodes/Braze/fields/write.ts';
import { ATTACHMENT_EXTENSIONS } from '../../nodes/Braze/messages/emailAttachments.ts';
import { messageObjects } from '../../nodes/Braze/messages/index.ts';

type Values = Record<string, unknown>;

const context = {
	timezone: 'Europe/Berlin',
	liquid: (text: string) => text.replaceAll('[[', '{{').replaceAll(']]', '}}'),
};

const NOW = Date.UTC(2026, 0, 16, 12);

beforeAll(() => {
	jest.useFakeTimers({ now: NOW });
});
afterAll(() => {
	jest.useRealTimers();
});

const find = (name: string): MessageObject => {
	const object = messageObjects.find((each) => each.name === name);
	if (!object) throw new Error(`no message object ${name}`);
	return object;
};

const write = (name: string, form: Values): Values =>
	writeObject(find(name), (parameter) => form[parameter], context);

const pairs = (values: Record<string, string>): Values => ({
	assignments: Object.entries(values).map(([name, value]) => ({ name, value, type: 'string' })),
});

describe('the list of message objects', () => {
	it('has the current ones by label and the retired ones last', () => {
		expect(messageObjects.map(({ displayName, legacy }) => [displayName, legacy ?? false])).toEqual(
			[
				['Android Push', false],
				['Apple Push', false],
				['Content Card', false],
				['Email', false],
				['Kindle Push', false],
				['SMS', false],
				['Web Push', false],
				['Webhook', false],
				['WhatsApp', false],
				['In-App Message', true],
				['Windows Phone 8 Push', true],
				['Windows Universal Push', true],
			],
		);
	});

	it.each([
		['androidPush', 'android_push', undefined],
		['applePush', 'apple_push', undefined],
		['contentCard', 'content_card', undefined],
		['email', 'email', undefined],
		['kindlePush', 'kindle_push', undefined],
		['sms', 'sms', undefined],
		['webPush', 'web_push', undefined],
		['webhook', 'webhook', undefined],
		['whatsApp', 'whats_app', null],
		['inAppMessage', 'in_app_message', undefined],
		['windowsPhone8Push', 'windows_phone8_push', 'windows_push'],
		['windowsUniversalPush', 'windows_universal_push', 'windows8_push'],
	])('knows %s as %s on the wire', (name, wireKey, scheduleWireKey) => {
		expect(find(name)).toMatchObject({ wireKey });
		expect(find(name).scheduleWireKey).toBe(scheduleWireKey);
	});
});

/** Every key that Braze documents, in any generation. */
const tokenKeys = 'also_send_to also_send_to[].app_id also_send_to[].tokens';
const clickKeys = (at: string) =>
	['android', 'ios', 'kindle', 'windows', 'windows8']
		.map((platform) => `${at}${platform}_click_action ${at}${platform}_uri`)
		.join(' ');
const documentedKeys: Record<string, string> = {
	androidPush: `alert title extra message_variation_id notification_channel_id priority android_priority send_to_sync
		collapse_key sound custom_uri use_webview summary_text delay_while_idle time_to_live notification_id push_icon_image_url
		accent_color send_to_most_recent_device_only buttons buttons[].text buttons[].action buttons[].uri buttons[].use_webview
		conversation_data conversation_data.shortcut_id conversation_data.reply_person_id conversation_data.messages
		conversation_data.messages[].text conversation_data.messages[].timestamp conversation_data.messages[].person_id
		conversation_data.persons conversation_data.persons[].id conversation_data.persons[].name ${tokenKeys}`,
	applePush: `badge alert alert.body alert.title alert.title_loc_key alert.title_loc_args alert.action_loc_key alert.loc_key
		alert.loc_args alert.sound sound extra content-available interruption_level relevance_score expiry time_to_live custom_uri
		use_webview message_variation_id notification_group_thread_id asset_url asset_file_type collapse_id mutable_content
		send_to_most_recent_device_only category buttons buttons[].action_id buttons[].action buttons[].uri
		buttons[].use_webview apns_priority ${tokenKeys}`,
	contentCard: `type title description message_variation_id pinned image_url time_to_live expire_at expire_in_local_time
		ios_uri android_uri web_uri ios_use_webview android_use_webview uri_text extra`,
	email: `app_id subject from reply_to bcc body plaintext_body preheader email_template_id message_variation_id extras
		headers should_inline_css attachments attachments[].file_name attachments[].url attachments[].basic_auth_credential
		suppress_footer also_send_to`,
	kindlePush: `alert title extra message_variation_id priority collapse_key sound custom_uri ${tokenKeys}`,
	sms: `subscription_group_id message_variation_id body app_id media_items link_shortening_enabled
		user_click_tracking_enabled`,
	webPush: `alert title extra message_variation_id custom_uri image_url large_image_url require_interaction time_to_live
		send_to_most_recent_device_only buttons buttons[].text buttons[].action buttons[].uri`,
	webhook: 'url request_method request_headers body message_variation_id',
	whatsApp: `app_id subscription_group_id message_variation_id message_type message.template_name
		message.template_language_code message.header_variables message.body_variables message.button_variables
		message.header_media_uri message.carousel_cards message.carousel_cards[].header_media_uri
		message.carousel_cards[].header_media_type message.carousel_cards[].body_variables
		message.carousel_cards[].button_variables message.body message.preview_url message.image_uri message.caption
		message.header_image_uri message.header_text message.footer message.buttons message.buttons[].text message.header
		message.list.list_button_text message.list.list_sections message.list.list_sections[].section_title
		message.list.list_sections[].list_rows message.list.list_sections[].list_rows[].row_title
		message.list.list_sections[].list_rows[].row_description message.flow_button.caption message.flow_button.flow_id
		message.generate_custom_attribute message.carousel_button_type message.cards message.cards[].media_uri
		message.cards[].media_type message.cards[].body_text message.cards[].buttons
		message.cards[].cta_url_button.display_text message.cards[].cta_url_button.url`,
	inAppMessage: `type also_send_to_slideup_only_versions message message_text_color header header_text_color background_color
		close_button_color slide_from message_close icon icon_color icon_background_color image_url extras message_variation_id
		buttons buttons[].text buttons[].text_color buttons[].background_color ${clickKeys('')} ${clickKeys('buttons[].')}`,
	windowsPhone8Push: `push_type toast_title toast_content toast_navigation_uri toast_hash message_variation_id ${tokenKeys}`,
	windowsUniversalPush: `push_type toast_text1 toast_text2 toast_text3 toast_text_img_name message_variation_id
		extra_launch_string ${tokenKeys}`,
};

function wireKeys(fields: BrazeField[], at = ''): string[] {
	return fields.flatMap((field) => {
		const path = at + wirePath(field).join('.');
		const own = wirePath(field).length > 0 ? [path] : [];
		const sent = Object.values(field.sends ?? {}).flatMap((object) =>
			Object.keys(object).map((key) => at + key),
		);
		const inside = (field.options ?? []).flatMap((option) =>
			'values' in option
				? wireKeys(option.values, `${path}${field.typeOptions?.multipleValues ? '[]' : ''}.`)
				: [],
		);
		return [...own, ...sent, ...inside];
	});
}

describe('the wire keys', () => {
	it.each(Object.entries(documentedKeys))('of %s are the documented ones', (name, keys) => {
		expect([...new Set(wireKeys(find(name).fields))].sort()).toEqual(keys.split(/\s+/).sort());
	});
});

interface Sample {
	name: string;
	form: Values;
	wire: Values;
}

const rows = (group: string, ...values: Values[]): Values => ({ [group]: values });
const token = 'a'.repeat(64);

const samples: Array<[string, Sample]> = [
	[
		'an alert as text with a default category and its buttons',
		{
			name: 'applePush',
			form: {
				applePushAlertType: 'text',
				applePushAlert: 'Hi [[${first_name}]]',
				applePushMessageVariationId: 'iosPush-1',
				applePushFields: {
					apnsPriority: 5,
					assetFileType: 'jpg',
					assetUrl: 'https://example.com/a.jpg',
					badge: 2,
					buttons: rows(
						'button',
						{
							button: 'ab_pb_accept',
							action: 'URI',
							uri: 'https://example.com',
							useWebview: false,
						},
						{ button: 'ab_pb_decline', action: '' },
					),
					defaultCategory: 'ab_cat_accept_decline',
					collapseId: 'c',
					contentAvailable: false,
					customUri: 'myapp://x',
					expiry: '2026-02-01T10:00:00',
					extra: pairs({ order: '[[x]]' }),
					interruptionLevel: 'time-sensitive',
					mutableContent: true,
					notificationGroupThreadId: 't',
					relevanceScore: 0.5,
					sendToMostRecentDeviceOnly: true,
					sound: 'default',
					useWebview: false,
					alsoSendTo: rows('app', { appId: 'a', devices: [token] }),
					timeToLive: '2026-02-01T10:00:00Z',
				},
			},
			wire: {
				alert: 'Hi {{${first_name}}}',
				message_variation_id: 'iosPush-1',
				apns_priority: 5,
				asset_file_type: 'jpg',
				asset_url: 'https://example.com/a.jpg',
				badge: 2,
				buttons: [
					{
						action_id: 'ab_pb_accept',
						action: 'URI',
						uri: 'https://example.com',
						use_webview: false,
					},
					{ action_id: 'ab_pb_decline' },
				],
				category: 'ab_cat_accept_decline',
				collapse_id: 'c',
				'content-available': false,
				custom_uri: 'myapp://x',
				expiry: '2026-02-01T09:00:00Z',
				extra: { order: '{{x}}' },
				interruption_level: 'time-sensitive',
				mutable_content: true,
				notification_group_thread_id: 't',
				relevance_score: 0.5,
				send_to_most_recent_device_only: true,
				sound: 'default',
				use_webview: false,
				also_send_to: [{ app_id: 'a', tokens: [token] }],
				time_to_live: '2026-02-01T10:00:00Z',
			},
		},
	],
	[
		'an alert with title and localization, and a category of the app',
		{
			name: 'applePush',
			form: {
				applePushAlertType: 'object',
				applePushTitle: 'Title',
				applePushBody: 'Body',
				applePushFields: {
					actionLocKey: 'a',
					alertSound: 'default',
					locKey: 'b',
					locArgs: ['[[x]]', 'y'],
					titleLocKey: 'c',
					titleLocArgs: ['z'],
					category: 'mine',
					buttons: rows('button', {
						button: 'custom',
						actionId: 'track',
						action: 'DEEP_LINK',
						uri: 'myapp://x',
					}),
				},
			},
			wire: {
				alert: {
					title: 'Title',
					body: 'Body',
					action_loc_key: 'a',
					sound: 'default',
					loc_key: 'b',
					loc_args: ['{{x}}', 'y'],
					title_loc_key: 'c',
					title_loc_args: ['z'],
				},
				buttons: [{ action_id: 'track', action: 'DEEP_LINK', uri: 'myapp://x' }],
				category: 'mine',
			},
		},
	],
	[
		'a silent push',
		{
			name: 'applePush',
			form: { applePushAlertType: 'silent', applePushFields: {} },
			wire: { 'content-available': true },
		},
	],
	[
		'a notification',
		{
			name: 'androidPush',
			form: {
				androidPushNotificationType: 'notification',
				androidPushTitle: 'T',
				androidPushAlert: 'A',
				androidPushFields: {
					accentColor: '#0000FF',
					androidPriority: 'high',
					buttons: rows(
						'button',
						{ text: 'Go', action: 'DEEP_LINK', uri: 'myapp://x' },
						{ text: 'No', action: 'CLOSE' },
					),
					collapseKey: 'c',
					conversationData: {
						conversation: {
							shortcutId: 's',
							replyPersonId: 'p',
							persons: rows('person', { id: 'p', name: 'Ann' }),
							messages: rows(
								'message',
								{ text: 'Hi', personId: 'p', timestamp: 1700000000 },
								{ text: 'Hello', personId: 'p', timestamp: '2026-01-16T13:00:00' },
							),
						},
					},
					extraJson: '{ "a": 1 }',
					notificationChannelId: 'n',
					notificationId: 7,
					priority: -2,
					pushIconImageUrl: 'https://example.com/i.png',
					sendToMostRecentDeviceOnly: false,
					sound: 's',
					summaryText: 'x',
					timeToLive: 60,
					useWebview: true,
					delayWhileIdle: true,
				},
			},
			wire: {
				title: 'T',
				alert: 'A',
				accent_color: 255,
				android_priority: 'high',
				buttons: [
					{ text: 'Go', action: 'DEEP_LINK', uri: 'myapp://x' },
					{ text: 'No', action: 'CLOSE' },
				],
				collapse_key: 'c',
				conversation_data: {
					shortcut_id: 's',
					reply_person_id: 'p',
					persons: [{ id: 'p', name: 'Ann' }],
					messages: [
						{ text: 'Hi', person_id: 'p', timestamp: 1700000000 },
						{ text: 'Hello', person_id: 'p', timestamp: 1768564800 },
					],
				},
				extra: { a: 1 },
				notification_channel_id: 'n',
				notification_id: 7,
				priority: -2,
				push_icon_image_url: 'https://example.com/i.png',
				send_to_most_recent_device_only: false,
				sound: 's',
				summary_text: 'x',
				time_to_live: 60,
				use_webview: true,
				delay_while_idle: true,
			},
		},
	],
	[
		'a silent push',
		{
			name: 'androidPush',
			form: { androidPushNotificationType: 'silent' },
			wire: { send_to_sync: true },
		},
	],
	[
		'a classic card with an image',
		{
			name: 'contentCard',
			form: {
				contentCardType: 'CLASSIC',
				contentCardTitle: 'T',
				contentCardDescription: 'D',
				contentCardExpiry: 'seconds',
				contentCardTimeToLive: 3600,
				contentCardFields: {
					androidUri: 'a://',
					androidUseWebview: false,
					classicImageUrl: 'https://example.com/i.png',
					extra: pairs({ a: 'b' }),
					iosUri: 'i://',
					iosUseWebview: true,
					pinned: true,
					uriText: 'Go',
					webUri: 'https://example.com',
				},
			},
			wire: {
				type: 'CLASSIC',
				title: 'T',
				description: 'D',
				time_to_live: 3600,
				android_uri: 'a://',
				android_use_webview: false,
				image_url: 'https://example.com/i.png',
				extra: { a: 'b' },
				ios_uri: 'i://',
				ios_use_webview: true,
				pinned: true,
				uri_text: 'Go',
				web_uri: 'https://example.com',
			},
		},
	],
	[
		'a banner until a time',
		{
			name: 'contentCard',
			form: {
				contentCardType: 'BANNER',
				contentCardImageUrl: 'https://example.com/i.png',
				contentCardExpiry: 'time',
				contentCardExpireAt: '2026-01-20T10:00:00',
			},
			wire: {
				type: 'BANNER',
				image_url: 'https://example.com/i.png',
				expire_at: '2026-01-20T09:00:00Z',
			},
		},
	],
	[
		'a banner until a clock time that each user reads in their own zone',
		{
			name: 'contentCard',
			form: {
				contentCardType: 'BANNER',
				contentCardImageUrl: 'https://example.com/i.png',
				contentCardExpiry: 'localTime',
				contentCardExpireAtLocalTime: '2026-01-20T10:00:00.000+05:00',
			},
			wire: {
				type: 'BANNER',
				image_url: 'https://example.com/i.png',
				expire_at: '2026-01-20T10:00:00',
				expire_in_local_time: true,
			},
		},
	],
	[
		'HTML with attachments',
		{
			name: 'email',
			form: {
				emailFrom: 'Acme <hello@example.com>',
				emailSubject: 'Hi [[${first_name}]]',
				emailContent: 'html',
				emailBody: '<p>Hi</p>',
				emailAppId: 'app',
				emailMessageVariationId: { __rl: true, mode: 'id', value: 'email-1' },
				emailFields: {
					attachments: rows(
						'attachment',
						{
							fileName: 'a',
							url: 'https://example.com/a.PDF?x=.exe',
							basicAuthCredential: 'c',
						},
						{ fileName: 'b', url: 'https://example.com/[[x]].unknown' },
						{ fileName: 'c', url: 'https://example.com/download' },
					),
					bcc: 'b@example.com',
					extras: pairs({ a: 'b' }),
					headers: pairs({ 'List-Unsubscribe': '<[[url]]>' }),
					shouldInlineCss: false,
					plaintextBody: 'Hi',
					preheader: 'P',
					replyTo: 'NO_REPLY_TO',
					alsoSendTo: ['x@example.com'],
					suppressFooter: true,
				},
			},
			wire: {
				from: 'Acme <hello@example.com>',
				subject: 'Hi {{${first_name}}}',
				body: '<p>Hi</p>',
				app_id: 'app',
				message_variation_id: 'email-1',
				attachments: [
					{
						file_name: 'a',
						url: 'https://example.com/a.PDF?x=.exe',
						basic_auth_credential: 'c',
					},
					{ file_name: 'b', url: 'https://example.com/{{x}}.unknown' },
					{ file_name: 'c', url: 'https://example.com/download' },
				],
				bcc: 'b@example.com',
				extras: { a: 'b' },
				headers: { 'List-Unsubscribe': '<{{url}}>' },
				should_inline_css: false,
				plaintext_body: 'Hi',
				preheader: 'P',
				reply_to: 'NO_REPLY_TO',
				also_send_to: ['x@example.com'],
				suppress_footer: true,
			},
		},
	],
	[
		'a template whose body is replaced',
		{
			name: 'email',
			form: {
				emailFrom: 'Acme <hello@example.com>',
				emailContent: 'template',
				emailTemplateId: { __rl: true, mode: 'list', value: 't-1' },
				emailAppId: 'app',
				emailFields: { bodyOverride: '<p>Hi</p>' },
			},
			wire: {
				from: 'Acme <hello@example.com>',
				email_template_id: 't-1',
				app_id: 'app',
				body: '<p>Hi</p>',
			},
		},
	],
	[
		'a notification',
		{
			name: 'kindlePush',
			form: {
				kindlePushTitle: 'T',
				kindlePushAlert: 'A',
				kindlePushFields: {
					collapseKey: 'c',
					customUri: 'x://',
					extra: pairs({ a: 'b' }),
					priority: 1,
					sound: 's',
					alsoSendTo: rows('app', { appId: 'a', devices: 'one, two' }),
				},
			},
			wire: {
				title: 'T',
				alert: 'A',
				collapse_key: 'c',
				custom_uri: 'x://',
				extra: { a: 'b' },
				priority: 1,
				sound: 's',
				also_send_to: [{ app_id: 'a', tokens: ['one', 'two'] }],
			},
		},
	],
	[
		'an MMS with counted clicks',
		{
			name: 'sms',
			form: {
				smsSubscriptionGroupId: 'g',
				smsBody: 'Hi',
				smsAppId: 'app',
				smsFields: {
					linkShorteningEnabled: true,
					mediaItems: ['https://example.com/i.png'],
					userClickTrackingEnabled: true,
				},
			},
			wire: {
				subscription_group_id: 'g',
				body: 'Hi',
				app_id: 'app',
				link_shortening_enabled: true,
				media_items: ['https://example.com/i.png'],
				user_click_tracking_enabled: true,
			},
		},
	],
	[
		'a notification with a button',
		{
			name: 'webPush',
			form: {
				webPushTitle: 'T',
				webPushAlert: 'A',
				webPushFields: {
					buttons: rows('button', { text: 'Go', action: 'URI', uri: 'https://example.com' }),
					customUri: 'https://example.com',
					extra: pairs({ a: 'b' }),
					imageUrl: 'https://example.com/i.png',
					largeImageUrl: 'https://example.com/l.png',
					requireInteraction: true,
					sendToMostRecentDeviceOnly: true,
					timeToLive: 60,
				},
			},
			wire: {
				title: 'T',
				alert: 'A',
				buttons: [{ text: 'Go', action: 'URI', uri: 'https://example.com' }],
				custom_uri: 'https://example.com',
				extra: { a: 'b' },
				image_url: 'https://example.com/i.png',
				large_image_url: 'https://example.com/l.png',
				require_interaction: true,
				send_to_most_recent_device_only: true,
				time_to_live: 60,
			},
		},
	],
	[
		'a request with a text',
		{
			name: 'webhook',
			form: {
				webhookUrl: 'https://example.com/[[id]]',
				webhookRequestMethod: 'POST',
				webhookBody: '{ "id": "[[id]]" }',
				webhookFields: { requestHeaders: pairs({ Authorization: '[[token]]' }) },
			},
			wire: {
				url: 'https://example.com/{{id}}',
				request_method: 'POST',
				body: '{ "id": "{{id}}" }',
				request_headers: { Authorization: '{{token}}' },
			},
		},
	],
	[
		'a request with an object',
		{
			name: 'webhook',
			form: {
				webhookUrl: 'https://example.com',
				webhookRequestMethod: 'PUT',
				webhookBody: { id: 1 },
			},
			wire: { url: 'https://example.com', request_method: 'PUT', body: { id: 1 } },
		},
	],
	[
		'a template',
		{
			name: 'whatsApp',
			form: {
				whatsAppAppId: 'app',
				whatsAppSubscriptionGroupId: 'g',
				whatsAppMessageType: 'template_message',
				whatsAppTemplateName: 'order',
				whatsAppTemplateLanguageCode: 'en_US',
				whatsAppFields: {
					bodyVariables: ['[[${first_name}]]', '', '4711'],
					buttonVariables: 'orders/4711',
					carouselCards: rows(
						'card',
						{
							headerMediaUri: 'https://example.com/1.png',
							headerMediaType: 'image',
							bodyVariables: ['a'],
							buttonVariables: ['b'],
						},
						{ headerMediaUri: 'https://example.com/2.png', headerMediaType: 'image' },
					),
					headerMediaUri: 'https://example.com/h.png',
					headerVariables: ['H'],
				},
			},
			wire: {
				app_id: 'app',
				subscription_group_id: 'g',
				message_type: 'template_message',
				message: {
					template_name: 'order',
					template_language_code: 'en_US',
					body_variables: { 0: '{{${first_name}}}', 2: '4711' },
					button_variables: { 0: 'orders/4711' },
					carousel_cards: [
						{
							header_media_uri: 'https://example.com/1.png',
							header_media_type: 'image',
							body_variables: { 0: 'a' },
							button_variables: { 0: 'b' },
						},
						{ header_media_uri: 'https://example.com/2.png', header_media_type: 'image' },
					],
					header_media_uri: 'https://example.com/h.png',
					header_variables: { 0: 'H' },
				},
			},
		},
	],
	...(
		[
			[
				'text_response_message',
				{ whatsAppBody: 'Hi', whatsAppFields: { previewUrl: true } },
				{ body: 'Hi', preview_url: true },
			],
			[
				'text_image_response_message',
				{ whatsAppImageUri: 'https://example.com/i.png', whatsAppFields: { caption: 'C' } },
				{ image_uri: 'https://example.com/i.png', caption: 'C' },
			],
			[
				'quick_reply_response_message',
				{
					whatsAppBody: 'Hi',
					whatsAppButtons: rows('button', { text: 'Yes' }, { text: 'No' }),
					whatsAppFields: { footer: 'F', headerImageUri: 'https://example.com/i.png' },
				},
				{
					body: 'Hi',
					buttons: [{ text: 'Yes' }, { text: 'No' }],
					footer: 'F',
					header_image_uri: 'https://example.com/i.png',
				},
			],
			[
				'list_response_message',
				{
					whatsAppBody: 'Hi',
					whatsAppListButtonText: 'Choose',
					whatsAppListSections: rows('section', {
						sectionTitle: 'S',
						listRows: rows('row', { rowTitle: 'R', rowDescription: 'D' }, { rowTitle: 'Q' }),
					}),
					whatsAppFields: { header: 'H', footer: 'F' },
				},
				{
					body: 'Hi',
					list: {
						list_button_text: 'Choose',
						list_sections: [
							{
								section_title: 'S',
								list_rows: [{ row_title: 'R', row_description: 'D' }, { row_title: 'Q' }],
							},
						],
					},
					header: 'H',
					footer: 'F',
				},
			],
			[
				'flow_response_message',
				{
					whatsAppBody: 'Hi',
					whatsAppFlowButtonCaption: 'Book',
					whatsAppFlowId: '1',
					whatsAppFields: { headerText: 'H', generateCustomAttribute: true },
				},
				{
					body: 'Hi',
					flow_button: { caption: 'Book', flow_id: '1' },
					header_text: 'H',
					generate_custom_attribute: true,
				},
			],
			[
				'carousel_response_message',
				{
					whatsAppBody: 'Hi',
					whatsAppCarouselButtonType: 'url',
					whatsAppCards: rows(
						'card',
						...[1, 2].map((number) => ({
							mediaUri: `https://example.com/${number}.mp4`,
							mediaType: 'video',
							bodyText: 'T',
							displayText: 'Go',
							buttonUrl: 'https://example.com',
						})),
					),
				},
				{
					body: 'Hi',
					carousel_button_type: 'url',
					cards: [1, 2].map((number) => ({
						media_uri: `https://example.com/${number}.mp4`,
						media_type: 'video',
						body_text: 'T',
						cta_url_button: { display_text: 'Go', url: 'https://example.com' },
					})),
				},
			],
		] as Array<[string, Values, Values]>
	).map(([type, form, message]): [string, Sample] => [
		type,
		{
			name: 'whatsApp',
			form: {
				whatsAppAppId: 'app',
				whatsAppSubscriptionGroupId: 'g',
				whatsAppMessageType: type,
				...form,
			},
			wire: { app_id: 'app', subscription_group_id: 'g', message_type: type, message },
		},
	]),
	[
		'a modal with buttons',
		{
			name: 'inAppMessage',
			form: {
				inAppMessageMessage: 'Hi',
				inAppMessageFields: {
					alsoSendToSlideupOnlyVersions: false,
					backgroundColor: '0xFF00AA88',
					buttons: rows('button', {
						text: 'Go',
						backgroundColor: '0xff00aa88',
						textColor: '0xFFFFFFFF',
						iosClickAction: 'URI',
						iosUri: 'myapp://x',
						androidClickAction: 'NEWS_FEED',
					}),
					extras: pairs({ a: 'b' }),
					header: 'H',
					icon: 'f042',
					imageUrl: 'https://example.com/i.png',
					messageClose: 'SWIPE',
					slideFrom: 'TOP',
					type: 'MODAL',
				},
			},
			wire: {
				message: 'Hi',
				also_send_to_slideup_only_versions: false,
				background_color: '0xFF00AA88',
				buttons: [
					{
						text: 'Go',
						background_color: '0xff00aa88',
						text_color: '0xFFFFFFFF',
						ios_click_action: 'URI',
						ios_uri: 'myapp://x',
						android_click_action: 'NEWS_FEED',
					},
				],
				extras: { a: 'b' },
				header: 'H',
				icon: 'f042',
				image_url: 'https://example.com/i.png',
				message_close: 'SWIPE',
				slide_from: 'TOP',
				type: 'MODAL',
			},
		},
	],
	[
		'a slideup that opens addresses',
		{
			name: 'inAppMessage',
			form: {
				inAppMessageMessage: 'Hi',
				inAppMessageFields: {
					windows8ClickAction: 'URI',
					windows8Uri: 'https://example.com',
					kindleClickAction: 'NONE',
				},
			},
			wire: {
				message: 'Hi',
				windows8_click_action: 'URI',
				windows8_uri: 'https://example.com',
				kindle_click_action: 'NONE',
			},
		},
	],
	[
		'a toast',
		{
			name: 'windowsPhone8Push',
			form: {
				windowsPhone8PushToastContent: 'A',
				windowsPhone8PushFields: {
					pushType: 'toast',
					toastHash: pairs({ a: 'b' }),
					toastNavigationUri: '/x',
					toastTitle: 'T',
				},
			},
			wire: {
				toast_content: 'A',
				push_type: 'toast',
				toast_hash: { a: 'b' },
				toast_navigation_uri: '/x',
				toast_title: 'T',
			},
		},
	],
	[
		'a toast with an image',
		{
			name: 'windowsUniversalPush',
			form: {
				windowsUniversalPushPushType: 'toast_image_and_text_04',
				windowsUniversalPushToastText1: 'A',
				windowsUniversalPushFields: {
					extraLaunchString: 'x=1',
					toastText2: 'B',
					toastText3: 'C',
					toastTextImgName: 'i.png',
				},
			},
			wire: {
				push_type: 'toast_image_and_text_04',
				toast_text1: 'A',
				extra_launch_string: 'x=1',
				toast_text2: 'B',
				toast_text3: 'C',
				toast_text_img_name: 'i.png',
			},
		},
	],
];

describe('from the form to the wire', () => {
	it.each(samples.map(([what, sample]) => [sample.name, what, sample] as const))(
		'%s: %s',
		(name, _what, { form, wire }) => {
			const written = write(name, form);
			expect(written).toEqual(wire);
			expect(() => checkObject(find(name), written as IDataObject)).not.toThrow();
		},
	);
});

describe('a form that says two things', () => {
	it.each([
		[
			'one key in two fields',
			'applePush',
			{ applePushFields: { defaultCategory: 'ab_cat_more', category: 'mine' } },
			"'Apple Push > Custom Category' is given twice.",
		],
		[
			'a text and its parts',
			'applePush',
			{ applePushAlert: 'Hi', applePushFields: { locKey: 'SHIPPED' } },
			"'Apple Push > Body Localization Key' is given twice.",
		],
		[
			'a field and the same key as JSON',
			'email',
			{ emailFrom: 'a@example.com', emailFields: { additionalJson: '{ "from": "b" }' } },
			'gives the key "from" a second time.',
		],
	])('%s', (_what, name, form, sentence) => {
		expect(() => write(name, form)).toThrow(sentence);
	});
});

const whatsApp = (type: string, message: Values): Values => ({
	app_id: 'a',
	subscription_group_id: 'g',
	message_type: type,
	message,
});
const carousel = (type: string, ...cards: Values[]): Values =>
	whatsApp('carousel_response_message', {
		body: 'B',
		carousel_button_type: type,
		cards: cards.map((card) => ({ media_uri: 'u', media_type: 'image', ...card })),
	});
const templateCards = (...types: string[]): Values =>
	whatsApp('template_message', {
		template_name: 't',
		template_language_code: 'en',
		carousel_cards: types.map((type) => ({ header_media_uri: 'u', header_media_type: type })),
	});
const list = (count: number): Values =>
	whatsApp('list_response_message', {
		body: 'B',
		list: {
			list_button_text: 'L',
			list_sections: [1, 2].map(() => ({
				section_title: 'S',
				list_rows: Array.from({ length: count }, () => ({ row_title: 'R' })),
			})),
		},
	});
const conversation = (replies: string, speaks: string): Values => ({
	title: 'T',
	alert: 'A',
	conversation_data: {
		shortcut_id: 's',
		reply_person_id: replies,
		persons: [{ id: 'p', name: 'Ann' }],
		messages: [{ text: 'Hi', person_id: speaks, timestamp: 1 }],
	},
});
const email = { from: 'Acme <a@example.com>', app_id: 'a' };
const card = { type: 'CLASSIC', title: 'T', description: 'D' };

const refused: Array<[string, Values, string]> = [
	['applePush', {}, "'Apple Push > Alert' is empty."],
	['applePush', { alert: { title: 'T' } }, "'Apple Push > Body' is empty."],
	['applePush', { alert: 'A', extra: { aps: 1 } }, 'Extra\' uses the key "aps"'],
	['applePush', { alert: 'A', extra: 'text' }, "Extra' must be an object"],
	['applePush', { alert: 'A', apns_priority: 11 }, "APNs Priority' is 11"],
	['applePush', { alert: 'A', relevance_score: 1.5 }, "Relevance Score' is 1.5"],
	[
		'applePush',
		{ alert: 'A', interruption_level: 'loud' },
		'Interruption Level\' cannot be "loud"',
	],
	['applePush', { alert: 'A', asset_url: 'u' }, "'Apple Push > Asset File Type' is empty."],
	['applePush', { alert: 'x'.repeat(1_901) }, 'have 1913 bytes together'],
	[
		'applePush',
		{ alert: 'A', buttons: [{ action_id: 'ab_pb_yes' }] },
		"'Apple Push > Buttons' belong to no category.",
	],
	[
		'applePush',
		{ alert: 'A', category: 'ab_cat_yes_no', buttons: [{ action_id: 'ab_pb_more' }] },
		'\'Apple Push > Buttons 1 > Button\' is "ab_pb_more", which the category does not have. Choose Yes or No',
	],
	[
		'applePush',
		{
			alert: 'A',
			category: 'ab_cat_yes_no',
			buttons: [{ action_id: 'ab_pb_no', action: 'OPEN_APP' }],
		},
		'Action\' cannot be "Open App" for "No". Choose Close Notification',
	],
	[
		'applePush',
		{ alert: 'A', category: 'ab_cat_yes_no', buttons: [{ action_id: 'ab_pb_yes', action: 'URI' }] },
		"'Apple Push > Buttons 1 > URI' is empty.",
	],
	[
		'applePush',
		{ alert: 'A', category: 'mine', buttons: [{ action: 'URI', uri: 'u' }] },
		"'Apple Push > Buttons 1 > Action ID' is empty.",
	],
	[
		'applePush',
		{ alert: 'A', category: 'mine', buttons: [{ action_id: 'x', action: 'CLOSE' }] },
		"Action' must open an address, since the category is your own.",
	],
	[
		'applePush',
		{ alert: 'A', also_send_to: [{ app_id: 'a', tokens: [token, 'short'] }] },
		"Tokens' has a token, number 2, that is not 64 characters long.",
	],
	[
		'applePush',
		{ alert: 'A', also_send_to: [{ app_id: 'a', tokens: Array(101).fill(token) }] },
		'has 101 entries and Braze takes at most 100.',
	],
	['androidPush', { title: 'T' }, "'Android Push > Alert' is empty."],
	['androidPush', { alert: 'A' }, "'Android Push > Title' is empty."],
	[
		'androidPush',
		{ send_to_sync: true, alert: 'A' },
		"'Android Push > Alert' is given for a silent push.",
	],
	[
		'androidPush',
		{ title: 'T', alert: 'x'.repeat(3_990) },
		'have 4002 bytes together and Braze takes at most 4000.',
	],
	['androidPush', { title: 'T', alert: 'A', priority: 3 }, "Priority' is 3."],
	['androidPush', { title: 'T', alert: 'A', time_to_live: 2_419_201 }, "Time to Live' is 2419201."],
	['androidPush', { title: 'T', alert: 'A', extra: 1 }, "Extra' must be an object"],
	[
		'androidPush',
		{ title: 'T', alert: 'A', buttons: [{ text: 'Go', action: 'DEEP_LINK' }] },
		"'Android Push > Buttons 1 > URI' is empty.",
	],
	[
		'androidPush',
		conversation('p', 'q'),
		'Messages 1 > Person ID\' is "q", which none of the persons',
	],
	['androidPush', conversation('q', 'p'), 'Reply Person ID\' is "q", which none of the persons'],
	['kindlePush', { alert: 'A' }, "'Kindle Push > Title' is empty."],
	[
		'webPush',
		{ title: 'T', alert: 'A', buttons: [{ text: 'Go', action: 'URI' }] },
		"'Web Push > Buttons 1 > URI' is empty.",
	],
	[
		'webPush',
		{ title: 'T', alert: 'A', buttons: [{ text: 'Go', action: 'DEEP_LINK' }] },
		'Action\' cannot be "DEEP_LINK".',
	],
	['email', email, "'Email > Body' is empty."],
	['email', { ...email, from: '', body: 'B' }, "'Email > From' is empty."],
	[
		'email',
		{ ...email, body: 'B', attachments: [{ file_name: 'a', url: 'https://example.com/a.exe' }] },
		"'Email > Attachments 1 > URL' leads to a .exe file, which Braze does not attach.",
	],
	[
		'sms',
		{ subscription_group_id: 'g', body: 'B', app_id: 'a', user_click_tracking_enabled: true },
		"'SMS > User Click Tracking' needs shortened links.",
	],
	['webhook', { url: 'u', request_method: 'PATCH' }, 'Request Method\' cannot be "PATCH".'],
	[
		'webhook',
		{ url: 'u', request_method: 'POST', body: [1] },
		'\'Webhook > Body\' must be text or an object but is "[1]".',
	],
	['contentCard', card, "'Content Card > Expiry' is missing."],
	['contentCard', { ...card, title: '', time_to_live: 9 }, "'Content Card > Title' is empty."],
	['contentCard', { type: 'BANNER', time_to_live: 9 }, "'Content Card > Image URL' is empty."],
	[
		'contentCard',
		{ ...card, time_to_live: 2_592_001 },
		"'Content Card > Time to Live' is 2592001.",
	],
	[
		'contentCard',
		{ ...card, expire_at: '2026-02-15T12:00:01Z' },
		"'Content Card > Expire At' is more than 30 days ahead.",
	],
	[
		'contentCard',
		{ ...card, expire_at: '2026-02-16T00:00:01', expire_in_local_time: true },
		"'Content Card > Expire At' is more than 30 days ahead.",
	],
	['whatsApp', whatsApp('text_response_message', {}), "'WhatsApp > Body' is empty."],
	[
		'whatsApp',
		whatsApp('quick_reply_response_message', { body: 'B' }),
		"'WhatsApp > Buttons' is empty.",
	],
	[
		'whatsApp',
		whatsApp('quick_reply_response_message', {
			body: 'B',
			buttons: [{ text: 'T' }],
			header_text: 'H',
			header_image_uri: 'u',
		}),
		"'WhatsApp > Header Image URI' is given besides Header Text.",
	],
	['whatsApp', list(6), "'WhatsApp > List Sections' have 12 rows together"],
	[
		'whatsApp',
		whatsApp('flow_response_message', {
			body: 'B',
			flow_button: { caption: 'x'.repeat(21), flow_id: '1' },
		}),
		"Flow Button Caption' has 21 characters and Braze takes at most 20.",
	],
	['whatsApp', templateCards('image'), "Carousel Cards' has 1 entries and Braze needs at least 2."],
	[
		'whatsApp',
		templateCards(...Array(11).fill('image')),
		'has 11 entries and Braze takes at most 10.',
	],
	[
		'whatsApp',
		templateCards('image', 'video'),
		"'WhatsApp > Carousel Cards 2 > Media Type' differs from the first card.",
	],
	[
		'whatsApp',
		carousel('quick_reply', { buttons: ['A'] }, { buttons: ['A'], media_type: 'video' }),
		"'WhatsApp > Cards 2 > Media Type' differs from the first card.",
	],
	[
		'whatsApp',
		carousel('quick_reply', { buttons: ['A'] }, { buttons: ['A', 'B'] }),
		"'WhatsApp > Cards 2 > Buttons' has 2 entries and the first card has 1.",
	],
	[
		'whatsApp',
		carousel('quick_reply', { buttons: ['A', 'B', 'C'] }, { buttons: ['A'] }),
		"'WhatsApp > Cards 1 > Buttons' has 3 entries and Braze takes at most 2.",
	],
	['whatsApp', carousel('quick_reply', {}, {}), "'WhatsApp > Cards 1 > Buttons' is empty."],
	[
		'whatsApp',
		carousel('url', { cta_url_button: { url: 'u' } }, {}),
		"'WhatsApp > Cards 1 > Button Text' is empty.",
	],
	[
		'whatsApp',
		carousel('url', { body_text: 'x'.repeat(161) }, {}),
		"Text' has 161 characters and Braze takes at most 160.",
	],
	['inAppMessage', { message: 'x'.repeat(141) }, 'has 141 characters and Braze takes at most 140.'],
	['inAppMessage', { message: 'M', icon_color: '#FF00AA' }, 'Icon Color\' is "#FF00AA". Write 0x'],
	[
		'inAppMessage',
		{ message: 'M', buttons: [1, 2, 3].map(() => ({ text: 'T' })) },
		"Buttons' has 3 entries and Braze takes at most 2.",
	],
	[
		'inAppMessage',
		{ message: 'M', type: 'FULL', buttons: [{ text: 'T' }], ios_click_action: 'NONE' },
		"'In-App Message > iOS Click Action' has no effect beside the buttons",
	],
	[
		'inAppMessage',
		{ message: 'M', windows8_click_action: 'URI' },
		"'In-App Message > Windows 8 URI' is empty.",
	],
	[
		'inAppMessage',
		{ message: 'M', buttons: [{ text: 'T', kindle_click_action: 'URI' }] },
		"'In-App Message > Buttons 1 > Kindle URI' is empty.",
	],
	['windowsPhone8Push', {}, "'Windows Phone 8 Push > Toast Content' is empty."],
	[
		'windowsUniversalPush',
		{ push_type: 'toast_text_05', toast_text1: 'A' },
		'Push Type\' cannot be "toast_text_05".',
	],
];

describe('what Braze would refuse', () => {
	it.each(refused)('%s: %j', (name, wire, sentence) => {
		expect(() => checkObject(find(name), wire as IDataObject)).toThrow(sentence);
	});

	it('leaves out the tokens alone where Apple limits the size', () => {
		const push = { alert: 'x'.repeat(1_900), also_send_to: [{ app_id: 'a', tokens: [token] }] };
		expect(() => checkObject(find('applePush'), push)).not.toThrow();
		expect(() =>
			checkObject(find('applePush'), { ...push, message_variation_id: 'iosPush-1' }),
		).toThrow('have 1947 bytes together');
	});

	it.each(ATTACHMENT_EXTENSIONS)('attaches a .%s file', (extension) => {
		const attachments = [{ file_name: 'a', url: `https://example.com/a.${extension}` }];
		expect(() => checkObject(find('email'), { ...email, body: 'B', attachments })).not.toThrow();
	});

	it('takes a card for 30 days, in every time zone', () => {
		for (const expiry of [
			{ expire_at: '2026-02-15T12:00:00Z' },
			{ expire_at: '2026-02-15T13:00:00+01:00' },
			{ expire_at: '2026-02-16T00:00:00', expire_in_local_time: true },
		]) {
			expect(() => checkObject(find('contentCard'), { ...card, ...expiry })).not.toThrow();
		}
	});
});

interface Drawn {
	displayName: string;
	name: string;
	type?: string;
	default?: unknown;
	description?: string;
	placeholder?: string;
	options?: Drawn[];
	values?: Drawn[];
	value?: unknown;
}

/** Every property of a form, however deep, with a path to name it. */
function properties(drawn: Drawn[], at: string): Array<[string, Drawn]> {
	return drawn.flatMap((property) => {
		const path = `${at} > ${property.displayName}`;
		const inside = (property.options ?? []).flatMap((option) => option.values ?? []);
		const collected = property.type === 'collection' ? (property.options ?? []) : [];
		return [[path, property] as [string, Drawn], ...properties([...inside, ...collected], path)];
	});
}

const show = { resource: ['message'], operation: ['send'] };
const draw = (object: MessageObject): Drawn[] =>
	describeObject(object, { ...show, channels: [object.name] }) as unknown as Drawn[];
const drawn = messageObjects.flatMap((object) => properties(draw(object), object.name));

const SMALL_WORDS = [
	'a',
	'and',
	'as',
	'at',
	'by',
	'from',
	'in',
	'of',
	'on',
	'or',
	'the',
	'to',
	'with',
];
const isTitleCase = (label: string): boolean =>
	label
		.split(/[ /-]+/)
		.filter((word) => word !== '' && word !== 'iOS')
		.every((word, index) => /^[(A-Z\d]/.test(word) || (index > 0 && SMALL_WORDS.includes(word)));

/** Labels that say all there is to say. */
const OBVIOUS = [
	/ Click Action$/,
	/^inAppMessage .* URI$/,
	/ Color$/,
	/^(?:android|web)Push .*> Buttons > Text$/,
	/^inAppMessage .*> Buttons > Text$/,
	/^whatsApp > WhatsApp Buttons > Text$/,
	/> Messages > Text$/,
	/> Also Send To \(Legacy\) > App ID$/,
	/ Fields$/,
];

describe('the texts', () => {
	it.each(drawn)('%s', (path, { displayName, description, placeholder, type, options }) => {
		expect(isTitleCase(displayName)).toBe(true);
		if (!OBVIOUS.some((obvious) => obvious.test(path))) expect(description).toBeTruthy();
		expect(placeholder ?? 'e.g. ').toMatch(type === 'collection' ? /^Add Field$/ : /^e\.g\. /);
		if (type === 'boolean') expect(description).toMatch(/^Whether /);
		if (description !== undefined) {
			expect(description).not.toMatch(/\.$|\. [A-Z]/);
			expect(description).toMatch(/^[A-Z\d]/);
			expect(description).not.toBe(displayName);
		}
		if (type === 'options') {
			const choices = (options ?? []).map(({ name }) => name);
			expect(choices.filter((choice) => !isTitleCase(choice))).toEqual([]);
			if (choices.length >= 5) {
				expect(choices).toEqual([...choices].sort((a, b) => a.localeCompare(b)));
			}
		}
	});

	it('stay small, since the editor loads all of them', () => {
		expect(Buffer.byteLength(JSON.stringify(messageObjects.flatMap(draw)))).toBeLessThan(78_000);
	});
});

describe('the declarations', () => {
	it.each(messageObjects.map((object) => [object.name, object] as const))(
		'of %s name each field once and rule by flat siblings',
		(_name, { fields }) => {
			const names = fields.map(({ name }) => name);
			expect(new Set(names).size).toBe(names.length);
			const flat = fields.filter(isFlat).map(({ name }) => name);
			for (const field of fields) {
				for (const rule of Object.keys(field.displayOptions?.show ?? {})) {
					expect([...flat, '/campaignId']).toContain(rule);
				}
			}
		},
	);

	it('refer to the parameters of other objects by names that exist', () => {
		const parameters = messageObjects.flatMap(draw).map(({ name }) => `/${name}`);
		const referred = JSON.stringify(messageObjects.map(draw)).match(/"\/[a-z]\w*(?=":)/gi) ?? [];
		expect(referred.length).toBeGreaterThan(0);
		for (const rule of new Set(referred)) {
			expect([...parameters, '/campaignId']).toContain(rule.slice(1));
		}
	});
});
