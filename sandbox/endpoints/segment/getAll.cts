import { byCreation, pageOf } from '../../lists.cts';
import { keys } from '../../schemas/json-schema.cts';
import { page, sortDirection } from '../../schemas/queries.cts';
import { createdAt } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /segments/list */
export const getSegments: Endpoint = {
	method: 'GET',
	path: '/segments/list',
	permission: 'segments.list',
	query: keys({ ...page, ...sortDirection }),
	success: 200,
	handle({ query, workspace }) {
		const sorted = byCreation(workspace.segments.all(), query, createdAt);
		const segments = pageOf(sorted, query).map((segment) => ({
			id: segment.id,
			name: segment.name,
			analytics_tracking_enabled: segment.analytics_tracking_enabled ?? false,
			tags: segment.tags ?? [],
		}));
		return { body: { message: 'success', segments } };
	},
};
