import { checkItem } from './checkItem';
import { itemFields, itemOperation, lastWins } from './operation';

export const upsertCatalogItem = itemOperation({
	value: 'upsert',
	name: 'Create or Replace',
	action: 'Create or replace catalog item',
	description: 'Create an item, or replace it as a whole; fields that are not given are gone',
	method: 'PUT',
	many: { permission: 'catalogs.replace_items', repeat: 'safe' },
	one: { permission: 'catalogs.replace_item', repeat: 'safe' },
	parts: [itemFields, checkItem()],
	join: lastWins,
});
