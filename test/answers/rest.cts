import type { DocumentedAnswer } from './answer.cts';

const TIME = '2026-01-01T09:00:00.000+00:00';

/** Catalogs, content, transactional email and the rest. */
export const rest: DocumentedAnswer[] = [
	{
		title: 'catalogs with keys that the page does not name',
		operation: 'catalog.getAll',
		status: 200,
		body: {
			message: 'success',
			catalogs: [
				{
					name: 'products',
					description: '',
					num_items: 2,
					fields: [{ name: 'id', type: 'string', token: 't' }],
					storage_size: 10,
					selections: [],
				},
			],
		},
		output: [
			{
				name: 'products',
				description: '',
				num_items: 2,
				fields: [{ name: 'id', type: 'string', token: 't' }],
				storage_size: 10,
				selections: [],
			},
		],
	},
	{
		title: 'one item, as a list of one',
		operation: 'catalogItem.get',
		status: 200,
		body: { message: 'success', items: [{ id: 'sku-1', title: 'Cup' }] },
		output: [{ id: 'sku-1', title: 'Cup' }],
	},
	{
		title: 'an item that is not there',
		operation: 'catalogItem.get',
		status: 404,
		body: {
			errors: [{ id: 'item-not-found', message: 'Could not find item', parameters: ['item_id'] }],
			message: 'Invalid Request',
		},
		failure: 'Could not find item',
	},
	{
		title: 'the last page of items, without a header',
		operation: 'catalogItem.getAll',
		status: 200,
		body: { message: 'success', items: [{ id: 'sku-1' }, { id: 'sku-2', price: null }] },
		output: [{ id: 'sku-1' }, { id: 'sku-2', price: null }],
	},
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
		title: 'a transactional email, without a message',
		operation: 'transactionalEmail.send',
		status: 201,
		body: { dispatch_id: 'd-1', status: 'sent', metadata: { external_send_id: 'x' } },
		output: [{ dispatch_id: 'd-1', status: 'sent', metadata: { external_send_id: 'x' } }],
	},
	{
		title: 'a send that Braze has already',
		operation: 'transactionalEmail.send',
		status: 400,
		body: { message: 'The external reference has been queued.  Please retry to obtain send_id.' },
		failure: 'has been queued',
	},
	{
		title: 'a copy, of which nothing but the status is documented',
		operation: 'canvas.duplicate',
		status: 202,
		output: [{ queued: true }],
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
	{
		title: 'integrations that never ran',
		operation: 'dataIngestion.getIntegrations',
		status: 200,
		body: {
			message: 'success',
			results: [
				{
					integration_id: 'i-1',
					integration_name: 'One',
					last_updated_at: null,
					last_job_start_time: null,
					last_job_status: null,
					next_scheduled_run: null,
				},
			],
		},
		output: [
			{
				integration_id: 'i-1',
				integration_name: 'One',
				last_updated_at: null,
				last_job_start_time: null,
				last_job_status: null,
				next_scheduled_run: null,
			},
		],
	},
	{
		title: 'a sync beside one that runs, which is no rate limit',
		operation: 'dataIngestion.sync',
		status: 429,
		body: { message: 'Another job is in progress' },
		failure: 'Another job is in progress',
	},
	{
		title: 'keys of an app, without a message',
		operation: 'sdkAuthenticationKey.getAll',
		status: 200,
		body: { keys: [{ id: 'k-1', rsa_public_key: 'PEM', description: 'One', is_primary: true }] },
		output: [{ id: 'k-1', rsa_public_key: 'PEM', description: 'One', is_primary: true }],
	},
	{
		title: 'a deleted key, answered with those that are left',
		operation: 'sdkAuthenticationKey.delete',
		status: 200,
		body: { keys: [] },
		output: [{ key_id: '5d000000-0000-4000-8000-000000000002', deleted: true }],
	},
];
