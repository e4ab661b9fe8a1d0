import { refusedAs } from '../catalog/answers';
import { deleted } from '../catalog/shared';
import { itemOperation, lastWins } from './operation';

export const deleteCatalogItem = itemOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete catalog item',
	description: 'Delete an item; without Synchronous, one that does not exist counts as deleted',
	method: 'DELETE',
	many: { permission: 'catalogs.delete_items', repeat: 'safe' },
	one: {
		permission: 'catalogs.delete_item',
		repeat: 'safe',
		alreadyDone: refusedAs('item-not-found'),
	},
	join: lastWins,
	output: ({ queued }) => deleted().map((item) => ({ ...item, ...(queued ? { queued } : {}) })),
});
