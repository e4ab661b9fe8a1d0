import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { catalogAdvice, refusedAs } from './answers';
import { catalogName } from './fields';
import { selectionName } from './selection';
import { deleted, FIELDS_RATE_LIMIT } from './shared';
import { messageOfSuccess } from '../../pipeline/send/success';

export const deleteCatalogSelection: Operation = {
	resource: 'catalog',
	value: 'deleteSelection',
	name: 'Delete Selection',
	action: 'Delete catalog selection',
	description: 'Delete a selection of a catalog, for good; the items stay',
	endpoint: {
		method: 'DELETE',
		path: '/catalogs/{catalog_name}/selections/{selection_name}',
		permission: 'catalogs.delete_selection',
		rateLimit: FIELDS_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		irreversible: true,
		alreadyDone: refusedAs('invalid-selection', 'selection-not-found'),
		advice: catalogAdvice,
		parts: [fields(catalogName, { ...selectionName, wireKey: 'selection_name' })],
		output: deleted,
	},
};
