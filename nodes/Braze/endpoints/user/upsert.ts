import { trackedAttributes } from '../../parts/tracking';
import type { Operation } from '../../pipeline/operation';
import { track } from './track';

export const upsertUser: Operation = {
	resource: 'user',
	value: 'upsert',
	name: 'Create or Update',
	action: 'Create or update user',
	description: 'Write attributes of a user, who is created where Braze does not know the user yet',
	endpoint: { ...track, parts: [trackedAttributes()] },
};
