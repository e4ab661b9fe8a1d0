import { noun } from '../../pipeline/effect';
import type { Part } from '../../pipeline/part';
import { describeUsers, MAX_USERS_PER_REQUEST } from './form';
import type { UserNaming } from './form';
import { readUsers } from './read';
import { checkTarget, reachesUnnamedUsers, userLists } from './target';

/** @returns the part that says who gets a message, or for whom a campaign or a Canvas is triggered */
export const users = (naming: UserNaming): Part => ({
	describe: (show) => describeUsers(naming, show),
	write: (parameters) => ({ reachesUnnamedUsers: reachesUnnamedUsers(naming, parameters) }),
	entries: (parameters, writing) => readUsers(naming, parameters, writing),
	checkEntries: (call) => checkTarget(naming, call),
	batch: { lists: userLists, most: MAX_USERS_PER_REQUEST, noun: noun('user') },
});
