import { BrazeError } from '../../errors.cts';
import { MAX_USERS } from '../../limits.cts';
import { identifier, keys, list, oneOf } from '../../schemas/json-schema.cts';
import { userAlias } from '../../schemas/recipient.cts';
import { EXPORT_FIELDS, exported } from '../../tracking/export.cts';
import type { ProfileIdentifier, UserProfile } from '../../workspace/users.cts';
import type { Endpoint } from '../endpoint.cts';

interface Asked {
	external_ids?: string[];
	user_aliases?: Array<{ alias_name: string; alias_label: string }>;
	braze_id?: string;
	email_address?: string;
	phone?: string;
	device_id?: string;
	fields_to_export?: string[];
}

/** Of these a request names at most one. */
const SINGLE = ['device_id', 'email_address', 'phone'] as const;

/** POST /users/export/ids: the profiles of up to 50 IDs or aliases, or those behind one address or number. */
export const exportUsers: Endpoint = {
	method: 'POST',
	path: '/users/export/ids',
	permission: 'users.export.ids',
	rateLimit: 'userExportsPerMinute',
	body: keys(
		{
			external_ids: list(identifier, { maxItems: MAX_USERS }),
			user_aliases: list(userAlias, { maxItems: MAX_USERS }),
			braze_id: identifier,
			email_address: identifier,
			phone: identifier,
			device_id: identifier,
			fields_to_export: list(oneOf(...EXPORT_FIELDS), { minItems: 1 }),
		},
		['fields_to_export'],
	),
	success: 201,
	handle({ body, workspace }) {
		const asked = body as Asked;
		const identifiers = identifiersOf(asked);
		if (identifiers.length === 0 && asked.device_id === undefined)
			throw new BrazeError(400, 'No user identifiers were given');
		if (SINGLE.filter((key) => asked[key] !== undefined).length > 1) {
			throw new BrazeError(400, `Only one of ${SINGLE.join(', ')} may be given`);
		}
		const found = new Set(
			asked.device_id === undefined ? [] : ownersOf(asked.device_id, workspace.users.everyone()),
		);
		const invalid: string[] = [];
		for (const { name, identifier: each } of identifiers) {
			const users = workspace.users.all(each);
			for (const user of users) found.add(user);
			if (users.length === 0 && name !== undefined) invalid.push(name);
		}
		const fields = asked.fields_to_export ?? EXPORT_FIELDS;
		return {
			body: {
				users: [...found].map((user) => exported(user, fields)),
				...(invalid.length > 0 ? { invalid_user_ids: invalid } : {}),
				message: 'success',
			},
		};
	},
};

/** Who has a device, as far as a push token was imported for it. */
const ownersOf = (device: string, users: UserProfile[]): UserProfile[] =>
	users.filter(({ further_fields: { push_tokens: tokens } }) =>
		((tokens ?? []) as Array<{ device_id?: string }>).some(({ device_id: id }) => id === device),
	);

/** Each identifier of a request, with its name where the answer tells that nobody has it. */
function identifiersOf(asked: Asked): Array<{ name?: string; identifier: ProfileIdentifier }> {
	return [
		...(asked.external_ids ?? []).map((id) => ({ name: id, identifier: { external_id: id } })),
		...(asked.user_aliases ?? []).map((alias) => ({ identifier: { user_alias: alias } })),
		...(asked.braze_id === undefined ? [] : [{ identifier: { braze_id: asked.braze_id } }]),
		...(asked.email_address === undefined ? [] : [{ identifier: { email: asked.email_address } }]),
		...(asked.phone === undefined ? [] : [{ identifier: { phone: asked.phone } }]),
	];
}
