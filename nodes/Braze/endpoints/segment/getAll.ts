import { additionalFields } from '../../parts/fields';
import { sortDirection } from '../../parts/listFields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byPage } from '../../pipeline/send/paging';
import { PAGE_SIZE } from '../pageSize';

export const getSegments: Operation = {
	resource: 'segment',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many segments',
	description: 'List the segments of the workspace with their tags; archived ones are never listed',
	endpoint: {
		method: 'GET',
		path: '/segments/list',
		permission: 'segments.list',
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll, additionalFields(sortDirection)],
		paging: byPage('segments', PAGE_SIZE),
		output: eachOf('segments'),
	},
};
