import { capitalize } from '../schema/field';
import type { BrazeField } from '../schema/field';

/** Longest send ID (Braze docs; ASCII only since the Braze 2018 document). */
export const MAX_SEND_ID_CHARACTERS = 64;

/** Longest external user ID in bytes (errors of /users/track, Braze docs). */
export const MAX_EXTERNAL_ID_BYTES = 987;

/** Longest alias name and alias label in bytes (Braze docs). */
export const MAX_ALIAS_BYTES = 236;

const EXAMPLE_ID = '11ae5b4b-2445-4440-a04f-bf537764c9ad';

/**
 * @param search name of the search behind *From List*
 * @returns the ways to choose something that Braze lists
 */
export function fromListOrById(
	search: string,
	example = EXAMPLE_ID,
): NonNullable<BrazeField['modes']> {
	const list = { displayName: 'From List', name: 'list', type: 'list' as const };
	const byId = { displayName: 'By ID', name: 'id', type: 'string' as const };
	return [
		{ ...list, typeOptions: { searchListMethod: search, searchable: true } },
		{ ...byId, placeholder: `e.g. ${example}` },
	];
}

/** The same for what is called by its name wherever Braze names it. */
export function fromListOrByName(
	search: string,
	example: string,
): NonNullable<BrazeField['modes']> {
	const [list, byId] = fromListOrById(search, example);
	return [list, { ...byId, displayName: 'By Name', name: 'name' }];
}

/** @returns the name of the search over a channel's variations in the chosen campaign */
export const variationSearch = (messageObject: string): string =>
	`search${capitalize(messageObject)}Variations`;

export const campaignId: BrazeField = {
	displayName: 'Campaign',
	name: 'campaignId',
	type: 'resourceLocator',
	identifier: true,
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Campaign with API-triggered delivery that this triggers',
	modes: fromListOrById('searchCampaigns'),
};

export const canvasId: BrazeField = {
	displayName: 'Canvas',
	name: 'canvasId',
	type: 'resourceLocator',
	identifier: true,
	default: { mode: 'list', value: '' },
	required: true,
	description: 'Canvas with API-triggered delivery that this triggers',
	modes: fromListOrById('searchCanvases'),
};

export const appId: BrazeField = {
	displayName: 'App ID',
	name: 'appId',
	type: 'string',
	default: '',
	required: true,
	identifier: true,
	description: 'Identifier of the app, as App Settings shows it in Braze',
};

export const scheduleId: BrazeField = {
	displayName: 'Schedule ID',
	name: 'scheduleId',
	type: 'string',
	identifier: true,
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.schedule_id }}',
	description: 'ID that Create answered with',
};

export const trackedCampaignId: BrazeField = {
	...campaignId,
	required: false,
	modes: fromListOrById('searchApiCampaigns'),
	description:
		'API campaign under which Braze counts these messages; each message then names its variation',
};

export const segmentId: BrazeField = {
	displayName: 'Segment',
	name: 'segmentId',
	type: 'resourceLocator',
	identifier: true,
	narrows: true,
	default: { mode: 'list', value: '' },
	description: 'Segment whose members get the message',
	modes: fromListOrById('searchSegments'),
};

export const sendId: BrazeField = {
	displayName: 'Send ID',
	name: 'sendId',
	type: 'string',
	identifier: true,
	default: '',
	placeholder: 'e.g. spring-sale-2030',
	maxLength: MAX_SEND_ID_CHARACTERS,
	pattern: /^[\x20-\x7e]*$/,
	patternHint: 'Use ASCII characters only',
	description:
		'Groups the statistics of several sends; made with the operation Create of the resource Send ID',
};

export const externalUserId: BrazeField = {
	displayName: 'External User ID',
	name: 'externalUserId',
	type: 'string',
	identifier: true,
	default: '',
	required: true,
	maxBytes: MAX_EXTERNAL_ID_BYTES,
	placeholder: 'e.g. {{ $json.external_user_id }}',
	description: 'Your own ID of the user',
};

const aliasPart = (displayName: string, name: string, description: string): BrazeField => ({
	displayName,
	name,
	type: 'string',
	identifier: true,
	default: '',
	required: true,
	maxBytes: MAX_ALIAS_BYTES,
	description,
});

export const aliasName = aliasPart('Alias Name', 'aliasName', 'The alias itself');
export const aliasLabel = aliasPart('Alias Label', 'aliasLabel', 'The kind of alias');
