import { CATALOG_ITEM, MAX_CATALOG_ITEMS } from '../limits.cts';
import type { Catalog, CatalogItem } from '../workspace/catalogs.cts';
import { catalogFault, catalogRefusal, type CatalogFault } from './catalog-faults.cts';
import { valueFault } from './catalog-values.cts';
import { keys, list, type JsonSchema } from './json-schema.cts';

const SHAPE = 'item-array-invalid';

/** The body of a request about catalog items, of so many at most. */
export function catalogItemsBody(most = MAX_CATALOG_ITEMS): JsonSchema {
	const item: JsonSchema = { type: 'object', brazeErrors: { type: SHAPE } };
	const items = list(item, {
		minItems: 1,
		maxItems: most,
		brazeErrors: {
			type: SHAPE,
			minItems: SHAPE,
			maxItems: 'request-includes-too-many-items',
		},
	});
	return keys({ items }, ['items'], { brazeErrors: { 'required:items': SHAPE } });
}

interface ItemRules {
	/** The id of the fault of an id that is no string: Braze spells it in two ways. */
	notStrings?: 'ids-not-strings' | 'ids-not-string';
	/** Whether {$add, $remove} may stand as the value of an array field. */
	operators?: boolean;
}

/**
 * The items of a body that fits catalogItemsBody.
 *
 * @throws BrazeError 400 that lists everything wrong with them, and none is taken
 */
export function readCatalogItems(
	catalog: Catalog,
	body: Record<string, unknown>,
	rules: ItemRules = {},
): CatalogItem[] {
	const items = body.items as Array<Record<string, unknown>>;
	const faults = [
		...idFaults(items, rules),
		...fieldFaults(catalog, items),
		...valueFaults(catalog, items, rules),
	];
	if (faults.length > 0) throw catalogRefusal(faults);
	return items as CatalogItem[];
}

/** What is wrong with an item id, as the id of its fault. */
export function idFault(id: string): string | undefined {
	if (id.length > CATALOG_ITEM.id) return 'ids-too-large';
	return /^[A-Za-z0-9_-]+$/.test(id) ? undefined : 'invalid-ids';
}

function idFaults(
	items: Array<Record<string, unknown>>,
	{ notStrings = 'ids-not-strings' }: ItemRules,
): CatalogFault[] {
	const faults: CatalogFault[] = [];
	const missing = items.filter(({ id }) => id === undefined || id === null || id === '').length;
	if (missing > 0) {
		const message = `There are ${missing} item(s) that do not have ids`;
		faults.push(catalogFault('items-missing-ids', [], [], message));
	}
	const given = items.map(({ id }) => id).filter((id) => id !== undefined && id !== null);
	const texts = given.filter((id): id is string => typeof id === 'string' && id !== '');
	const others = given.filter((id) => typeof id !== 'string');
	if (others.length > 0) faults.push(catalogFault(notStrings, ['id'], others));
	for (const fault of ['ids-too-large', 'invalid-ids']) {
		const ids = texts.filter((id) => idFault(id) === fault);
		if (ids.length > 0) faults.push(catalogFault(fault, ['id'], ids));
	}
	const twice = texts.filter((id, index) => texts.indexOf(id) < index);
	if (twice.length > 0) faults.push(catalogFault('ids-not-unique', ['id'], [...new Set(twice)]));
	return faults;
}

// The fault names the items, not the fields they should not have.
function fieldFaults(catalog: Catalog, items: Array<Record<string, unknown>>): CatalogFault[] {
	const ids = items
		.filter((item) => Object.keys(item).some((name) => name !== 'id' && !catalog.typeOf(name)))
		.map(({ id }) => id);
	return ids.length > 0 ? [catalogFault('invalid-fields', ['id'], ids)] : [];
}

function valueFaults(
	catalog: Catalog,
	items: Array<Record<string, unknown>>,
	{ operators = false }: ItemRules,
): CatalogFault[] {
	const faulty = new Map<string, unknown[]>();
	for (const item of items) {
		const found = Object.entries(item).flatMap(([name, value]) => {
			const type = name === 'id' ? undefined : catalog.typeOf(name);
			return type ? (valueFault(type, value, operators) ?? []) : [];
		});
		for (const fault of new Set(found)) faulty.set(fault, [...(faulty.get(fault) ?? []), item.id]);
	}
	return [...faulty].map(([fault, ids]) => catalogFault(fault, ['id'], ids));
}
