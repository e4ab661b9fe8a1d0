import { rows, type Sample } from '../unit/messages/support.cts';

const token = 'a'.repeat(64);
const alsoSendTo = rows('app', { appId: 'app-1', devices: [token] });
const also_send_to = [{ app_id: 'app-1', tokens: [token] }];
const color = '0xFF00AA88';
const platforms = ['android', 'ios', 'kindle', 'windows', 'windows8'];
const everywhere = rows(
	'click',
	...platforms.map((platform) => ({ platform, clickAction: 'URI', uri: `${platform}://x` })),
);
const everywhereOnTheWire = Object.fromEntries(
	platforms.flatMap((platform) => [
		[`${platform}_click_action`, 'URI'],
		[`${platform}_uri`, `${platform}://x`],
	]),
);

/** Messages with the fields that go with no others. */
export const furtherSamples: Sample[] = [
	[
		'buttons that open addresses, and devices',
		{
			name: 'androidPush',
			form: {
				androidPushTitle: 'T',
				androidPushAlert: 'A',
				androidPushFields: {
					customUri: 'myapp://x',
					alsoSendTo,
					buttons: rows(
						'button',
						{ text: 'Web', action: 'URI', uri: 'https://example.com', useWebview: false },
						{ text: 'App', action: 'DEEP_LINK', uri: 'myapp://x' },
					),
				},
			},
			wire: {
				title: 'T',
				alert: 'A',
				custom_uri: 'myapp://x',
				also_send_to,
				buttons: [
					{ text: 'Web', action: 'URI', uri: 'https://example.com', use_webview: false },
					{ text: 'App', action: 'DEEP_LINK', uri: 'myapp://x' },
				],
			},
		},
	],
	[
		'a carousel with replies',
		{
			name: 'whatsApp',
			form: {
				whatsAppAppId: 'app',
				whatsAppSubscriptionGroupId: 'g',
				whatsAppMessageType: 'carousel_response_message',
				whatsAppBody: 'Hi',
				whatsAppCarouselButtonType: 'quick_reply',
				whatsAppCards: rows(
					'card',
					...[1, 2].map((number) => ({
						mediaUri: `https://example.com/${number}.png`,
						mediaType: 'image',
						buttons: ['Yes', 'No'],
					})),
				),
			},
			wire: {
				app_id: 'app',
				subscription_group_id: 'g',
				message_type: 'carousel_response_message',
				message: {
					body: 'Hi',
					carousel_button_type: 'quick_reply',
					cards: [1, 2].map((number) => ({
						media_uri: `https://example.com/${number}.png`,
						media_type: 'image',
						buttons: ['Yes', 'No'],
					})),
				},
			},
		},
	],
	[
		'a slideup with its colors and a click on every platform',
		{
			name: 'inAppMessage',
			form: {
				inAppMessageMessage: 'Hi',
				inAppMessageFields: {
					clickActions: everywhere,
					closeButtonColor: color,
					headerTextColor: color,
					iconBackgroundColor: color,
					iconColor: color,
					messageTextColor: color,
				},
			},
			wire: {
				message: 'Hi',
				...everywhereOnTheWire,
				close_button_color: color,
				header_text_color: color,
				icon_background_color: color,
				icon_color: color,
				message_text_color: color,
			},
		},
	],
	[
		'a button with a click on every platform',
		{
			name: 'inAppMessage',
			form: {
				inAppMessageMessage: 'Hi',
				inAppMessageFields: {
					type: 'FULL',
					buttons: rows('button', { text: 'Go', clickActions: everywhere }, { text: 'No' }),
				},
			},
			wire: {
				message: 'Hi',
				type: 'FULL',
				buttons: [{ text: 'Go', ...everywhereOnTheWire }, { text: 'No' }],
			},
		},
	],
	[
		'devices besides the users',
		{
			name: 'windowsPhone8Push',
			form: {
				windowsPhone8PushToastContent: 'A',
				windowsPhone8PushFields: { alsoSendTo },
			},
			wire: { toast_content: 'A', also_send_to },
		},
	],
	[
		'devices besides the users',
		{
			name: 'windowsUniversalPush',
			form: {
				windowsUniversalPushPushType: 'toast_text_01',
				windowsUniversalPushToastText1: 'A',
				windowsUniversalPushFields: { alsoSendTo },
			},
			wire: { push_type: 'toast_text_01', toast_text1: 'A', also_send_to },
		},
	],
];
