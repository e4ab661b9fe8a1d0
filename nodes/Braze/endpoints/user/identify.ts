import type { IDataObject } from 'n8n-workflow';

import { fields } from '../../parts/fields';
import { externalUserId } from '../../parts/identifiers';
import { profileEntries } from '../../parts/profile/entries';
import type { Operation } from '../../pipeline/operation';
import { IDENTITIES_RATE_LIMIT } from '../rateLimits';
import { identityRules, processed, withEntry } from './identities';
import { messageOfSuccess } from '../../pipeline/send/success';

export const identifyUser: Operation = {
	resource: 'user',
	value: 'identify',
	name: 'Identify',
	action: 'Identify user',
	description:
		'Give a profile without an external ID one, or merge it into the profile that has it; cannot be taken back',
	endpoint: {
		method: 'POST',
		path: '/users/identify',
		permission: 'users.identify',
		rateLimit: IDENTITIES_RATE_LIMIT,
		effect: 'write',
		success: messageOfSuccess,
		// by an address or a number a repeat may find the next profile that has it
		repeat: ({ emails_to_identify: emails, phone_numbers_to_identify: phones }: IDataObject) =>
			emails === undefined && phones === undefined,
		parts: [
			profileEntries({
				naming: {
					keys: { userAlias: 'user_alias', email: 'email', phone: 'phone' },
					prioritization: identityRules,
				},
				lists: {
					userAlias: 'aliases_to_identify',
					email: 'emails_to_identify',
					phone: 'phone_numbers_to_identify',
				},
				parts: [
					fields({
						...externalUserId,
						wireKey: 'external_id',
						description: 'ID that the profile gets, or that the profile to merge into has',
					}),
				],
			}),
		],
		output: withEntry,
		...processed({
			aliases_to_identify: 'aliases_processed',
			emails_to_identify: 'emails_processed',
			phone_numbers_to_identify: 'phone_numbers_processed',
		}),
	},
};
