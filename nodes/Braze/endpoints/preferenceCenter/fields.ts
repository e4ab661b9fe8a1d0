import { fromListOrById } from '../../parts/identifiers';
import type { BrazeField } from '../../schema/field';

export const READ_RATE_LIMIT = '1,000 a minute';
export const WRITE_RATE_LIMIT = '10 a minute';

export const preferenceCenterId: BrazeField = {
	displayName: 'Preference Center',
	name: 'preferenceCenterId',
	wireKey: 'preference_center_api_id',
	type: 'resourceLocator',
	identifier: true,
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Preference center to work on',
	modes: fromListOrById('searchPreferenceCenters'),
};

export const name: BrazeField = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. news_preferences',
	pattern: /^[A-Za-z0-9_-]+$/,
	patternHint: 'Use letters, digits, _ and - only',
	description: 'Name of the center, which cannot be changed later',
};

const page = (displayName: string, key: string, description: string): BrazeField => ({
	displayName,
	name: key,
	type: 'string',
	required: true,
	default: '',
	typeOptions: { editor: 'htmlEditor', rows: 10 },
	liquid: true,
	description,
});

export const pages: BrazeField[] = [
	page('Page HTML', 'preferenceCenterPageHtml', 'The page on which people choose'),
	page('Confirmation HTML', 'confirmationPageHtml', 'The page that follows their choice'),
];

const links: BrazeField = {
	displayName: 'Icons',
	name: 'links',
	wireKey: 'options.links-tags',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Icon' },
	default: {},
	placeholder: 'Add Icon',
	description: 'Icons of the page in the browser',
	options: [
		{
			displayName: 'Icon',
			name: 'link',
			values: [
				{
					displayName: 'Color',
					name: 'color',
					type: 'color',
					alsoAccepts: ['string'],
					default: '',
					placeholder: 'e.g. #1a73e8',
				},
				{
					displayName: 'Relation',
					name: 'rel',
					type: 'options',
					default: 'icon',
					description: 'Kind of icon',
					options: [
						{ name: 'Apple Touch Icon', value: 'apple-touch-icon' },
						{ name: 'Icon', value: 'icon' },
						{ name: 'Shortcut Icon', value: 'shortcut icon' },
					],
				},
				{
					displayName: 'Sizes',
					name: 'sizes',
					type: 'string',
					default: '',
					placeholder: 'e.g. 32x32',
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'string',
					default: '',
					placeholder: 'e.g. image/png',
				},
				{
					displayName: 'URL',
					name: 'href',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. https://example.com/icon.png',
				},
			],
		},
	],
};

export const optional: BrazeField[] = [
	links,
	{
		displayName: 'State',
		name: 'state',
		type: 'options',
		default: 'active',
		description: 'Whether people can reach the page yet',
		options: [
			{ name: 'Active', value: 'active' },
			{ name: 'Draft', value: 'draft' },
		],
	},
	{
		displayName: 'Title',
		name: 'title',
		wireKey: 'preference_center_title',
		type: 'string',
		default: '',
		description: 'Title of the page in the browser; Preference Center where it is empty',
	},
	{
		displayName: 'Viewport',
		name: 'viewport',
		wireKey: 'options.meta-viewport-content',
		type: 'string',
		default: '',
		placeholder: 'e.g. width=device-width, initial-scale=1',
		description: 'How the page fits into small screens',
	},
];
