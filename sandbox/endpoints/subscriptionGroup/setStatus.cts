import { BrazeError } from '../../errors.cts';
import { MAX_SUBSCRIPTION_GROUPS, MAX_USERS } from '../../limits.cts';
import { listed, oneOrMore } from '../../schemas/addresses.cts';
import { boolean, identifier, keys, list, object, oneOf } from '../../schemas/json-schema.cts';
import {
	fitsGroup,
	knownGroup,
	setGroupState,
	type GroupState,
	type Subscriber,
} from '../../workspace/subscription-groups.cts';
import { done, type Endpoint } from '../endpoint.cts';

interface GroupOfRequest {
	subscription_group_id: string;
	subscription_state: GroupState;
	external_ids?: unknown;
	emails?: unknown;
	phones?: unknown;
}

const group = object(
	'subscription group',
	{
		subscription_group_id: identifier,
		subscription_state: oneOf('subscribed', 'unsubscribed'),
		external_ids: oneOrMore({}),
		emails: oneOrMore({ format: 'address' }),
		phones: oneOrMore({ format: 'e164' }),
		use_double_opt_in_logic: boolean,
	},
	['subscription_group_id', 'subscription_state'],
);

const NEITHER_BOTH = 'Either an email address or a phone number should be provided, but not both.';

function subscribersOf({ external_ids, emails, phones }: GroupOfRequest): Subscriber[] {
	return [
		...(external_ids === undefined ? [] : listed(external_ids)).map((id) => ({ external_id: id })),
		...(emails === undefined ? [] : listed(emails)).map((email) => ({ email })),
		...(phones === undefined ? [] : listed(phones)).map((phone) => ({ phone })),
	];
}

/** POST /v2/subscription/status/set: states of up to 50 users, in several groups. */
export const setSubscriptionStatus: Endpoint = {
	method: 'POST',
	path: '/v2/subscription/status/set',
	permission: 'subscription.status.set',
	rateLimit: 'subscriptionsPerMinute',
	body: keys(
		{ subscription_groups: list(group, { minItems: 1, maxItems: MAX_SUBSCRIPTION_GROUPS }) },
		['subscription_groups'],
	),
	success: 201,
	handle({ body, workspace, note }) {
		const groups = body.subscription_groups as GroupOfRequest[];
		if (groups.some(({ emails }) => emails) && groups.some(({ phones }) => phones)) {
			throw new BrazeError(400, NEITHER_BOTH);
		}
		const all = groups.flatMap(subscribersOf);
		if (all.length > MAX_USERS) {
			throw new BrazeError(400, 'Bad Request', [`at most ${MAX_USERS} users in all`]);
		}
		const changes = groups.map((one) => {
			const known = knownGroup(workspace, one.subscription_group_id);
			const subscribers = subscribersOf(one);
			if (subscribers.length === 0 || !subscribers.every((each) => fitsGroup(each, known))) {
				const detail = `${known.name} needs external_ids or ${known.channel === 'email' ? 'emails' : 'phones'}`;
				throw new BrazeError(400, 'Bad Request', [detail]);
			}
			return { known, subscribers, state: one.subscription_state };
		});
		for (const { known, subscribers, state } of changes) {
			for (const subscriber of subscribers) {
				const remark = setGroupState(workspace, known, subscriber, state);
				if (remark) note(remark);
			}
		}
		return done();
	},
};
