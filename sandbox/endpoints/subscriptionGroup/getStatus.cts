import { BrazeError } from '../../errors.cts';
import { MAX_USERS } from '../../limits.cts';
import { repeated, valuesOf } from '../../schemas/addresses.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { fitsGroup, groupState, knownGroup, told } from '../../workspace/subscription-groups.cts';
import type { Endpoint } from '../endpoint.cts';

/** GET /subscription/status/get: the state of each identifier that is asked for. */
export const getSubscriptionStatus: Endpoint = {
	method: 'GET',
	path: '/subscription/status/get',
	permission: 'subscription.status.get',
	query: keys({ subscription_group_id: identifier, ...repeated('external_id', 'email', 'phone') }, [
		'subscription_group_id',
	]),
	success: 200,
	handle(call) {
		const { workspace, query } = call;
		const group = knownGroup(workspace, query.subscription_group_id);
		const [ids, emails, phones] = ['external_id', 'email', 'phone'].map((name) =>
			valuesOf(call, name),
		);
		if (ids.length === 0 && emails.length > 0 && phones.length > 0) {
			throw new BrazeError(
				400,
				'Either an email address or a phone number should be provided, but not both.',
			);
		}
		const [key, values] =
			ids.length > 0
				? ['external_id', ids]
				: emails.length > 0
					? ['email', emails]
					: ['phone', phones];
		if (values.length === 0 || values.length > MAX_USERS) {
			throw new BrazeError(400, 'Bad Request', [`1 to ${MAX_USERS} users are asked for`]);
		}
		const status = values.map((value): [string, string] => {
			const subscriber = { [key as string]: value };
			if (!fitsGroup(subscriber, group)) {
				throw new BrazeError(400, 'Bad Request', [`${group.name} is asked by another identifier`]);
			}
			const state = groupState(workspace, group, subscriber);
			return [value, state ? told(state) : 'unknown'];
		});
		return { body: { message: 'success', status: Object.fromEntries(status) } };
	},
};
