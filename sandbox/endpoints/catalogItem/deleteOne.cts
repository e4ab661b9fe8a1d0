import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** DELETE /catalogs/{catalog_name}/items/{item_id}: 202 though it acts at once. */
export const deleteCatalogItem: Endpoint = {
	method: 'DELETE',
	path: '/catalogs/{catalog_name}/items/{item_id}',
	permission: 'catalogs.delete_item',
	rateLimit: 'catalogItemsPerMinute',
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ params: { catalog_name: name, item_id: id }, workspace }) {
		const catalog = knownCatalog(workspace, name);
		if (!catalog.items.remove(id)) {
			throw catalogRefusal([catalogFault('item-not-found', ['item_id'], [id])]);
		}
		workspace.catalogs.touch(catalog);
		return done();
	},
};
