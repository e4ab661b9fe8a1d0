import { upTo50 } from '../../schemas/identities.cts';
import { identifier, keys, object } from '../../schemas/json-schema.cts';
import type { Users } from '../../workspace/users.cts';
import type { Endpoint } from '../endpoint.cts';

interface Rename {
	current_external_id: string;
	new_external_id: string;
}

const rename = object('rename', { current_external_id: identifier, new_external_id: identifier }, [
	'current_external_id',
	'new_external_id',
]);

/** Why a rename is refused. */
function faultOf(users: Users, { current_external_id: from, new_external_id: to }: Rename) {
	const [profile] = users.all({ external_id: from });
	if (profile?.external_id !== from) return 'current_external_id does not exist';
	if (users.all({ external_id: to }).length > 0) return 'new_external_id is already in use';
	return undefined;
}

/** POST /users/external_ids/rename: the old ID stays as a deprecated one. */
export const renameExternalIds: Endpoint = {
	method: 'POST',
	path: '/users/external_ids/rename',
	permission: 'users.external_ids.rename',
	rateLimit: 'externalIdRenamesPerMinute',
	body: keys({ external_id_renames: upTo50(rename) }, ['external_id_renames']),
	success: 201,
	handle({ body, workspace: { users, clock } }) {
		const renamed: Rename[] = [];
		const errors: unknown[] = [];
		for (const [index, each] of (body.external_id_renames as Rename[]).entries()) {
			const fault = faultOf(users, each);
			if (fault !== undefined) {
				errors.push([index, fault]);
				continue;
			}
			const { current_external_id: from, new_external_id: to } = each;
			const [profile] = users.all({ external_id: from });
			const change = () => {
				profile.external_id = to;
				(profile.deprecated_external_ids ??= []).push(from);
			};
			users.change(profile, change, clock.now(), `Renamed to ${to}`);
			renamed.push(each);
		}
		return { body: { message: 'success', external_ids: renamed, rename_errors: errors } };
	},
};
