import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { inOnePage } from '../../pipeline/send/paging';
import { READ_RATE_LIMIT } from './fields';

export const getPreferenceCenters: Operation = {
	resource: 'preferenceCenter',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many preference centers',
	description: 'List the preference centers of the workspace',
	endpoint: {
		method: 'GET',
		path: '/preference_center/v1/list',
		permission: 'preference_center.list',
		rateLimit: READ_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll],
		paging: inOnePage('preference_centers'),
		output: eachOf('preference_centers'),
	},
};
