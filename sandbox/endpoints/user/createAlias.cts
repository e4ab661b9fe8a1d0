import { upTo50 } from '../../schemas/identities.cts';
import { identifier, keys, object } from '../../schemas/json-schema.cts';
import type { UserAlias } from '../../workspace/users.cts';
import type { Endpoint } from '../endpoint.cts';

const alias = object(
	'user alias',
	{ alias_name: identifier, alias_label: identifier, external_id: identifier },
	['alias_name', 'alias_label'],
);

/** POST /users/alias/new: counts an alias as processed whatever becomes of it. */
export const createAliases: Endpoint = {
	method: 'POST',
	path: '/users/alias/new',
	permission: 'users.alias.new',
	rateLimit: 'userIdentitiesPerMinute',
	body: keys({ user_aliases: upTo50(alias) }, ['user_aliases']),
	success: 201,
	handle({ body, workspace: { users, clock }, note }) {
		const aliases = body.user_aliases as Array<UserAlias & { external_id?: string }>;
		for (const { external_id: externalId, ...user_alias } of aliases) {
			if (users.all({ user_alias }).length > 0) {
				note(`${user_alias.alias_name} is taken, so nothing becomes of it`);
			} else if (externalId === undefined) {
				users.create({ user_alias });
			} else {
				const [profile] = users.all({ external_id: externalId });
				const has = ({ alias_label: label }: UserAlias) => label === user_alias.alias_label;
				if (!profile) note(`no user is ${externalId}, so the alias is dropped without a word`);
				else if (profile.user_aliases?.some(has)) note(`${externalId} has an alias of that label`);
				else {
					const add = () => void (profile.user_aliases ??= []).push(user_alias);
					users.change(profile, add, clock.now(), `Alias: ${user_alias.alias_name}`);
				}
			}
		}
		return { body: { aliases_processed: aliases.length, message: 'success' } };
	},
};
