import { upTo50 } from '../../schemas/identities.cts';
import { identifier, keys } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

/** POST /users/external_ids/remove: deprecated IDs only. */
export const removeExternalIds: Endpoint = {
	method: 'POST',
	path: '/users/external_ids/remove',
	permission: 'users.external_ids.remove',
	rateLimit: 'externalIdRemovalsPerMinute',
	body: keys({ external_ids: upTo50(identifier) }, ['external_ids']),
	success: 201,
	handle({ body, workspace: { users, clock } }) {
		const removed: string[] = [];
		const errors: unknown[] = [];
		for (const [index, id] of (body.external_ids as string[]).entries()) {
			const [profile] = users.all({ external_id: id });
			if (!profile?.deprecated_external_ids?.includes(id)) {
				errors.push([index, 'external_id is not a deprecated ID']);
				continue;
			}
			const change = () => {
				const all = profile.deprecated_external_ids ?? [];
				profile.deprecated_external_ids = all.filter((each) => each !== id);
			};
			users.change(profile, change, clock.now(), `Removed the ID ${id}`);
			removed.push(id);
		}
		return { body: { message: 'success', removed_ids: removed, removal_errors: errors } };
	},
};
