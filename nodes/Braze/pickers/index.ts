import type { IDataObject, INodeType } from 'n8n-workflow';

import { getCampaigns } from '../endpoints/campaign/getAll';
import { getCustomAttributes } from '../endpoints/customAttribute/getAll';
import { getCustomEvents } from '../endpoints/customEvent/getAll';
import { getCanvases } from '../endpoints/canvas/getAll';
import { getIntegrations } from '../endpoints/dataIngestion/getIntegrations';
import { getPreferenceCenters } from '../endpoints/preferenceCenter/getAll';
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

const contentBlocks = {
	endpoint: {
		...listOf(getContentBlocks),
		paging: byOffset('content_blocks', ENTRIES_PER_PAGE),
	},
	idKey: 'content_block_id',
	nameKey: 'name',
};

const catalogs = { endpoint: listOf(getCatalogs), idKey: 'name', nameKey: 'name' };

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
	searchIntegrations: searchOf(integrations),
	searchPreferenceCenters: searchOf(preferenceCenters),
	searchSegments: searchOf(segments),
	searchAttributes: searchOf(attributes),
	searchEvents: searchOf(events),
	searchTrackedSegments: searchOf({
		...segments,
		accepts: ({ analytics_tracking_enabled: isTracked }) => isTracked !== false,
	}),
	searchCatalogFields,
	searchCatalogs: searchOf(catalogs),
	searchContentBlocks: searchOf(contentBlocks),
	searchEmailTemplates: searchOf(emailTemplates),
	...variationSearches,
};

/** The fields of an object that Braze knows the types of, for n8n's mapper. */
export const resourceMapping: NonNullable<NonNullable<INodeType['methods']>['resourceMapping']> = {
	getCatalogFields,
};
