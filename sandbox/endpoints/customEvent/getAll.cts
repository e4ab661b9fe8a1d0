import { cursorPage } from '../../lists.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /events: 50 at a time. */
export const getCustomEvents: Endpoint = {
	method: 'GET',
	path: '/events',
	permission: 'events.get',
	rateLimit: 'namesPerHour',
	query: keys({ cursor: string }),
	success: 200,
	handle(call) {
		const { items, headers } = cursorPage(call, call.workspace.customData.events());
		const events = items.map((event) => ({
			name: event.name,
			description: event.description ?? null,
			included_in_analytics_report: event.included_in_analytics_report ?? false,
			status: event.status ?? 'Active',
			tag_names: event.tag_names ?? [],
		}));
		return { body: { events, message: 'success' }, headers };
	},
};
