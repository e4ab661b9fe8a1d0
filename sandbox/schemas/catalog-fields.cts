import { CATALOG } from '../limits.cts';
import { CATALOG_FIELD_TYPES } from '../workspace/catalogs.cts';
import { catalogFault, type CatalogFault } from './catalog-faults.cts';

/** A field as a request gives it. */
export interface NewField {
	name?: unknown;
	type?: unknown;
}

/** What is wrong with a name, as the id of its fault; catalogs and fields have ids of their own. */
export function nameFault(name: unknown, ids: { form: string; size: string }): string | undefined {
	if (typeof name !== 'string' || !/^[A-Za-z0-9_-]+$/.test(name)) return ids.form;
	return name.length > CATALOG.name ? ids.size : undefined;
}

/** Everything that is wrong with new fields. */
export function fieldFaults(fields: readonly NewField[]): CatalogFault[] {
	const faults: CatalogFault[] = [];
	for (const fault of ['invalid-field-names', 'field-names-too-large']) {
		const ids = { form: 'invalid-field-names', size: 'field-names-too-large' };
		const names = fields.map(({ name }) => name).filter((name) => nameFault(name, ids) === fault);
		if (names.length > 0) faults.push(catalogFault(fault, ['name'], names));
	}
	const names = fields.map(({ name }) => name);
	const twice = names.filter((name, index) => names.indexOf(name) < index);
	if (twice.length > 0) faults.push(catalogFault('field-names-not-unique', ['name'], twice));
	const strange = fields.filter(({ type }) => !CATALOG_FIELD_TYPES.some((known) => known === type));
	if (strange.length > 0) {
		const values = strange.map(({ name }) => name);
		faults.push(catalogFault('invalid-field-types', ['name'], values));
	}
	return faults;
}
