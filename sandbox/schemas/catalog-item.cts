import type { Catalog, CatalogItem } from '../workspace/catalogs.cts';
import { catalogFault, catalogRefusal } from './catalog-faults.cts';
import { idFault, readCatalogItems } from './catalog-items.cts';

/**
 * The one item of a body that fits catalogItemsBody(1), with the id of its path.
 *
 * @throws BrazeError 400 that lists everything wrong with it
 */
export function readCatalogItem(
	catalog: Catalog,
	body: Record<string, unknown>,
	id: string,
	operators = false,
): CatalogItem {
	const [item] = body.items as Array<Record<string, unknown>>;
	if ('id' in item) throw catalogRefusal([catalogFault('id-in-body', ['id'], [item.id])]);
	const fault = idFault(id);
	if (fault) throw catalogRefusal([catalogFault(fault, ['id'], [id])]);
	return readCatalogItems(catalog, { items: [{ id, ...item }] }, { operators })[0];
}
