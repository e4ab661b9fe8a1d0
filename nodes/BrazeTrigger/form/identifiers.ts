import type { INodeProperties } from 'n8n-workflow';

import { searches } from './pickers';

/** A campaign or a Canvas from the workspace's list, or any number of them by ID. */
const identifier = (
	displayName: string,
	name: string,
	search: keyof typeof searches,
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Its API identifier in Braze; the list needs a Braze credential, IDs do not',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: search, searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 11111111-1111-4111-8111-111111111111',
			hint: 'Several IDs with commas between them',
		},
	],
});

export const campaignId = identifier('Campaign', 'campaignId', 'searchCampaigns');
export const canvasId = identifier('Canvas', 'canvasId', 'searchCanvases');
