import type { Sample } from '../sample.cts';

export const sample: Sample = {
	form: {
		name: 'shop_news',
		preferenceCenterPageHtml: '<p>{{subscribed_state.${email_global}}}</p>',
		confirmationPageHtml: '<p>Saved</p>',
		additionalFields: {
			title: 'Your news',
			state: 'draft',
			viewport: 'width=device-width',
			links: { link: [{ rel: 'icon', href: 'https://example.com/icon.png' }] },
		},
	},
	wire: [
		{
			method: 'POST',
			path: '/preference_center/v1',
			body: {
				name: 'shop_news',
				preference_center_page_html: '<p>{{subscribed_state.${email_global}}}</p>',
				confirmation_page_html: '<p>Saved</p>',
				preference_center_title: 'Your news',
				state: 'draft',
				options: {
					'meta-viewport-content': 'width=device-width',
					'links-tags': [{ rel: 'icon', href: 'https://example.com/icon.png' }],
				},
			},
		},
	],
	output: [
		{
			preference_center_api_id: expect.any(String),
			liquid_tag: '{{preference_center.${shop_news}}}',
			created_at: expect.any(String),
			message: 'success',
		},
	],
};
