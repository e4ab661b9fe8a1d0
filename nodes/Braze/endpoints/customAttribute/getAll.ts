import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byCursor } from '../../pipeline/send/paging';
import { NAMES_RATE_LIMIT } from '../rateLimits';

export const getCustomAttributes: Operation = {
	resource: 'customAttribute',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many custom attributes',
	description: 'List the custom attributes of the workspace with their types and tags',
	endpoint: {
		method: 'GET',
		path: '/custom_attributes',
		permission: 'custom_attributes.get',
		rateLimit: NAMES_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll],
		paging: byCursor('attributes'),
		output: eachOf('attributes'),
	},
};
