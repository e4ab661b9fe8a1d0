import { rows, type Sample, type Values } from '../support.cts';

export const whatsApp: Sample[] = [
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
					bodyVariables: ['{{${first_name}}}', '', '4711'],
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
	).map(
		([type, form, message]): Sample => [
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
		],
	),
];
