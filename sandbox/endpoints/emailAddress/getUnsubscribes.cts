import { byDay, pageByDay } from '../../schemas/addresses.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import { sortDirection } from '../../schemas/queries.cts';
import type { Endpoint } from '../endpoint.cts';

/** The form in which Braze was seen to write the time of an unsubscribe. */
const withOffset = (at: number): string =>
	`${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} +0000`;

/** GET /email/unsubscribes: the newest first unless asked for otherwise. */
export const getUnsubscribes: Endpoint = {
	method: 'GET',
	path: '/email/unsubscribes',
	permission: 'email.unsubscribe',
	query: keys({ ...byDay, ...sortDirection, email: string }),
	success: 200,
	handle(call) {
		const all = call.workspace.unsubscribes.all();
		const sorted = call.query.sort_direction === 'asc' ? all.reverse() : all;
		const page = pageByDay(call, sorted, call.queryList('email'), true);
		const emails = page.map(({ name, at }) => ({ email: name, unsubscribed_at: withOffset(at) }));
		return { body: { message: 'success', emails } };
	},
};
