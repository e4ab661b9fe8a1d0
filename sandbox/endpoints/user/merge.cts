import { BrazeError } from '../../errors.cts';
import { MAX_USERS } from '../../limits.cts';
import { anyIdentifier, excludeEachOther } from '../../schemas/identities.cts';
import { keys, list, object } from '../../schemas/json-schema.cts';
import { mergeInto, theOne, type PrioritizedIdentifier } from '../../workspace/identities.cts';
import { done, type Endpoint } from '../endpoint.cts';

const NO_OBJECTS = "'merge_updates' must be an array of objects";
const TOO_MANY = `a single request may not contain more than ${MAX_USERS} merge updates`;
const OTHER_KEYS = "'merge_updates' must only have 'identifier_to_merge' and 'identifier_to_keep'";
const NO_IDENTIFIER =
	"identifiers must be objects with an 'external_id' property that is a string, 'user_alias' property that is an object, 'email' property that is a string, or 'phone' property that is a string";

/** Between the answer and the merge. */
const MERGE_MS = 1000;

interface MergeUpdate {
	identifier_to_merge: PrioritizedIdentifier;
	identifier_to_keep: PrioritizedIdentifier;
}

const update = object(
	'merge update',
	{ identifier_to_merge: anyIdentifier, identifier_to_keep: anyIdentifier },
	['identifier_to_merge', 'identifier_to_keep'],
	{
		brazeErrors: {
			type: NO_OBJECTS,
			additionalProperties: OTHER_KEYS,
			'required:identifier_to_merge': OTHER_KEYS,
			'required:identifier_to_keep': OTHER_KEYS,
		},
	},
);

/** POST /users/merge: the merges happen after the answer, in no order. */
export const mergeUsers: Endpoint = {
	method: 'POST',
	path: '/users/merge',
	permission: 'users.merge',
	rateLimit: 'userIdentitiesPerMinute',
	body: keys(
		{
			merge_updates: list(update, {
				minItems: 1,
				maxItems: MAX_USERS,
				brazeErrors: { type: NO_OBJECTS, maxItems: TOO_MANY },
			}),
		},
		['merge_updates'],
		{ brazeErrors: { 'required:merge_updates': NO_OBJECTS } },
	),
	success: 202,
	handle({ body, workspace: { users, tasks, clock }, note }) {
		const updates = body.merge_updates as MergeUpdate[];
		const identifiers = updates.flatMap((each) => [
			each.identifier_to_merge,
			each.identifier_to_keep,
		]);
		for (const { prioritization: rules, ...identifier } of identifiers) {
			if (Object.keys(identifier).length !== 1) throw new BrazeError(400, NO_IDENTIFIER);
			if (excludeEachOther(rules)) {
				throw new BrazeError(400, "'identified' and 'unidentified' exclude each other");
			}
		}
		for (const { identifier_to_merge: merged, identifier_to_keep: kept } of updates) {
			tasks.add(clock.now() + MERGE_MS, () => {
				const gone = theOne(users, merged);
				const target = theOne(users, kept);
				if (gone && target && gone !== target) mergeInto(users, target, gone, clock.now());
				else note(`nothing becomes of the merge of ${JSON.stringify(merged)}`);
			});
		}
		return done();
	},
};
