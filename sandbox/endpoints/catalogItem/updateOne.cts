import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { readCatalogItem } from '../../schemas/catalog-item.cts';
import { catalogItemsBody } from '../../schemas/catalog-items.cts';
import { changeItem } from '../../workspace/catalogs.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** PATCH /catalogs/{catalog_name}/items/{item_id} */
export const updateCatalogItem: Endpoint = {
	method: 'PATCH',
	path: '/catalogs/{catalog_name}/items/{item_id}',
	permission: 'catalogs.update_item',
	rateLimit: 'catalogItemsPerMinute',
	body: catalogItemsBody(1),
	refusal: catalogSchemaRefusal,
	success: 200,
	handle({ body, params: { catalog_name: name, item_id: id }, workspace }) {
		const catalog = knownCatalog(workspace, name);
		const changes = readCatalogItem(catalog, body, id, true);
		const item = catalog.items.find(id);
		// Which status goes with this id Braze does not say.
		if (!item) throw catalogRefusal([catalogFault('item-not-found', ['id'], [id])], 404);
		changeItem(item, changes);
		workspace.catalogs.touch(catalog);
		return done();
	},
};
