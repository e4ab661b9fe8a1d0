import type { IDataObject } from 'n8n-workflow';

import { entries } from '../../parts/entries';
import { fields } from '../../parts/fields';
import { properties } from '../../parts/properties';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import { isObject } from '../../schema/convert';
import { catalogName, itemId, MAX_ITEMS_PER_REQUEST } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';

/** Whether a value of an item adds to a list or removes from it, so that a repeat may do it twice. */
const changesList = (item: unknown): boolean =>
	isObject(item) &&
	Object.values(item).some((value) => isObject(value) && ('$add' in value || '$remove' in value));

export const updateCatalogItem: Operation = {
	resource: 'catalogItem',
	value: 'update',
	name: 'Update',
	action: 'Update catalog item',
	description: 'Change some fields of an item and keep the others',
	endpoint: {
		method: 'PATCH',
		path: '/catalogs/{catalog_name}/items',
		permission: 'catalogs.update_items',
		rateLimit: '16,000 a minute, shared by the requests for many items',
		effect: 'write',
		repeat: ({ items }: IDataObject) => Array.isArray(items) && !items.some(changesList),
		success: messageOfSuccess,
		parts: [
			fields(catalogName),
			entries(
				{
					list: 'items',
					key: ({ id }) => String(id),
					parts: [
						fields(itemId),
						properties({
							name: 'itemFields',
							displayName: 'Item Fields',
							description: 'Fields of the item and their new values',
							wireKey: null,
						}),
					],
				},
				{ most: MAX_ITEMS_PER_REQUEST, noun: noun('catalog item') },
			),
		],
	},
};
