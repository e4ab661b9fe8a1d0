import { externalUserId } from '../../parts/identifiers';
import { MAX_PROFILES_PER_REQUEST } from '../../parts/profile/entries';
import { textEntries } from '../../parts/textEntries';
import { noun } from '../../pipeline/effect';
import type { Operation } from '../../pipeline/operation';
import { EXTERNAL_IDS_RATE_LIMIT } from '../rateLimits';
import { listedAsDone } from './identities';
import { messageOfSuccess } from '../../pipeline/send/success';

export const removeExternalId: Operation = {
	resource: 'user',
	value: 'removeExternalId',
	name: 'Remove External ID',
	action: 'Remove external ID of user',
	description:
		'Take deprecated external IDs, which a rename left, from their users; cannot be taken back',
	endpoint: {
		method: 'POST',
		path: '/users/external_ids/remove',
		permission: 'users.external_ids.remove',
		rateLimit: EXTERNAL_IDS_RATE_LIMIT,
		effect: 'write',
		success: messageOfSuccess,
		// a repeat is refused for each ID that the first time removed, which would tell a lie about it
		repeat: 'unsafe',
		irreversible: true,
		parts: [
			textEntries(
				{
					list: 'external_ids',
					field: {
						...externalUserId,
						wireKey: 'external_id',
						description: 'Deprecated external ID; Braze refuses the one that a user has now',
					},
				},
				{ most: MAX_PROFILES_PER_REQUEST, noun: noun('external ID') },
			),
		],
		...listedAsDone('removed_ids', 'removal_errors', (id) => [id]),
		output: (_answer, { entries }) =>
			entries.map(({ wire }) => ({ removed: true, external_id: wire as string })),
	},
};
