import { CATALOG } from '../../limits.cts';
import { fieldFaults, type NewField } from '../../schemas/catalog-fields.cts';
import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { keys, list } from '../../schemas/json-schema.cts';
import type { CatalogField } from '../../workspace/catalogs.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** POST /catalogs/{catalog_name}/fields: up to 50. */
export const createCatalogField: Endpoint = {
	method: 'POST',
	path: '/catalogs/{catalog_name}/fields',
	permission: 'catalogs.create_fields',
	rateLimit: 'catalogFieldsPerMinute',
	body: keys(
		{
			fields: list(
				{ type: 'object' },
				{
					minItems: 1,
					maxItems: CATALOG.fieldsPerRequest,
					brazeErrors: { maxItems: 'request-includes-too-many-fields' },
				},
			),
		},
		['fields'],
	),
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ body, params, workspace, note }) {
		const catalog = knownCatalog(workspace, params.catalog_name);
		const given = body.fields as NewField[];
		const faults = fieldFaults(given);
		if (faults.length > 0) throw catalogRefusal(faults);
		const fields = given as CatalogField[];
		const added = fields.filter(({ name }) => !catalog.typeOf(name));
		if (catalog.fields.length + added.length > CATALOG.fields) {
			throw catalogRefusal([catalogFault('catalog-exceeds-fields-limit')]);
		}
		// Braze documents no refusal of a field that is there.
		for (const { name } of fields)
			if (catalog.typeOf(name)) note(`${name} exists and stays as it is`);
		catalog.fields.push(...added);
		workspace.catalogs.touch(catalog);
		return done();
	},
};
