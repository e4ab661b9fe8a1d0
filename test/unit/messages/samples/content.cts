import { pairs, rows, type Sample } from '../support.cts';

export const content: Sample[] = [
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
				emailSubject: 'Hi {{${first_name}}}',
				emailContent: 'html',
				emailBody: '<p>Hi</p>',
				emailAppId: 'app',
				emailFields: {
					messageVariationId: { __rl: true, mode: 'id', value: 'email-1' },
					attachments: rows(
						'attachment',
						{
							fileName: 'a',
							url: 'https://example.com/a.PDF?x=.exe',
							basicAuthCredential: 'c',
						},
						{ fileName: 'b', url: 'https://example.com/{{x}}.unknown' },
						{ fileName: 'c', url: 'https://example.com/download' },
					),
					bcc: 'b@example.com',
					extras: pairs({ a: 'b' }),
					headers: pairs({ 'List-Unsubscribe': '<{{url}}>' }),
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
		'a request with a text',
		{
			name: 'webhook',
			form: {
				webhookUrl: 'https://example.com/{{id}}',
				webhookRequestMethod: 'POST',
				webhookBody: '{ "id": "{{id}}" }',
				webhookFields: { requestHeaders: pairs({ Authorization: '{{token}}' }) },
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
];
