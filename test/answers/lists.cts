import type { DocumentedAnswer } from './answer.cts';

const TIME = '2026-01-01';

/** Campaigns, segments, events, attributes and products: what is there. */
export const lists: DocumentedAnswer[] = [
	{
		title: 'products, which are plain texts',
		operation: 'purchase.getProducts',
		form: { returnAll: false, limit: 2 },
		status: 200,
		body: { message: 'success', products: ['Lamp', 'Chair'] },
		output: [{ name: 'Lamp' }, { name: 'Chair' }],
	},
	{
		title: 'a campaign of which nothing but the message is filled',
		operation: 'campaign.get',
		status: 200,
		body: { message: 'success', name: null, tags: null, messages: null, channels: null },
		output: [{ message: 'success', name: null, tags: [], messages: null, channels: null }],
	},
	{
		title: 'campaigns with null among their tags',
		operation: 'campaign.getAll',
		status: 200,
		body: {
			message: 'success',
			campaigns: [
				{ id: 'c-1', name: 'One', is_api_campaign: false, tags: ['a', null], last_edited: TIME },
				{ id: 'c-2', name: 'Two', is_api_campaign: true, tags: null, last_edited: TIME },
			],
		},
		output: [
			{ id: 'c-1', name: 'One', is_api_campaign: false, tags: ['a'], last_edited: '2026-01-01' },
			{ id: 'c-2', name: 'Two', is_api_campaign: true, tags: [], last_edited: '2026-01-01' },
		],
	},
	{
		title: 'custom events with null',
		operation: 'customEvent.getAll',
		status: 200,
		body: {
			message: 'success',
			events: [
				{ name: 'e', description: null, included_in_analytics_report: false, tag_names: [] },
			],
		},
		output: [{ name: 'e', description: null, included_in_analytics_report: false, tag_names: [] }],
	},
	{
		title: 'custom attributes with their types as people read them',
		operation: 'customAttribute.getAll',
		status: 200,
		body: {
			message: 'success',
			attributes: [
				{
					name: 'list',
					description: null,
					data_type: 'Object Array (Automatically Detected)',
					array_length: null,
					status: 'Active',
					tag_names: [],
				},
			],
		},
		output: [
			{
				name: 'list',
				description: null,
				data_type: 'Object Array (Automatically Detected)',
				array_length: null,
				status: 'Active',
				tag_names: [],
			},
		],
	},
	{
		title: 'a segment, whose two descriptions are the other way round than their names suggest',
		operation: 'segment.get',
		status: 200,
		body: {
			message: 'success',
			name: 'Members',
			description: 'Loyalty is true',
			text_description: 'Who joined',
			tags: [],
			teams: [],
		},
		output: [
			{
				segment_id: '5e000000-0000-4000-8000-000000000002',
				name: 'Members',
				description: 'Who joined',
				filters: 'Loyalty is true',
				tags: [],
				teams: [],
			},
		],
	},
	{
		title: 'links of an email, with capital letters in a key',
		operation: 'campaign.getLinks',
		status: 200,
		body: {
			message: 'success',
			channel: 'email',
			name: 'Variant 1',
			link_data: [
				{
					link_URL: 'https://example.com',
					link_id: 'l-1',
					content_block_path_info: [],
					link_alias: null,
				},
			],
		},
		output: [
			{
				link_url: 'https://example.com',
				link_id: 'l-1',
				content_block_path_info: [],
				link_alias: null,
				channel: 'email',
				variation_name: 'Variant 1',
			},
		],
	},
];
