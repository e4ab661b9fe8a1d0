import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { inOnePage } from '../../pipeline/send/paging';
import { CATALOGS_RATE_LIMIT } from './shared';

export const getCatalogs: Operation = {
	resource: 'catalog',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many catalogs',
	description: 'List the catalogs with their fields and their number of items',
	endpoint: {
		method: 'GET',
		path: '/catalogs',
		permission: 'catalogs.get',
		rateLimit: CATALOGS_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		parts: [returnAll],
		paging: inOnePage('catalogs'),
		output: eachOf('catalogs'),
	},
};
