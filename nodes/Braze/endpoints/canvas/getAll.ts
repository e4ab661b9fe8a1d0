import { additionalFields } from '../../parts/fields';
import { editedAfter, includeArchived, sortDirection } from '../../parts/listFields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byPage } from '../../pipeline/send/paging';
import { PAGE_SIZE } from '../pageSize';

export const getCanvases: Operation = {
	resource: 'canvas',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many Canvases',
	description: 'List the Canvases of the workspace with their tags',
	endpoint: {
		method: 'GET',
		path: '/canvas/list',
		permission: 'canvas.list',
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll, additionalFields(editedAfter, includeArchived, sortDirection)],
		paging: byPage('canvases', PAGE_SIZE),
		output: eachOf('canvases'),
	},
};
