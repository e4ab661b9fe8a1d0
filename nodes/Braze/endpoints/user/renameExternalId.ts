import type { IDataObject } from 'n8n-workflow';

import { entries, joinEqual } from '../../parts/entries';
import { fields, rule } from '../../parts/fields';
import { externalUserId } from '../../parts/identifiers';
import { profileKey } from '../../parts/profile';
import { MAX_PROFILES_PER_REQUEST } from '../../parts/profile/entries';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import { InvalidInput } from '../../schema/invalidInput';
import { EXTERNAL_IDS_RATE_LIMIT } from '../rateLimits';
import { listedAsDone } from './identities';
import { messageOfSuccess } from '../../pipeline/send/success';

const externalId = (wire: IDataObject, key: string): string =>
	profileKey('externalUserId', String(wire[key]));

export const renameExternalId: Operation = {
	resource: 'user',
	value: 'renameExternalId',
	name: 'Rename External ID',
	action: 'Rename external ID of user',
	description:
		'Give users a new external ID; the old one stays as a deprecated one until it is removed',
	endpoint: {
		method: 'POST',
		path: '/users/external_ids/rename',
		permission: 'users.external_ids.rename',
		rateLimit: EXTERNAL_IDS_RATE_LIMIT,
		effect: 'write',
		success: messageOfSuccess,
		// a repeat is refused for each ID that the first time renamed, which would tell a lie about it
		repeat: 'unsafe',
		parts: [
			entries(
				{
					list: 'external_id_renames',
					key: (wire) => externalId(wire, 'current_external_id'),
					alsoKeys: (wire) => [externalId(wire, 'new_external_id')],
					parts: [
						fields(
							{
								...externalUserId,
								displayName: 'Current External ID',
								name: 'currentExternalId',
								default: '',
								description: 'ID that the user has now; Braze refuses a deprecated one',
							},
							{
								...externalUserId,
								displayName: 'New External ID',
								name: 'newExternalId',
								default: '',
								placeholder: 'e.g. user-001-new',
								description: 'ID that no user has or had',
							},
						),
						rule(({ wire }) => {
							if (wire.current_external_id !== wire.new_external_id) return;
							throw new InvalidInput(
								'New External ID',
								'is the current one',
								'Give another ID, or leave the item out',
							);
						}),
					],
				},
				{ most: MAX_PROFILES_PER_REQUEST, noun: noun('external ID'), join: joinEqual },
			),
		],
		...listedAsDone('external_ids', 'rename_errors', (wire) => Object.values(wire as IDataObject)),
		output: (_answer, { entries: own }) =>
			own.map(({ wire }) => ({ renamed: true, ...(wire as IDataObject) })),
	},
};
