import { BrazeError } from '../../errors.cts';
import {
	byEmail,
	byPhone,
	excludeEachOther,
	prioritization,
	upTo50,
} from '../../schemas/identities.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import { userAlias } from '../../schemas/recipient.cts';
import { theOne, type PrioritizedIdentifier } from '../../workspace/identities.cts';
import type { UserAlias } from '../../workspace/users.cts';
import type { Endpoint } from '../endpoint.cts';

const rules = prioritization('identified', 'unidentified', 'most_recently_updated');

const identifiersIn: Record<string, (entry: unknown) => PrioritizedIdentifier> = {
	external_ids: (entry) => ({ external_id: entry as string }),
	user_aliases: (entry) => ({ user_alias: entry as UserAlias }),
	braze_ids: (entry) => ({ braze_id: entry as string }),
	email_addresses: (entry) => entry as PrioritizedIdentifier,
	phone_numbers: (entry) => entry as PrioritizedIdentifier,
};

/** POST /users/delete: up to 50 users, named in one way. */
export const deleteUsers: Endpoint = {
	method: 'POST',
	path: '/users/delete',
	permission: 'users.delete',
	rateLimit: 'userIdentitiesPerMinute',
	body: keys(
		{
			external_ids: upTo50(identifier),
			user_aliases: upTo50(userAlias),
			braze_ids: upTo50(identifier),
			email_addresses: upTo50(byEmail(rules)),
			phone_numbers: upTo50(byPhone(rules)),
		},
		[],
		{ minProperties: 1, maxProperties: 1 },
	),
	success: 201,
	handle({ body, workspace: { users }, note }) {
		const [[list, entries]] = Object.entries(body) as Array<[string, unknown[]]>;
		const named = entries.map(identifiersIn[list]);
		if (named.some((each) => excludeEachOther(each.prioritization))) {
			throw new BrazeError(400, "'identified' and 'unidentified' exclude each other");
		}
		let deleted = 0;
		for (const each of named) {
			const profile = theOne(users, each);
			if (profile) {
				users.remove(profile);
				deleted += 1;
			} else note(`${JSON.stringify(each)} names no user or several, so none is deleted`);
		}
		return { body: { deleted, message: 'success' } };
	},
};
