import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** DELETE /catalogs/{catalog_name}/selections/{selection_name} */
export const deleteCatalogSelection: Endpoint = {
	method: 'DELETE',
	path: '/catalogs/{catalog_name}/selections/{selection_name}',
	permission: 'catalogs.delete_selection',
	rateLimit: 'catalogFieldsPerMinute',
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ params: { catalog_name: name, selection_name: selection }, workspace }) {
		const catalog = knownCatalog(workspace, name);
		if (!catalog.selections.remove(selection)) {
			const fault = catalogFault('invalid-selection', ['selection_name'], [selection]);
			throw catalogRefusal([fault], 404);
		}
		workspace.catalogs.touch(catalog);
		return done();
	},
};
