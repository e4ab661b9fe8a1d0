import type { IDataObject } from 'n8n-workflow';

import { noun } from '../../pipeline/effect';
import type { Part } from '../../pipeline/part';
import type { Entry } from '../../pipeline/request';
import { isAbsent } from '../../schema/convert';
import { describeUsers, MAX_USERS_PER_REQUEST } from './form';
import type { UserNaming } from './form';
import { readUsers } from './read';
import { checkTarget, reachesUnnamedUsers, userLists } from './target';

/** The keys under which Braze knows a user, in the order in which a request names one. */
const namingKeys = ['external_user_id', 'user_alias', 'email', 'braze_id'];

/** What names the user of an entry, under Braze's own keys; not what the user gets. */
function namingOf({ list, wire }: Entry): IDataObject {
	if (list === 'external_user_ids') return { external_user_id: wire };
	if (list === 'user_aliases') return { user_alias: wire };
	const recipient = wire as IDataObject;
	const named = namingKeys.filter((key) => !isAbsent(recipient[key]));
	return Object.fromEntries(named.map((key) => [key, recipient[key]]));
}

/** @returns the part that says who gets a message, or for whom a campaign or a Canvas is triggered */
export const users = (naming: UserNaming): Part => ({
	describe: (show) => describeUsers(naming, show),
	write: (parameters) => ({ reachesUnnamedUsers: reachesUnnamedUsers(naming, parameters) }),
	entries: (parameters, writing) => readUsers(naming, parameters, writing),
	checkEntries: (call) => checkTarget(naming, call),
	batch: {
		lists: userLists,
		most: MAX_USERS_PER_REQUEST,
		noun: noun('user'),
		recipient: namingOf,
	},
	broadcasts: true,
});
