import { entries, joinEqual } from '../../parts/entries';
import { fields } from '../../parts/fields';
import { aliasLabel, aliasName, externalUserId } from '../../parts/identifiers';
import { profileKey } from '../../parts/profile';
import { MAX_PROFILES_PER_REQUEST } from '../../parts/profile/entries';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import type { Part } from '../../pipeline/part';
import { isAbsent } from '../../schema/convert';
import { InvalidInput, quote } from '../../schema/invalidInput';
import { IDENTITIES_RATE_LIMIT } from '../rateLimits';
import { processed, withEntry } from './identities';
import { messageOfSuccess } from '../../pipeline/send/success';

const owner = fields(
	{
		displayName: 'Alias Of',
		name: 'aliasOf',
		type: 'options',
		wireKey: null,
		default: 'existingUser',
		description: 'Whose alias it becomes',
		options: [
			{
				name: 'Existing User',
				value: 'existingUser',
				description: 'Nothing happens where Braze does not know the external ID',
			},
			{
				name: 'New Profile',
				value: 'newProfile',
				description: 'Creates a profile that has nothing but the alias',
			},
		],
	},
	{
		...externalUserId,
		wireKey: 'external_id',
		required: false,
		displayOptions: { show: { aliasOf: ['existingUser'] } },
	},
);

/** An external ID that an expression lost must not create a profile. */
const checkedOwner: Part = {
	...owner,
	write: (parameters, writing) => {
		const written = owner.write?.(parameters, writing) ?? {};
		const aliasOf = parameters.read('aliasOf');
		if (aliasOf !== 'existingUser' && aliasOf !== 'newProfile') {
			throw new InvalidInput(
				'Alias Of',
				`cannot be ${quote(aliasOf)}`,
				'Give existingUser or newProfile',
			);
		}
		if (aliasOf === 'existingUser' && isAbsent(written.wire?.external_id)) {
			throw new InvalidInput(
				externalUserId.displayName,
				'is empty',
				'Every item needs it: check what its expression gives for this item, or choose New Profile',
			);
		}
		return written;
	},
};

const aliasField = { maxBytes: undefined };

export const createAlias: Operation = {
	resource: 'user',
	value: 'createAlias',
	name: 'Create Alias',
	action: 'Create user alias',
	description: 'Give a user a further name, or create a profile that has only that name',
	endpoint: {
		method: 'POST',
		path: '/users/alias/new',
		permission: 'users.alias.new',
		rateLimit: IDENTITIES_RATE_LIMIT,
		effect: 'write',
		success: messageOfSuccess,
		// an alias that is taken stays as it is
		repeat: 'safe',
		parts: [
			entries(
				{
					list: 'user_aliases',
					key: (wire) => profileKey('userAlias', wire),
					parts: [
						fields({ ...aliasName, ...aliasField }, { ...aliasLabel, ...aliasField }),
						checkedOwner,
					],
				},
				{
					most: MAX_PROFILES_PER_REQUEST,
					noun: noun('alias', 'aliases'),
					join: joinEqual,
				},
			),
		],
		output: withEntry,
		...processed({ user_aliases: 'aliases_processed' }),
	},
};
