import type { IDataObject } from 'n8n-workflow';

import { describeProfile, joinSameProfiles, readProfile, sameNaming } from '../../parts/profile';
import type { ProfileNaming } from '../../parts/profile';
import { MAX_PROFILES_PER_REQUEST } from '../../parts/profile/entries';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { canonicalJson } from '../../pipeline/plan/canonicalJson';
import { isObject } from '../../schema/convert';
import { InvalidInput } from '../../schema/invalidInput';
import { IDENTITIES_RATE_LIMIT } from '../rateLimits';
import { identityRules, withEntry } from './identities';
import { messageOfSuccess } from '../../pipeline/send/success';

const LIST = 'merge_updates';

const named = (name: string, displayName: string, about: string): ProfileNaming => ({
	name,
	displayName,
	about,
	keys: { externalUserId: 'external_id', userAlias: 'user_alias', email: 'email', phone: 'phone' },
	prioritization: identityRules,
});

const toMerge = named('merge', 'Merge', 'What names the profile that is merged and then removed');
const toKeep = named('keep', 'Keep', 'What names the profile that stays');

/** One merge: the profile that disappears, and the one that stays. */
const merges: Part = {
	describe: (show) => [...describeProfile(toMerge, show), ...describeProfile(toKeep, show)],
	entries: (parameters) => {
		const merged = readProfile(toMerge, parameters);
		const kept = readProfile(toKeep, parameters);
		if (canonicalJson(sameNaming(merged.wire)) === canonicalJson(sameNaming(kept.wire))) {
			throw new InvalidInput('Keep', 'names the profile that is to merge', 'Name another one');
		}
		return [
			{
				list: LIST,
				wire: { identifier_to_merge: merged.wire, identifier_to_keep: kept.wire },
				key: merged.key,
				// Braze keeps no order within a request, so no profile may stand in two merges of it
				alsoKeys: [kept.key],
			},
		];
	},
	batch: {
		lists: [LIST],
		most: MAX_PROFILES_PER_REQUEST,
		noun: noun('merge'),
		join: joinSameProfiles,
	},
};

const namesOneProfile = (identifier: unknown): boolean =>
	isObject(identifier) && identifier.email === undefined && identifier.phone === undefined;

/** Whether a repeat finds the same profiles: by an address or a number it may find the next one that has it. */
const mayRepeat = ({ [LIST]: updates }: IDataObject): boolean =>
	(updates as IDataObject[]).every(
		({ identifier_to_merge: merged, identifier_to_keep: kept }) =>
			namesOneProfile(merged) && namesOneProfile(kept),
	);

export const mergeUsers: Operation = {
	resource: 'user',
	value: 'merge',
	name: 'Merge',
	action: 'Merge users',
	description:
		'Move what one profile has and another lacks into that one, and remove the first for good',
	endpoint: {
		method: 'POST',
		path: '/users/merge',
		permission: 'users.merge',
		rateLimit: IDENTITIES_RATE_LIMIT,
		effect: 'write',
		success: messageOfSuccess,
		repeat: mayRepeat,
		irreversible: true,
		parts: [merges],
		output: withEntry,
	},
};
