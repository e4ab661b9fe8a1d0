import { refusedAs } from '../catalog/answers';
import { checkItem } from './checkItem';
import { itemFields, itemOperation } from './operation';

export const createCatalogItem = itemOperation({
	value: 'create',
	name: 'Create',
	action: 'Create catalog item',
	description:
		'Create an item; without Synchronous, Braze takes one that exists and does not say what becomes of it',
	method: 'POST',
	many: { permission: 'catalogs.add_items', repeat: 'unsafe' },
	one: {
		permission: 'catalogs.create_item',
		repeat: 'safe',
		alreadyDone: refusedAs('item-already-exists'),
	},
	parts: [itemFields, checkItem()],
});
