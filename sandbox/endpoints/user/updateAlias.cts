import { upTo50 } from '../../schemas/identities.cts';
import { identifier, keys, object } from '../../schemas/json-schema.cts';
import type { Endpoint } from '../endpoint.cts';

const update = object(
	'alias update',
	{ alias_label: identifier, old_alias_name: identifier, new_alias_name: identifier },
	['alias_label', 'old_alias_name', 'new_alias_name'],
);

/** POST /users/alias/update */
export const updateAliases: Endpoint = {
	method: 'POST',
	path: '/users/alias/update',
	permission: 'users.alias.update',
	rateLimit: 'userIdentitiesPerMinute',
	body: keys({ alias_updates: upTo50(update) }, ['alias_updates']),
	success: 201,
	handle({ body, workspace: { users, clock }, note }) {
		const updates = body.alias_updates as Array<Record<string, string>>;
		for (const { alias_label, old_alias_name, new_alias_name } of updates) {
			const [profile] = users.all({ user_alias: { alias_label, alias_name: old_alias_name } });
			const isTaken =
				users.all({ user_alias: { alias_label, alias_name: new_alias_name } }).length > 0;
			const alias = profile?.user_aliases?.find(
				(each) => each.alias_label === alias_label && each.alias_name === old_alias_name,
			);
			if (!profile || !alias || isTaken) {
				note(`${old_alias_name} is unknown or ${new_alias_name} is taken: nothing becomes of it`);
				continue;
			}
			const rename = () => void (alias.alias_name = new_alias_name);
			users.change(profile, rename, clock.now(), `Alias: ${new_alias_name}`);
		}
		return { body: { aliases_processed: updates.length, message: 'success' } };
	},
};
