import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byCursor } from '../../pipeline/send/paging';
import { NAMES_RATE_LIMIT } from '../rateLimits';

export const getCustomEvents: Operation = {
	resource: 'customEvent',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many custom events',
	description: 'List the custom events of the workspace with their tags',
	endpoint: {
		method: 'GET',
		path: '/events',
		permission: 'events.get',
		rateLimit: NAMES_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll],
		paging: byCursor('events'),
		output: eachOf('events'),
	},
};
