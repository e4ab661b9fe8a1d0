import {
	catalogFault,
	catalogRefusal,
	catalogSchemaRefusal,
	knownCatalog,
} from '../../schemas/catalog-faults.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** DELETE /catalogs/{catalog_name}/fields/{field_name}: with its values. */
export const deleteCatalogField: Endpoint = {
	method: 'DELETE',
	path: '/catalogs/{catalog_name}/fields/{field_name}',
	permission: 'catalogs.delete_fields',
	rateLimit: 'catalogFieldsPerMinute',
	refusal: catalogSchemaRefusal,
	success: 202,
	handle({ params: { catalog_name: name, field_name: field }, workspace }) {
		const catalog = knownCatalog(workspace, name);
		const position = catalog.fields.findIndex((each) => each.name === field);
		// Of the statuses of these two Braze documents none.
		if (position < 1) {
			throw catalogRefusal([catalogFault('invalid-field-name', ['field_name'], [field])], 404);
		}
		const users = catalog.selections
			.all()
			.filter((each) => JSON.stringify(each).includes(`"${field}"`));
		if (users.length > 0) {
			throw catalogRefusal([
				catalogFault('field-referenced-by-selection', ['field_name'], [field]),
			]);
		}
		catalog.fields.splice(position, 1);
		for (const item of catalog.items.all()) delete item[field];
		workspace.catalogs.touch(catalog);
		return done();
	},
};
