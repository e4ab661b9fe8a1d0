import { fields } from '../../parts/fields';
import { fromListOrByName } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';
import { catalogAdvice, refusedAs } from './answers';
import { catalogName, namePattern } from './fields';
import { deleted, FIELDS_RATE_LIMIT } from './shared';
import { messageOfSuccess } from '../../pipeline/send/success';

const existingField: BrazeField = {
	displayName: 'Field',
	name: 'existingField',
	wireKey: 'field_name',
	type: 'resourceLocator',
	identifier: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: fromListOrByName('searchCatalogFields', 'price'),
	...namePattern,
	description: 'Field to delete with its value in every item',
};

export const deleteCatalogField: Operation = {
	resource: 'catalog',
	value: 'deleteField',
	name: 'Delete Field',
	action: 'Delete catalog field',
	description: 'Delete a field of a catalog with all of its values, for good',
	endpoint: {
		method: 'DELETE',
		path: '/catalogs/{catalog_name}/fields/{field_name}',
		permission: 'catalogs.delete_fields',
		rateLimit: FIELDS_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		irreversible: true,
		alreadyDone: refusedAs('invalid-field-name', 'field-not-found'),
		advice: catalogAdvice,
		parts: [fields(catalogName, existingField)],
		output: deleted,
	},
};
