import { CATALOG } from '../../limits.cts';
import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import {
	catalogSelection,
	selectionFaults,
	type Selection,
} from '../../schemas/catalog-selections.cts';
import { keys } from '../../schemas/json-schema.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /catalogs/{catalog_name}/selections: one, not in a list. */
export const createCatalogSelection: Endpoint = {
	method: 'POST',
	path: '/catalogs/{catalog_name}/selections',
	permission: 'catalogs.create_selection',
	rateLimit: 'catalogFieldsPerMinute',
	body: keys({ selection: catalogSelection }, ['selection'], {
		brazeErrors: { 'required:selection': 'invalid-selection' },
	}),
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ body, params, workspace }) {
		const catalog = knownCatalog(workspace, params.catalog_name);
		const selection = body.selection as Selection;
		if (catalog.selections.find(selection.name)) {
			const fault = catalogFault('selection-name-already-exists', ['name'], [selection.name]);
			throw catalogRefusal([fault]);
		}
		if (catalog.selections.all().length >= CATALOG.selections) {
			throw catalogRefusal([catalogFault('selection-limit-reached')]);
		}
		const faults = selectionFaults(catalog, selection);
		if (faults.length > 0) throw catalogRefusal(faults);
		catalog.selections.add({ ...selection });
		workspace.catalogs.touch(catalog);
		return done();
	},
};
