import { entries } from '../../parts/entries';
import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { catalogAdvice, refusedByName } from './answers';
import { catalogName, fieldName, fieldType } from './fields';
import { CATALOG_FIELD, FIELDS_RATE_LIMIT, MOST_ENTRIES } from './shared';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createCatalogField: Operation = {
	resource: 'catalog',
	value: 'createField',
	name: 'Create Field',
	action: 'Create catalog field',
	description: 'Add a field to a catalog; Braze queues it, so items cannot have it at once',
	endpoint: {
		method: 'POST',
		path: '/catalogs/{catalog_name}/fields',
		permission: 'catalogs.create_fields',
		rateLimit: FIELDS_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		refusedEntries: refusedByName('name'),
		advice: catalogAdvice,
		parts: [
			fields(catalogName),
			entries(
				{
					list: 'fields',
					key: ({ name }) => String(name),
					parts: [fields(fieldName, fieldType)],
				},
				{ most: MOST_ENTRIES, noun: CATALOG_FIELD },
			),
		],
	},
};
