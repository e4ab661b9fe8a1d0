import { fields } from '../../parts/fields';
import type { Operation } from '../../pipeline/operation';
import { preferenceCenterId, READ_RATE_LIMIT } from './fields';
import { answersWith } from '../../pipeline/send/success';

export const getPreferenceCenter: Operation = {
	resource: 'preferenceCenter',
	value: 'get',
	name: 'Get',
	action: 'Get preference center',
	description: 'Get a preference center with the HTML of its pages',
	endpoint: {
		method: 'GET',
		path: '/preference_center/v1/{preference_center_api_id}',
		permission: 'preference_center.get',
		rateLimit: READ_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		success: answersWith('preference_center_api_id'),
		parts: [fields({ ...preferenceCenterId, description: 'Preference center to get' })],
	},
};
