import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { catalogAdvice, refusedAs } from './answers';
import { catalogName } from './fields';
import { CATALOGS_RATE_LIMIT, deleted } from './shared';
import { messageOfSuccess } from '../../pipeline/send/success';

export const deleteCatalog: Operation = {
	resource: 'catalog',
	value: 'delete',
	name: 'Delete',
	action: 'Delete catalog',
	description: 'Delete a catalog with all of its items and selections, for good',
	endpoint: {
		method: 'DELETE',
		path: '/catalogs/{catalog_name}',
		permission: 'catalogs.delete',
		rateLimit: CATALOGS_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		irreversible: true,
		alreadyDone: refusedAs('catalog-not-found'),
		advice: catalogAdvice,
		parts: [fields(catalogName)],
		output: deleted,
	},
};
