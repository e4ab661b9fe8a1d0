import { catalogSchemaRefusal, knownCatalog } from '../../schemas/catalog-faults.cts';
import { done, type Endpoint } from '../endpoint.cts';

/** DELETE /catalogs/{catalog_name}: with its items and selections. */
export const deleteCatalog: Endpoint = {
	method: 'DELETE',
	path: '/catalogs/{catalog_name}',
	permission: 'catalogs.delete',
	rateLimit: 'catalogsPerMinute',
	refusal: catalogSchemaRefusal,
	success: 200,
	handle({ params, workspace }) {
		workspace.catalogs.remove(knownCatalog(workspace, params.catalog_name).name);
		return done();
	},
};
