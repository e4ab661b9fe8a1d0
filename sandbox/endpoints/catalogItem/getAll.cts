import { cursorPage } from '../../lists.cts';
import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /catalogs/{catalog_name}/items: 50 at a time. */
export const getCatalogItems: Endpoint = {
	method: 'GET',
	path: '/catalogs/{catalog_name}/items',
	permission: 'catalogs.get_items',
	rateLimit: 'catalogItemsPerMinute',
	query: keys({ cursor: string }),
	refusal: catalogSchemaRefusal,
	success: 200,
	handle(call) {
		const catalog = knownCatalog(call.workspace, call.params.catalog_name);
		const { items, headers } = cursorPage(call, catalog.items.all(), () =>
			catalogRefusal([catalogFault('invalid-cursor', ['cursor'], [call.query.cursor])]),
		);
		return { body: { items, message: 'success' }, headers };
	},
};
