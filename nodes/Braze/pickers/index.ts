import type { IDataObject, INodeType } from 'n8n-workflow';

import { getCampaigns } from '../endpoints/campaign/getAll';
import { getSegments } from '../endpoints/segment/getAll';
import { messageObjects } from '../messages';
import { variationSearch } from '../parts/identifiers';
import type { Endpoint, Operation } from '../pipeline/operation';
import { byOffset, byPage } from '../pipeline/send/paging';
import type { Paging } from '../pipeline/send/paging';
import { searchOf } from './search';
import { variationsOf } from './variations';

/** The newest are looked for most. */
const newestFirst: IDataObject = { sort_direction: 'desc' };

/** @returns the list endpoint of an operation, which must give its entries in pages */
const listOf = ({ endpoint }: Operation): Endpoint & { paging: Paging } => {
	const { paging } = endpoint;
	if (!paging) throw new Error(`${endpoint.path} is no list in pages`);
	return { ...endpoint, paging };
};

const campaigns = {
	endpoint: listOf(getCampaigns),
	query: newestFirst,
	idKey: 'id',
	nameKey: 'name',
};

const canvases = {
	...campaigns,
	endpoint: {
		...listOf(getCampaigns),
		path: '/canvas/list',
		permission: 'canvas.list',
		paging: byPage('canvases', 100),
	},
};

const segments = { ...campaigns, endpoint: listOf(getSegments) };

/** Entries in a page of the picker; the endpoint gives up to 1,000 (Braze docs). */
const TEMPLATES_PER_PAGE = 100;

const emailTemplates = {
	endpoint: {
		...listOf(getCampaigns),
		path: '/templates/email/list',
		permission: 'templates.email.list',
		paging: byOffset('templates', TEMPLATES_PER_PAGE),
	},
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
