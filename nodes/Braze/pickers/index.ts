import type { IDataObject, INodeType } from 'n8n-workflow';

import { messageObjects } from '../messages';
import { variationSearch } from '../parts/identifiers';
import { searchOf } from './search';
import type { PagedListing } from './search';
import { variationsOf } from './variations';

/** Entries on a page of /campaigns/list, /canvas/list and /segments/list (Braze docs). */
const PAGE_SIZE = 100;

const newestFirst = (page: number): IDataObject => ({ page, sort_direction: 'desc' });

const campaigns: PagedListing = {
	path: '/campaigns/list',
	permission: 'campaigns.list',
	entries: 'campaigns',
	pageSize: PAGE_SIZE,
	query: newestFirst,
	idKey: 'id',
	nameKey: 'name',
};

const canvases: PagedListing = {
	...campaigns,
	path: '/canvas/list',
	permission: 'canvas.list',
	entries: 'canvases',
};

const segments: PagedListing = {
	...campaigns,
	path: '/segments/list',
	permission: 'segments.list',
	entries: 'segments',
};

const emailTemplates: PagedListing = {
	path: '/templates/email/list',
	permission: 'templates.email.list',
	entries: 'templates',
	pageSize: PAGE_SIZE,
	// the first page goes without an offset, which Braze may refuse when it is 0
	query: (page) => ({ limit: PAGE_SIZE, ...(page > 0 ? { offset: page * PAGE_SIZE } : {}) }),
	idKey: 'email_template_id',
	nameKey: 'template_name',
};

const variationSearches = Object.fromEntries(
	messageObjects.map(({ name, variationChannels }) => [
		variationSearch(name),
		variationsOf(variationChannels),
	]),
);

/** The searches behind the pickers, under the names that their fields give. */
export const listSearch: NonNullable<NonNullable<INodeType['methods']>['listSearch']> = {
	searchCampaigns: searchOf(campaigns),
	searchApiCampaigns: searchOf({
		...campaigns,
		accepts: ({ is_api_campaign: isApiCampaign }) => isApiCampaign === true,
	}),
	searchCanvases: searchOf(canvases),
	searchSegments: searchOf(segments),
	searchEmailTemplates: searchOf(emailTemplates),
	...variationSearches,
};
