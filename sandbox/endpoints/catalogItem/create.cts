import { catalogSchemaRefusal, knownCatalog } from '../../schemas/catalog-faults.cts';
import { catalogItemsBody, readCatalogItems } from '../../schemas/catalog-items.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /catalogs/{catalog_name}/items: up to 50 new ones. */
export const createCatalogItems: Endpoint = {
	method: 'POST',
	path: '/catalogs/{catalog_name}/items',
	permission: 'catalogs.add_items',
	rateLimit: 'catalogItemBatchesPerMinute',
	body: catalogItemsBody(),
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ body, params, workspace, note }) {
		const catalog = knownCatalog(workspace, params.catalog_name);
		for (const item of readCatalogItems(catalog, body)) {
			// Braze takes such a request; what becomes of the item it does not say.
			if (catalog.items.find(item.id)) note(`${item.id} exists and stays as it is`);
			else catalog.items.add(item);
		}
		workspace.catalogs.touch(catalog);
		return done();
	},
};
