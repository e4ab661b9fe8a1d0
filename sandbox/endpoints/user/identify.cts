import { BrazeError } from '../../errors.cts';
import { MAX_EXTERNAL_ID_BYTES, MAX_USERS } from '../../limits.cts';
import { excludeEachOther, prioritization, upTo50 } from '../../schemas/identities.cts';
import { keys, object, string, type JsonSchema } from '../../schemas/json-schema.cts';
import { userAlias } from '../../schemas/recipient.cts';
import { identify, type PrioritizedIdentifier } from '../../workspace/identities.cts';
import type { Endpoint } from '../endpoint.cts';

type Identification = PrioritizedIdentifier & { external_id: string };

const rules = prioritization();
const email: JsonSchema = { type: 'string', format: 'address' };
const identification = (key: string, value: JsonSchema, more: Record<string, JsonSchema> = {}) =>
	object('identification', { external_id: string, [key]: value, ...more }, [
		'external_id',
		key,
		...Object.keys(more),
	]);

const LISTS = ['aliases_to_identify', 'emails_to_identify', 'phone_numbers_to_identify'];

/** Why an entry is left out. */
function faultOf({ external_id: id }: Identification, blocked: string[]): string | undefined {
	if (id === '') return "'external_id' is required";
	if (Buffer.byteLength(id) > MAX_EXTERNAL_ID_BYTES) {
		return `'external_id' must be fewer than ${MAX_EXTERNAL_ID_BYTES + 1} bytes`;
	}
	return blocked.includes(id) ? 'provided external_id is blacklisted and disallowed' : undefined;
}

/** POST /users/identify: up to 50 entries in three lists together. */
export const identifyUsers: Endpoint = {
	method: 'POST',
	path: '/users/identify',
	permission: 'users.identify',
	rateLimit: 'userIdentitiesPerMinute',
	body: keys(
		{
			aliases_to_identify: upTo50(identification('user_alias', userAlias)),
			emails_to_identify: upTo50(identification('email', email, { prioritization: rules })),
			phone_numbers_to_identify: upTo50(identification('phone', string, { prioritization: rules })),
		},
		[],
		{ minProperties: 1 },
	),
	success: 201,
	handle({ body, workspace: { users, clock, seed }, note }) {
		const lists = LISTS.map((key) => (body[key] ?? []) as Identification[]);
		const all = lists.flat();
		if (all.length > MAX_USERS) {
			throw new BrazeError(400, `a request may not contain more than ${MAX_USERS} identifiers`);
		}
		if (all.some((entry) => excludeEachOther(entry.prioritization))) {
			throw new BrazeError(400, "'identified' and 'unidentified' exclude each other");
		}
		const errors: unknown[] = [];
		for (const list of lists) {
			for (const [index, entry] of list.entries()) {
				const type = faultOf(entry, seed.invalidUserIds ?? []);
				if (type !== undefined) {
					errors.push({ type, input_array: 'user_identifiers', index });
					continue;
				}
				const { external_id: externalId, ...identifier } = entry;
				const remark = identify(users, externalId, identifier, clock.now());
				if (remark) note(remark);
			}
		}
		const processed = lists[0].length > 0 ? all.length - errors.length : 0;
		return {
			body: {
				aliases_processed: processed,
				message: 'success',
				...(errors.length > 0 && { errors }),
			},
		};
	},
};
