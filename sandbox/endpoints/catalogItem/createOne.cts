import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { readCatalogItem } from '../../schemas/catalog-item.cts';
import { catalogItemsBody } from '../../schemas/catalog-items.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /catalogs/{catalog_name}/items/{item_id} */
export const createCatalogItem: Endpoint = {
	method: 'POST',
	path: '/catalogs/{catalog_name}/items/{item_id}',
	permission: 'catalogs.create_item',
	rateLimit: 'catalogItemsPerMinute',
	body: catalogItemsBody(1),
	refusal: catalogSchemaRefusal,
	success: 201,
	handle({ body, params: { catalog_name: name, item_id: id }, workspace }) {
		const catalog = knownCatalog(workspace, name);
		const item = readCatalogItem(catalog, body, id);
		if (catalog.items.find(id)) {
			throw catalogRefusal([catalogFault('item-already-exists', ['id'], [id])]);
		}
		catalog.items.add(item);
		workspace.catalogs.touch(catalog);
		return done();
	},
};
