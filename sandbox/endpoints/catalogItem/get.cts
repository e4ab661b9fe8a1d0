import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /catalogs/{catalog_name}/items/{item_id}: a list of the one item. */
export const getCatalogItem: Endpoint = {
	method: 'GET',
	path: '/catalogs/{catalog_name}/items/{item_id}',
	permission: 'catalogs.get_item',
	rateLimit: 'catalogItemsPerMinute',
	refusal: catalogSchemaRefusal,
	success: 200,
	handle({ workspace, params: { catalog_name: name, item_id: id } }) {
		const item = knownCatalog(workspace, name).items.find(id);
		if (!item) throw catalogRefusal([catalogFault('item-not-found', ['item_id'], [id])], 404);
		return { body: { items: [item], message: 'success' } };
	},
};
