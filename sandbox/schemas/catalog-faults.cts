import { BrazeError } from '../errors.cts';
import type { Catalog } from '../workspace/catalogs.cts';
import type { Workspace } from '../workspace/workspace.cts';
import type { Problem } from './validate.cts';

/** One entry of `errors` in a refusal about catalogs. */
export interface CatalogFault {
	id: string;
	message: string;
	parameters: string[];
	parameter_values: unknown[];
}

/** The sentence of each id; Braze may change it, so nobody should read it. */
const SENTENCES: Record<string, string> = {
	'arbitrary-error': 'The request is not valid',
	'catalog-array-invalid': 'Catalogs must be an array with one catalog',
	'catalog-exceeds-fields-limit': 'A catalog can have up to 500 fields',
	'catalog-name-already-exists': 'A catalog with that name already exists',
	'catalog-name-too-large': 'Catalog names can only be up to 250 characters',
	'catalog-not-found': 'Could not find catalog',
	'description-too-long': 'Descriptions can only be up to 250 characters',
	'field-names-not-unique': 'Field names must be unique',
	'field-names-too-large': 'Field names can only be up to 250 characters',
	'field-referenced-by-selection': 'A selection uses this field',
	'id-in-body': 'Remove the id from the body',
	'id-not-first-column': 'The first field must be id, a string',
	'ids-not-string': 'Ids must be strings',
	'ids-not-strings': 'Ids must be strings',
	'ids-not-unique': 'Ids must be unique within the request',
	'ids-too-large': 'Ids can only be up to 250 characters',
	'invalid-catalog-name':
		'Catalog names can only include letters, numbers, hyphens and underscores',
	'invalid-cursor': "'cursor' is not valid",
	'invalid-field-name': 'Could not find field',
	'invalid-field-names': 'Field names can only include letters, numbers, hyphens and underscores',
	'invalid-field-types': 'Some field types do not exist',
	'invalid-fields': 'Some of the fields given do not exist in the catalog',
	'invalid-ids': 'Ids can only include letters, numbers, hyphens and underscores',
	'invalid-keys-in-value-object': 'Keys of objects cannot include . or $',
	'invalid-selection': 'The selection is not valid',
	'invalid-sort-field': 'Could not find the field to sort by',
	'invalid-sort-order': 'The sort order must be asc or desc',
	'invalid-sorting': 'Sorting needs both a field and an order',
	'item-already-exists': 'An item with that id already exists',
	'item-array-invalid': 'Items must be an array of objects',
	'item-not-found': 'Could not find item',
	'items-too-large': 'Values can only be up to 5000 characters',
	'request-includes-too-many-fields': 'The request includes too many fields',
	'request-includes-too-many-items': 'The request includes too many items',
	'selection-contains-too-many-arrays': 'Filters can only use one array field',
	'selection-has-invalid-filter': 'A filter of the selection is not valid',
	'selection-invalid-results-limit': 'The results limit must be between 1 and 50',
	'selection-limit-reached': 'The catalog has as many selections as it can have',
	'selection-name-already-exists': 'A selection with that name already exists',
	'too-deep-nesting-in-value-object': 'Objects can only be nested up to 50 levels',
	'too-many-fields': 'A catalog can have up to 500 fields',
	'too-many-filters': 'A selection can have up to 10 filters',
	'unable-to-coerce-value': 'Some values do not fit the types of their fields',
};

/**
 * @param parameters what the values below are, such as id
 * @param message where Braze's sentence names something of the request
 */
export function catalogFault(
	id: string,
	parameters: string[] = [],
	values: unknown[] = [],
	message = SENTENCES[id] ?? id,
): CatalogFault {
	return { id, message, parameters, parameter_values: values };
}

/** A refusal about catalogs, in the shape of these endpoints. */
export function catalogRefusal(faults: CatalogFault[], status = 400): BrazeError {
	const message = 'Invalid Request';
	return new BrazeError(status, message, [], { errors: faults, message });
}

/** For `refusal`: the titles of the schema are ids of this list; what has none is an arbitrary-error. */
export function catalogSchemaRefusal(problems: Problem[]): BrazeError {
	return catalogRefusal(
		problems.map(({ title, detail }) =>
			title ? catalogFault(title) : catalogFault('arbitrary-error', [], [], detail),
		),
	);
}

/** The catalog of a path; refused with 404 where there is none. */
export function knownCatalog(workspace: Workspace, name: string): Catalog {
	const catalog = workspace.catalogs.find(name);
	if (catalog) return catalog;
	throw catalogRefusal([catalogFault('catalog-not-found', ['catalog_name'], [name])], 404);
}
