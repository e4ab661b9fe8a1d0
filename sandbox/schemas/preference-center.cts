import { identifier, list, object, oneOf, string, type Properties } from './json-schema.cts';

const link = object(
	'links-tags',
	{
		rel: oneOf('icon', 'shortcut icon', 'apple-touch-icon'),
		type: string,
		sizes: string,
		color: string,
		href: identifier,
	},
	['rel', 'href'],
);

/** What creating and updating a preference center have in common. */
export const centerKeys: Properties = {
	preference_center_title: string,
	preference_center_page_html: identifier,
	confirmation_page_html: identifier,
	state: oneOf('active', 'draft'),
	options: object('options', { 'meta-viewport-content': string, 'links-tags': list(link) }),
};

export const PAGES = ['preference_center_page_html', 'confirmation_page_html'];
