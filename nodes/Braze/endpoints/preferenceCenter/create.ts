import { additionalFields, fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { name, optional, pages, WRITE_RATE_LIMIT } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';

export const createPreferenceCenter: Operation = {
	resource: 'preferenceCenter',
	value: 'create',
	name: 'Create',
	action: 'Create preference center',
	description: 'Create a page on which people choose what they get',
	endpoint: {
		method: 'POST',
		path: '/preference_center/v1',
		permission: 'preference_center.update',
		rateLimit: WRITE_RATE_LIMIT,
		effect: 'write',
		repeat: 'unsafe',
		success: messageOfSuccess,
		parts: [fields(name, ...pages), additionalFields(...optional)],
	},
};
