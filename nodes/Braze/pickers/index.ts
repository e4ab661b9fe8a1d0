import type { IDataObject, INodeType } from 'n8n-workflow';

import { getCampaign } from '../endpoints/campaign/get';
import { getCampaigns } from '../endpoints/campaign/getAll';
import { getCustomAttributes } from '../endpoints/customAttribute/getAll';
import { getCustomEvents } from '../endpoints/customEvent/getAll';
import { getCanvases } from '../endpoints/canvas/getAll';
import { getIntegrations } from '../endpoints/dataIngestion/getIntegrations';
import { getPreferenceCenters } from '../endpoints/preferenceCenter/getAll';
import { getProducts } from '../endpoints/purchase/getProducts';
import { getCatalogs } from '../endpoints/catalog/getAll';
import { getContentBlocks } from '../endpoints/contentBlock/getAll';
import { getEmailTemplates } from '../endpoints/emailTemplate/getAll';
import { getSegments } from '../endpoints/segment/getAll';
import { messageObjects } from '../messages';
import { profileFields, typeName } from '../parts/attributes/profileFields';
import { variationSearch } from '../parts/identifiers';
import type { Endpoint, Operation } from '../pipeline/operation';
import { byOffset, byPage } from '../pipeline/send/paging';
import type { Paging } from '../pipeline/send/paging';
import { getCatalogFields, searchCatalogFields } from './catalogFields';
import { searchOf } from './search';
import type { Picked } from './search';
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

const canvases = { ...campaigns, endpoint: listOf(getCanvases) };

const segments = { ...campaigns, endpoint: listOf(getSegments) };

const preferenceCenters = {
	endpoint: listOf(getPreferenceCenters),
	idKey: 'preference_center_api_id',
	nameKey: 'name',
};

const integrations = {
	endpoint: listOf(getIntegrations),
	idKey: 'integration_id',
	nameKey: 'integration_name',
};

/** Entries in a page of these pickers, fewer than the endpoints give at most: a person waits for the first. */
const ENTRIES_PER_PAGE = 100;

const emailTemplates = {
	endpoint: {
		...listOf(getEmailTemplates),
		paging: byOffset('templates', ENTRIES_PER_PAGE),
	},
	idKey: 'email_template_id',
	nameKey: 'template_name',
};

/** The profile fields, which are no custom attributes, and then those of the workspace with their types. */
const attributes = {
	endpoint: listOf(getCustomAttributes),
	idKey: 'name',
	nameKey: 'name',
	first: profileFields.map(({ key, type }) => ({ name: key, data_type: typeName(type) })),
	accepts: ({ status }: IDataObject) => status !== 'Blocklisted',
	suffix: ({ data_type: type }: IDataObject) => (typeof type === 'string' ? type : undefined),
	otherWay: 'By Name',
};

/** Names on a page of the list of event names, which has more of them than that of events (Braze docs). */
const NAMES_PER_PAGE = 250;

const events = {
	endpoint: {
		...listOf(getCustomEvents),
		path: '/events/list',
		permission: 'events.list',
		paging: byPage('events', NAMES_PER_PAGE),
	},
	idKey: 'name',
	nameKey: 'name',
	otherWay: 'By Name',
};

const products = {
	endpoint: listOf(getProducts),
	idKey: 'name',
	nameKey: 'name',
	otherWay: 'By Name',
};

const contentBlocks = {
	endpoint: {
		...listOf(getContentBlocks),
		paging: byOffset('content_blocks', ENTRIES_PER_PAGE),
	},
	idKey: 'content_block_id',
	nameKey: 'name',
};

const catalogs = {
	endpoint: listOf(getCatalogs),
	idKey: 'name',
	nameKey: 'name',
	otherWay: 'By Name',
};

const variationSearches = Object.fromEntries(
	messageObjects.map(({ name, variationChannels }) => [
		variationSearch(name),
		variationsOf(variationChannels),
	]),
);

/** The lists that fields choose from, under the names of their searches. */
const lists: Record<string, Picked> = {
	searchApiCampaigns: {
		...campaigns,
		accepts: ({ is_api_campaign: isApiCampaign }) => isApiCampaign === true,
	},
	searchAttributes: attributes,
	searchCampaigns: campaigns,
	searchCanvases: canvases,
	searchCatalogs: catalogs,
	searchContentBlocks: contentBlocks,
	searchEmailTemplates: emailTemplates,
	searchEvents: events,
	searchIntegrations: integrations,
	searchPreferenceCenters: preferenceCenters,
	searchProducts: products,
	searchSegments: segments,
	searchTrackedSegments: {
		...segments,
		accepts: ({ analytics_tracking_enabled: isTracked }) => isTracked !== false,
	},
};

/** What a key needs for *From List* and for the fields of a catalog, by what is chosen from. */
export const pickerPermissions: Record<string, string> = {
	Attributes: attributes.endpoint.permission,
	Campaigns: campaigns.endpoint.permission,
	Canvases: canvases.endpoint.permission,
	'Catalogs and their fields': catalogs.endpoint.permission,
	'Content Blocks': contentBlocks.endpoint.permission,
	'Data ingestion integrations': integrations.endpoint.permission,
	'Email templates': emailTemplates.endpoint.permission,
	Events: events.endpoint.permission,
	'Message variations': getCampaign.endpoint.permission,
	'Preference centers': preferenceCenters.endpoint.permission,
	Products: products.endpoint.permission,
	Segments: segments.endpoint.permission,
};

/** The searches behind the pickers, under the names that their fields give. */
export const listSearch: NonNullable<NonNullable<INodeType['methods']>['listSearch']> = {
	...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, searchOf(list)])),
	searchCatalogFields,
	...variationSearches,
};

/** The fields of an object that Braze knows the types of, for n8n's mapper. */
export const resourceMapping: NonNullable<NonNullable<INodeType['methods']>['resourceMapping']> = {
	getCatalogFields,
};
