import { additionalFields } from '../../parts/fields';
import { includeArchived, editedAfter, sortDirection } from '../../parts/listFields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byPage } from '../../pipeline/send/paging';
import { PAGE_SIZE } from '../pageSize';

export const getCampaigns: Operation = {
	resource: 'campaign',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'List the campaigns of the workspace with their tags',
	endpoint: {
		method: 'GET',
		path: '/campaigns/list',
		permission: 'campaigns.list',
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll, additionalFields(editedAfter, includeArchived, sortDirection)],
		paging: byPage('campaigns', PAGE_SIZE),
		output: eachOf('campaigns'),
	},
};
