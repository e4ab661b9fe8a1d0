import { isArrayChange } from '../schemas/catalog-values.cts';
import {
	identifier,
	integer,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';

export const CATALOG_FIELD_TYPES = [
	'string',
	'number',
	'boolean',
	'time',
	'object',
	'array',
	'geo',
] as const;

export interface CatalogField {
	name: string;
	type: (typeof CATALOG_FIELD_TYPES)[number];
}

/** An id and a value for some fields of the catalog. */
export type CatalogItem = Record<string, unknown> & { id: string };

export interface SeedCatalog {
	name: string;
	description: string;
	/** The first one is id, a string. */
	fields: CatalogField[];
	items?: CatalogItem[];
	/** Items to invent after those of `items`, for lists of more than one page. */
	fill_items?: number;
	selections?: Array<Record<string, unknown> & { name: string }>;
	updated_at?: string;
}

const dateTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };
const field = object('catalog field', { name: identifier, type: oneOf(...CATALOG_FIELD_TYPES) }, [
	'name',
	'type',
]);

export const catalogSchema = object(
	'catalog',
	{
		name: identifier,
		description: string,
		fields: list(field, { minItems: 1 }),
		items: list({ type: 'object', properties: { id: identifier }, required: ['id'] }),
		fill_items: { ...integer, minimum: 0 },
		selections: list({ type: 'object', properties: { name: identifier }, required: ['name'] }),
		updated_at: dateTime,
	},
	['name', 'description', 'fields'],
);

/** A catalog with its items, in the order they came. */
export class Catalog {
	readonly name: string;
	readonly description: string;
	readonly fields: CatalogField[];
	readonly items: Collection<CatalogItem>;
	readonly selections: Collection<Record<string, unknown> & { name: string }>;
	updatedAt: string;

	constructor(seed: SeedCatalog, createdAt: string) {
		const { name, description, fields, items = [], fill_items: fill = 0, selections = [] } = seed;
		this.name = name;
		this.description = description;
		this.fields = structuredClone(fields);
		const invented = Array.from({ length: fill }, (_, index) => ({
			id: `filler-${String(index + 1).padStart(4, '0')}`,
		}));
		this.items = new Collection([...items, ...invented], ({ id }) => id);
		this.selections = new Collection(selections, (selection) => selection.name);
		this.updatedAt = seed.updated_at ?? createdAt;
	}

	typeOf(fieldName: string): CatalogField['type'] | undefined {
		return this.fields.find(({ name }) => name === fieldName)?.type;
	}
}

/** The catalogs of the workspace, by name. */
export class Catalogs {
	private readonly byName = new Map<string, Catalog>();

	constructor(
		seeded: readonly SeedCatalog[],
		private readonly now: () => string,
	) {
		for (const seed of seeded) this.create(seed);
	}

	all(): Catalog[] {
		return [...this.byName.values()];
	}

	find(name: string): Catalog | undefined {
		return this.byName.get(name);
	}

	create(seed: SeedCatalog): Catalog {
		const catalog = new Catalog(seed, this.now());
		this.byName.set(catalog.name, catalog);
		return catalog;
	}

	/** Whether there was such a catalog. */
	remove(name: string): boolean {
		return this.byName.delete(name);
	}

	/** Notes that something in a catalog changed. */
	touch(catalog: Catalog): void {
		catalog.updatedAt = this.now();
	}
}

/** A catalog as Braze tells of it. */
export function catalogObject(catalog: Catalog): Record<string, unknown> {
	const { name, description, fields, items, selections, updatedAt } = catalog;
	return {
		name,
		description,
		fields,
		num_items: items.all().length,
		updated_at: updatedAt,
		source: 'Braze',
		storage_size: Buffer.byteLength(JSON.stringify(items.all()), 'utf8'),
		selections_size: selections.all().length,
		selections: selections.all(),
	};
}

/** Changes some fields of an item and keeps the others; {$add, $remove} changes what an array field holds. */
export function changeItem(item: CatalogItem, changes: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(changes)) {
		if (!isArrayChange(value)) {
			item[name] = value;
			continue;
		}
		const { $add: added = [], $remove: removed = [] } = value;
		const held = Array.isArray(item[name]) ? (item[name] as string[]) : [];
		item[name] = [...held.filter((element) => !removed.includes(element)), ...added];
	}
}
