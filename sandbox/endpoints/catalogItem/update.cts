import { catalogSchemaRefusal, knownCatalog } from '../../schemas/catalog-faults.cts';
import { catalogItemsBody, readCatalogItems } from '../../schemas/catalog-items.cts';
import { changeItem } from '../../workspace/catalogs.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** PATCH /catalogs/{catalog_name}/items: some fields of up to 50 items. */
export const updateCatalogItems: Endpoint = {
	method: 'PATCH',
	path: '/catalogs/{catalog_name}/items',
	permission: 'catalogs.update_items',
	rateLimit: 'catalogItemBatchesPerMinute',
	body: catalogItemsBody(),
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ body, params, workspace, note }) {
		const catalog = knownCatalog(workspace, params.catalog_name);
		for (const changes of readCatalogItems(catalog, body, { operators: true })) {
			const item = catalog.items.find(changes.id);
			if (item) changeItem(item, changes);
			else note(`${changes.id} does not exist, so nothing becomes of its changes`);
		}
		workspace.catalogs.touch(catalog);
		return done();
	},
};
