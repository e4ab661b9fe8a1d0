import { catalogSchemaRefusal } from '../../schemas/catalog-faults.cts';
import { catalogObject } from '../../workspace/catalogs.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /catalogs: all of them in one answer. */
export const getCatalogs: Endpoint = {
	method: 'GET',
	path: '/catalogs',
	permission: 'catalogs.get',
	rateLimit: 'catalogsPerMinute',
	refusal: catalogSchemaRefusal,
	success: 200,
	handle({ workspace }) {
		const catalogs = workspace.catalogs.all().map(catalogObject);
		return { body: { catalogs, message: 'success' } };
	},
};
