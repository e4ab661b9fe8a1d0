import { entries, joinEqual } from '../../parts/entries';
import { fields } from '../../parts/fields';
import { aliasLabel, aliasName } from '../../parts/identifiers';
import { profileKey } from '../../parts/profile';
import { MAX_PROFILES_PER_REQUEST } from '../../parts/profile/entries';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import type { BrazeField } from '../../schema/field';
import { IDENTITIES_RATE_LIMIT } from '../rateLimits';
import { processed, withEntry } from './identities';
import { anySuccess } from '../../pipeline/send/success';

const label: BrazeField = {
	...aliasLabel,
	maxBytes: undefined,
	description: 'The kind of alias, which stays',
};

const aliasNameOf = (displayName: string, name: string, description: string): BrazeField => ({
	...aliasName,
	displayName,
	name,
	maxBytes: undefined,
	description,
});

export const updateAlias: Operation = {
	resource: 'user',
	value: 'updateAlias',
	name: 'Update Alias',
	action: 'Update user alias',
	description: 'Replace the name of an alias; its label stays',
	endpoint: {
		method: 'POST',
		path: '/users/alias/update',
		permission: 'users.alias.update',
		rateLimit: IDENTITIES_RATE_LIMIT,
		effect: 'write',
		// nothing has the old name after the first time
		repeat: 'safe',
		success: anySuccess,
		parts: [
			entries(
				{
					list: 'alias_updates',
					key: ({ alias_label, old_alias_name: alias_name }) =>
						profileKey('userAlias', { alias_label, alias_name }),
					// Braze keeps no order within a request, so a name that one update gives another must not take
					alsoKeys: ({ alias_label, new_alias_name: alias_name }) => [
						profileKey('userAlias', { alias_label, alias_name }),
					],
					parts: [
						fields(
							label,
							aliasNameOf('Old Alias Name', 'oldAliasName', 'Name that the alias has now'),
							aliasNameOf(
								'New Alias Name',
								'newAliasName',
								'Name that no user has under this label',
							),
						),
					],
				},
				{ most: MAX_PROFILES_PER_REQUEST, noun: noun('alias', 'aliases'), join: joinEqual },
			),
		],
		output: withEntry,
		...processed({ alias_updates: 'aliases_processed' }),
	},
};
