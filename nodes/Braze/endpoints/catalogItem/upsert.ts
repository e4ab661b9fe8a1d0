import { checkItem } from './checkItem';
import { allItemFields, itemOperation, lastWins } from './operation';

export const upsertCatalogItem = itemOperation({
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or replace catalog item',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	method: 'PUT',
	many: { permission: 'catalogs.replace_items', repeat: 'safe' },
	one: { permission: 'catalogs.replace_item', repeat: 'safe' },
	parts: [allItemFields, checkItem()],
	join: lastWins,
});
