import { catalogSchemaRefusal, knownCatalog } from '../../schemas/catalog-faults.cts';
import { catalogItemsBody, readCatalogItems } from '../../schemas/catalog-items.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** PUT /catalogs/{catalog_name}/items: up to 50, created or replaced as a whole. */
export const upsertCatalogItems: Endpoint = {
	method: 'PUT',
	path: '/catalogs/{catalog_name}/items',
	permission: 'catalogs.replace_items',
	rateLimit: 'catalogItemBatchesPerMinute',
	body: catalogItemsBody(),
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ body, params, workspace }) {
		const catalog = knownCatalog(workspace, params.catalog_name);
		for (const item of readCatalogItems(catalog, body, { notStrings: 'ids-not-string' })) {
			catalog.items.add(item);
		}
		workspace.catalogs.touch(catalog);
		return done();
	},
};
