import { additionalFields, fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { name, optional, pages, WRITE_RATE_LIMIT } from './fields';

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
		parts: [fields(name, ...pages), additionalFields(...optional)],
	},
};
