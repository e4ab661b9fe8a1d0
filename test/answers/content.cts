import type { DocumentedAnswer } from './answer.cts';

const TIME = '2026-01-01T09:00:00.000+00:00';

/** Content Blocks, email templates, media and preference centers. */
export const content: DocumentedAnswer[] = [
	{
		title: 'Content Blocks without a message, with null among their tags',
		operation: 'contentBlock.getAll',
		status: 200,
		body: {
			count: 1,
			content_blocks: [
				{ content_block_id: 'cb-1', name: 'footer', tags: [null], created_at: TIME },
			],
		},
		output: [
			{
				content_block_id: 'cb-1',
				name: 'footer',
				tags: [],
				created_at: '2026-01-01T09:00:00.000+00:00',
			},
		],
	},
	{
		title: 'a Content Block without a description',
		operation: 'contentBlock.get',
		status: 200,
		body: {
			message: 'success',
			content_block_id: 'cb-1',
			name: 'footer',
			content: '<p></p>',
			description: null,
			tags: null,
		},
		output: [
			{
				message: 'success',
				content_block_id: 'cb-1',
				name: 'footer',
				content: '<p></p>',
				description: null,
				tags: [],
			},
		],
	},
	{
		title: 'a Content Block that is refused with 200 and another message',
		operation: 'contentBlock.get',
		status: 200,
		body: { message: 'Content Block has been deleted - content not available' },
		failure: 'has been deleted',
	},
	{
		title: 'an offset of 0 that is refused',
		operation: 'emailTemplate.getAll',
		status: 400,
		body: { message: 'Offset must be greater than 0' },
		failure: 'Offset must be greater than 0',
	},
	{
		title: 'an email template whose tags are a text',
		operation: 'emailTemplate.get',
		status: 200,
		body: {
			email_template_id: 'e-1',
			template_name: 'One',
			tags: 'promo',
			should_inline_css: null,
		},
		output: [
			{ email_template_id: 'e-1', template_name: 'One', tags: ['promo'], should_inline_css: null },
		],
	},
	{
		title: 'a changed template, of which no answer is documented',
		operation: 'emailTemplate.update',
		status: 201,
		output: [{}],
	},
	{
		title: 'an upload without a message',
		operation: 'mediaAsset.upload',
		status: 200,
		body: {
			new_assets: [{ name: 'logo', size: 10, url: 'https://example.com/logo.png', ext: 'png' }],
			errors: [],
			dashboard_url: 'https://example.com/library',
		},
		output: [
			{
				name: 'logo',
				size: 10,
				url: 'https://example.com/logo.png',
				ext: 'png',
				dashboard_url: 'https://example.com/library',
			},
		],
	},
	{
		title: 'a replaced file, which is called an image whatever it is',
		operation: 'mediaAsset.replace',
		status: 200,
		body: {
			info: 'Asset file updated successfully.',
			new_image_asset: { name: 'terms', size: 10, url: 'https://example.com/t.pdf', ext: 'pdf' },
		},
		output: [
			{
				info: 'Asset file updated successfully.',
				name: 'terms',
				size: 10,
				url: 'https://example.com/t.pdf',
				ext: 'pdf',
			},
		],
	},
	{
		title: 'preference centers without a message',
		operation: 'preferenceCenter.getAll',
		status: 200,
		body: {
			preference_centers: [
				{ name: 'news', preference_center_api_id: 'p-1', created_at: TIME, updated_at: TIME },
			],
		},
		output: [
			{
				name: 'news',
				preference_center_api_id: 'p-1',
				created_at: '2026-01-01T09:00:00.000+00:00',
				updated_at: '2026-01-01T09:00:00.000+00:00',
			},
		],
	},
	{
		title: 'a preference center that redirects nowhere',
		operation: 'preferenceCenter.get',
		status: 200,
		body: {
			name: 'news',
			preference_center_api_id: 'p-1',
			redirect_page_html: null,
			preference_center_options: {},
			state: 'draft',
		},
		output: [
			{
				name: 'news',
				preference_center_api_id: 'p-1',
				redirect_page_html: null,
				preference_center_options: {},
				state: 'draft',
			},
		],
	},
];
