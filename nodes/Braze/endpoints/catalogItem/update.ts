import { checkHasFields, checkItem } from './checkItem';
import { replacesOnly } from './listChange';
import { itemFields, itemOperation } from './operation';

export const updateCatalogItem = itemOperation({
	value: 'update',
	name: 'Update',
	action: 'Update catalog item',
	description:
		'Change some fields of an item and keep the others; a list also takes {"$add": ["a"], "$remove": ["b"]}',
	method: 'PATCH',
	many: { permission: 'catalogs.update_items', repeat: replacesOnly },
	one: { permission: 'catalogs.update_item', repeat: replacesOnly },
	parts: [itemFields, checkItem({ changesLists: true }), checkHasFields],
});
