import type { Rejected, Values } from '../support.cts';

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
export const email = { from: 'Acme <a@example.com>', app_id: 'a' };
export const card = { type: 'CLASSIC', title: 'T', description: 'D' };

export const refusedOthers: Rejected[] = [
	['email', email, "'Email Body' is empty."],
	['email', { ...email, from: '', body: 'B' }, "'Email From' is empty."],
	[
		'email',
		{ ...email, body: 'B', attachments: [{ file_name: 'a', url: 'https://example.com/a.exe' }] },
		"'Email Fields > Attachments 1 > URL' leads to a .exe file, which Braze does not attach.",
	],
	[
		'sms',
		{ subscription_group_id: 'g', body: 'B', app_id: 'a', user_click_tracking_enabled: true },
		"'SMS Fields > User Click Tracking' needs shortened links.",
	],
	[
		'webhook',
		{ url: 'https://example.com', request_method: 'PATCH' },
		'Request Method\' cannot be "PATCH".',
	],
	[
		'webhook',
		{ url: 'https://example.com', request_method: 'POST', body: [1] },
		"'Webhook Body' must be text or an object but is the list [1].",
	],
	['contentCard', card, "'Content Card Expiry' is missing."],
	['contentCard', { ...card, title: '', time_to_live: 9 }, "'Content Card Title' is empty."],
	['contentCard', { type: 'BANNER', time_to_live: 9 }, "'Content Card Image URL' is empty."],
	['contentCard', { ...card, time_to_live: 2_592_001 }, "'Content Card Time to Live' is 2592001."],
	[
		'contentCard',
		{ ...card, expire_at: '2026-02-15T12:00:01Z' },
		"'Content Card Expire At' is more than 30 days ahead.",
	],
	[
		'contentCard',
		{ ...card, expire_at: '2026-02-16T00:00:01', expire_in_local_time: true },
		"'Content Card Expire At' is more than 30 days ahead.",
	],
	['whatsApp', whatsApp('text_response_message', {}), "'WhatsApp Body' is empty."],
	[
		'whatsApp',
		whatsApp('quick_reply_response_message', { body: 'B' }),
		"'WhatsApp Buttons' is empty.",
	],
	[
		'whatsApp',
		whatsApp('quick_reply_response_message', {
			body: 'B',
			buttons: [{ text: 'T' }],
			header_text: 'H',
			header_image_uri: 'u',
		}),
		"'WhatsApp Fields > Header Image URI' is given besides Header Text.",
	],
	['whatsApp', list(6), "'WhatsApp List Sections' have 12 rows together"],
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
		"'WhatsApp Fields > Carousel Cards 2 > Media Type' differs from the first card.",
	],
	[
		'whatsApp',
		carousel('quick_reply', { buttons: ['A'] }, { buttons: ['A'], media_type: 'video' }),
		"'WhatsApp Cards 2 > Media Type' differs from the first card.",
	],
	[
		'whatsApp',
		carousel('quick_reply', { buttons: ['A'] }, { buttons: ['A', 'B'] }),
		"'WhatsApp Cards 2 > Buttons' has 2 entries and the first card has 1.",
	],
	[
		'whatsApp',
		carousel('quick_reply', { buttons: ['A', 'B', 'C'] }, { buttons: ['A'] }),
		"'WhatsApp Cards 1 > Buttons' has 3 entries and Braze takes at most 2.",
	],
	['whatsApp', carousel('quick_reply', {}, {}), "'WhatsApp Cards 1 > Buttons' is empty."],
	[
		'whatsApp',
		carousel('url', { cta_url_button: { url: 'u' } }, {}),
		"'WhatsApp Cards 1 > Button Text' is empty.",
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
		"'In-App Message Fields > Click Actions' have no effect beside the buttons",
	],
	[
		'inAppMessage',
		{ message: 'M', windows8_click_action: 'URI' },
		"'In-App Message Fields > Click Actions > Windows 8 > URI' is empty.",
	],
	[
		'inAppMessage',
		{ message: 'M', ios_click_action: 'DANCE' },
		'Click Actions > iOS > Action\' cannot be "DANCE".',
	],
	[
		'inAppMessage',
		{ message: 'M', android_uri: 1 },
		"Android > URI' must be text but is the number 1.",
	],
	[
		'inAppMessage',
		{ message: 'M', buttons: [{ text: 'T', kindle_click_action: 'URI' }] },
		"'In-App Message Fields > Buttons 1 > Click Actions > Kindle > URI' is empty.",
	],
	['windowsPhone8Push', {}, "'Windows Phone 8 Toast Content' is empty."],
	[
		'windowsUniversalPush',
		{ push_type: 'toast_text_05', toast_text1: 'A' },
		'Push Type\' cannot be "toast_text_05".',
	],
];
