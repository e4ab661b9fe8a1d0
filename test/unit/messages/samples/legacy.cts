import { pairs, rows, type Sample } from '../support.cts';

export const legacy: Sample[] = [
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
						clickActions: rows(
							'click',
							{ platform: 'ios', clickAction: 'URI', uri: 'myapp://{{x}}' },
							{ platform: 'android', clickAction: 'NEWS_FEED' },
						),
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
						ios_uri: 'myapp://{{x}}',
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
					clickActions: rows(
						'click',
						{ platform: 'windows8', clickAction: 'URI', uri: 'https://example.com' },
						{ platform: 'kindle', clickAction: 'NONE' },
					),
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
