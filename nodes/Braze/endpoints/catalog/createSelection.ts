import { additionalFields, fields } from '../../parts/fields';
import { under } from '../../parts/under';
import type { Operation } from '../../pipeline/operation';
import { catalogAdvice, refusedAs } from './answers';
import { catalogName } from './fields';
import {
	checkSelection,
	filters,
	resultsLimit,
	selectionDescription,
	selectionExternalId,
	selectionName,
	selectionSource,
	sortField,
	sortOrder,
	withFilters,
} from './selection';
import { FIELDS_RATE_LIMIT } from './shared';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createCatalogSelection: Operation = {
	resource: 'catalog',
	value: 'createSelection',
	name: 'Create Selection',
	action: 'Create catalog selection',
	description: 'Create a named choice of items that messages can show; Braze queues it',
	endpoint: {
		method: 'POST',
		path: '/catalogs/{catalog_name}/selections',
		permission: 'catalogs.create_selection',
		rateLimit: FIELDS_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		alreadyDone: refusedAs('selection-name-already-exists'),
		advice: catalogAdvice,
		parts: [
			fields(catalogName),
			under(
				'selection',
				fields(selectionName),
				withFilters(fields(filters)),
				fields(resultsLimit),
				additionalFields(
					selectionDescription,
					selectionExternalId,
					sortField,
					sortOrder,
					selectionSource,
				),
				checkSelection,
			),
		],
	},
};
