import { BrazeError } from '../../errors.cts';
import { MAX_USERS, SUBSCRIBERS_PAGE } from '../../limits.cts';
import { offsetPage } from '../../lists.cts';
import { repeated, valuesOf } from '../../schemas/addresses.cts';
import { keys, string } from '../../schemas/json-schema.cts';
import { told } from '../../workspace/subscription-groups.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /subscription/user/status: every profile that is named so, with the groups in which it ever had a state. */
export const getSubscriptionGroupsOfUser: Endpoint = {
	method: 'GET',
	path: '/subscription/user/status',
	permission: 'subscription.groups.get',
	query: keys({ ...repeated('external_id', 'email', 'phone'), limit: string, offset: string }),
	success: 200,
	handle(call) {
		const { workspace, query } = call;
		const named = ['external_id', 'email', 'phone'].flatMap((key) =>
			valuesOf(call, key).map((value) => ({ [key]: value })),
		);
		if (named.length === 0 || named.length > MAX_USERS) {
			throw new BrazeError(400, 'Bad Request', [`1 to ${MAX_USERS} users are asked for`]);
		}
		const found = [...new Set(named.flatMap((identifier) => workspace.users.all(identifier)))];
		const page = offsetPage(found, query, {
			size: SUBSCRIBERS_PAGE,
			limitInvalid: 'limit is invalid',
			limitTooSmall: 'limit must be greater than 0',
			limitTooLarge: `limit must not exceed ${SUBSCRIBERS_PAGE.max}`,
			offsetInvalid: 'offset is invalid',
		});
		const users = page.map(({ external_id, email, phone, subscription_groups: states }) => ({
			email: email ?? null,
			phone: phone ?? null,
			external_id: external_id ?? null,
			subscription_groups: Object.entries(states).map(([id, state]) => {
				const group = workspace.subscriptionGroups.find(id);
				return {
					id,
					name: group?.name ?? id,
					channel: group?.channel ?? 'email',
					status: told(state),
				};
			}),
		}));
		return { body: { message: 'success', users, total_count: found.length } };
	},
};
