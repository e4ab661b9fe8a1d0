import { fields } from '../../parts/fields';
import { eachOf } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { catalogAdvice } from '../catalog/answers';
import { catalogName } from '../catalog/fields';
import { ITEM_RATE_LIMIT } from '../catalog/shared';
import { itemId } from './fields';
import { answersWith } from '../../pipeline/send/success';

export const getCatalogItem: Operation = {
	resource: 'catalogItem',
	value: 'get',
	name: 'Get',
	action: 'Get catalog item',
	description: 'Get one item with its fields; for many items, Get Many reads 50 a request',
	endpoint: {
		method: 'GET',
		path: '/catalogs/{catalog_name}/items/{item_id}',
		permission: 'catalogs.get_item',
		rateLimit: ITEM_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		success: answersWith('items'),
		advice: catalogAdvice,
		parts: [fields(catalogName, { ...itemId, wireKey: 'item_id' })],
		output: eachOf('items'),
	},
};
