import { additionalFields, fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { optional, pages, preferenceCenterId, WRITE_RATE_LIMIT } from './fields';
import { messageOfSuccess } from '../../pipeline/send/success';

export const updatePreferenceCenter: Operation = {
	resource: 'preferenceCenter',
	value: 'update',
	name: 'Update',
	action: 'Update preference center',
	description: 'Replace both pages of a preference center',
	endpoint: {
		method: 'PUT',
		path: '/preference_center/v1/{preference_center_api_id}',
		permission: 'preference_center.update',
		rateLimit: WRITE_RATE_LIMIT,
		effect: 'write',
		repeat: 'safe',
		success: messageOfSuccess,
		parts: [
			fields({ ...preferenceCenterId, description: 'Preference center to update' }, ...pages),
			additionalFields(...optional),
		],
	},
};
