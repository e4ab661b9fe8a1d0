/** The details of a campaign have names of their own for some channels. */
const DETAIL_CHANNELS: Record<string, string> = {
	apple_push: 'ios_push',
	content_card: 'content_cards',
};

/** The channel of a message variation as the details of its campaign name it. */
export function channelInDetails(messageKey: string): string {
	return DETAIL_CHANNELS[messageKey] ?? messageKey;
}

const push = {
	alert: 'Hello {{${first_name}}}',
	title: 'Hello',
	action: '',
	image_url: '',
	large_image_url: '',
	extras: {},
};

const CONTENT: Record<string, Record<string, unknown>> = {
	email: {
		subject: 'Hello',
		body: '<p>Hello {{${first_name}}}</p>',
		from: 'Shop <shop@example.com>',
		reply_to: 'shop@example.com',
		title: 'Hello',
		amp_body: '',
		preheader: 'Hello',
		custom_plain_text: 'Hello',
		should_inline_css: false,
		should_whitespace_header: false,
		email_headers: [],
		extras: [],
	},
	sms: { body: 'Hello', from: 'Shop', subscription_group_id: 'subscription-group-001' },
	webhook: {
		url: 'https://example.com/hook',
		body: '{}',
		type: 'text',
		headers: { 'Content-Type': 'application/json' },
		method: 'POST',
	},
	whats_app: {
		subscription_group_id: 'subscription-group-002',
		from: ['Shop'],
		template_name: 'hello',
		template_language_code: 'en',
		header_variables: [],
		body_variables: [],
		button_variables: [],
	},
	content_card: { extras: {} },
	in_app_message: { message: 'Hello', extras: {} },
};

/** What the dashboard holds for a message variation: the same for each of its channel. */
export function variationContent(messageKey: string): Record<string, unknown> {
	return CONTENT[messageKey] ?? (messageKey.endsWith('_push') ? push : {});
}
