import { catalogSchemaRefusal, knownCatalog } from '../../schemas/catalog-faults.cts';
import { readCatalogItem } from '../../schemas/catalog-item.cts';
import { catalogItemsBody } from '../../schemas/catalog-items.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** PUT /catalogs/{catalog_name}/items/{item_id}: created or replaced as a whole. */
export const upsertCatalogItem: Endpoint = {
	method: 'PUT',
	path: '/catalogs/{catalog_name}/items/{item_id}',
	permission: 'catalogs.replace_item',
	rateLimit: 'catalogItemsPerMinute',
	body: catalogItemsBody(1),
	refusal: catalogSchemaRefusal,
	success: 200,
	handle({ body, params: { catalog_name: name, item_id: id }, workspace }) {
		const catalog = knownCatalog(workspace, name);
		catalog.items.add(readCatalogItem(catalog, body, id));
		workspace.catalogs.touch(catalog);
		return done();
	},
};
