import { fields } from '../../parts/fields';
import { eachOf } from '../../parts/returnAll';
import type { Operation } from '../../pipeline/operation';
import { listOf } from '../../pipeline/send/answer';
import { catalogAdvice } from '../catalog/answers';
import { catalogName } from '../catalog/fields';
import { ITEM_RATE_LIMIT } from '../catalog/shared';
import { itemId } from './fields';
import { answersWithList } from '../../pipeline/send/success';
import type { Success } from '../../pipeline/send/success';

/** The list of an item that is there has it in it; of one that is not there Braze answers 404. */
const answersWithItem: Success = (answer) =>
	answersWithList('items')(answer) ??
	(listOf(answer?.items).length > 0 ? undefined : "but with an empty list under 'items'");

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
		success: answersWithItem,
		advice: catalogAdvice,
		parts: [fields(catalogName, { ...itemId, wireKey: 'item_id' })],
		output: eachOf('items'),
	},
};
