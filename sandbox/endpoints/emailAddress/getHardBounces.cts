import { byDay, pageByDay } from '../../schemas/addresses.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import { isoSeconds } from '../../workspace/dates.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /email/hard_bounces: the newest first. */
export const getHardBounces: Endpoint = {
	method: 'GET',
	path: '/email/hard_bounces',
	permission: 'email.hard_bounces',
	query: keys({ ...byDay, email: string }),
	success: 200,
	handle(call) {
		const page = pageByDay(call, call.workspace.hardBounces.all(), call.queryList('email'), true);
		const emails = page.map(({ name, at }) => ({ email: name, hard_bounced_at: isoSeconds(at) }));
		return { body: { message: 'success', emails } };
	},
};
