const whatsApp = {
	app_id: 'app-1',
	subscription_group_id: 'group-1',
	message_variation_id: 'whatsApp-109',
};

/** What whats_app.message holds for each message_type. */
export const whatsAppMessages: Record<string, Record<string, unknown>> = {
	template_message: {
		template_name: 'order',
		template_language_code: 'en_US',
		header_variables: { '0': 'a' },
		body_variables: { '0': 'a', '1': 'b' },
		button_variables: { '0': 'path' },
		header_media_uri: 'https://example.com/a.png',
		carousel_cards: ['a', 'b'].map((name) => ({
			header_media_uri: `https://example.com/${name}.png`,
			header_media_type: 'image',
			body_variables: { '0': name },
			button_variables: { '0': name },
		})),
	},
	text_response_message: { body: 'Text', preview_url: true },
	text_image_response_message: { image_uri: 'https://example.com/a.png', caption: 'Caption' },
	quick_reply_response_message: {
		body: 'Text',
		header_text: 'Header',
		footer: 'Footer',
		buttons: [{ text: 'Yes' }, { text: 'No' }],
	},
	list_response_message: {
		header: 'Header',
		body: 'Text',
		footer: 'Footer',
		list: {
			list_button_text: 'Open',
			list_sections: [
				{ section_title: 'One', list_rows: [{ row_title: 'a', row_description: 'b' }] },
			],
		},
	},
	flow_response_message: {
		header_text: 'Header',
		body: 'Text',
		footer: 'Footer',
		flow_button: { caption: 'Start', flow_id: 'flow-1' },
		generate_custom_attribute: true,
	},
	carousel_response_message: {
		body: 'Text',
		carousel_button_type: 'quick_reply',
		cards: ['a', 'b'].map((name) => ({
			media_uri: `https://example.com/${name}.mp4`,
			media_type: 'video',
			body_text: 'Text',
			buttons: ['Yes', 'No'],
		})),
	},
};

/** A whats_app message of a type. */
export function whatsAppOf(
	type: string,
	more: Record<string, unknown> = {},
): Record<string, unknown> {
	return { ...whatsApp, message_type: type, message: { ...whatsAppMessages[type], ...more } };
}
