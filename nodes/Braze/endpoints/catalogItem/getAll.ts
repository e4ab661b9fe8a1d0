import { fields } from '../../parts/fields';
import { eachOf, returnAll } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { byCursor } from '../../pipeline/send/paging';
import { catalogAdvice } from '../catalog/answers';
import { catalogName } from '../catalog/fields';
import { ITEM_RATE_LIMIT } from '../catalog/shared';

export const getCatalogItems: Operation = {
	resource: 'catalogItem',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many catalog items',
	description: 'List the items of a catalog, 50 a request and 50 requests a minute',
	endpoint: {
		method: 'GET',
		path: '/catalogs/{catalog_name}/items',
		permission: 'catalogs.get_items',
		rateLimit: ITEM_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		advice: catalogAdvice,
		parts: [fields(catalogName), returnAll],
		paging: byCursor('items'),
		output: eachOf('items'),
	},
};
