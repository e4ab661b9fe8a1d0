import { NAMES_PAGE_SIZE } from '../../limits.cts';
import { pageOf } from '../../lists.cts';
import { keys } from '../../schemas/json-schema.cts';
import { page } from '../../schemas/queries.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /events/list: the names alone, 250 on a page. */
export const getCustomEventNames: Endpoint = {
	method: 'GET',
	path: '/events/list',
	permission: 'events.list',
	rateLimit: 'namesPerHour',
	query: keys(page),
	success: 200,
	handle({ query, workspace }) {
		const events = workspace.customData.events().map(({ name }) => name);
		return { body: { events: pageOf(events, query, NAMES_PAGE_SIZE), message: 'success' } };
	},
};
