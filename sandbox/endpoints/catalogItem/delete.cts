import { catalogSchemaRefusal, knownCatalog } from '../../schemas/catalog-faults.cts';
import { catalogItemsBody, readCatalogItems } from '../../schemas/catalog-items.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** DELETE /catalogs/{catalog_name}/items: up to 50 ids in a body; those that do not exist are no fault. */
export const deleteCatalogItems: Endpoint = {
	method: 'DELETE',
	path: '/catalogs/{catalog_name}/items',
	permission: 'catalogs.delete_items',
	rateLimit: 'catalogItemBatchesPerMinute',
	body: catalogItemsBody(),
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ body, params, workspace }) {
		const catalog = knownCatalog(workspace, params.catalog_name);
		for (const { id } of readCatalogItems(catalog, body)) catalog.items.remove(id);
		workspace.catalogs.touch(catalog);
		return done();
	},
};
