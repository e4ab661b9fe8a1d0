import { fields } from '../../parts/fields';
import { externalUserId } from '../../parts/identifiers';
import type { Operation } from '../../pipeline/operation';
import { preferenceCenterId, READ_RATE_LIMIT } from './fields';
import { answersWith } from '../../pipeline/send/success';

export const getPreferenceCenterUrl: Operation = {
	resource: 'preferenceCenter',
	value: 'getUserUrl',
	name: 'Get User URL',
	action: 'Get preference center URL of user',
	description: 'Get the personal address of a preference center; who has it can change the choices',
	endpoint: {
		method: 'GET',
		path: '/preference_center/v1/{preference_center_api_id}/url/{user_id}',
		permission: 'preference_center.user.get',
		rateLimit: READ_RATE_LIMIT,
		effect: 'read',
		repeat: 'safe',
		success: answersWith('preference_center_url'),
		parts: [
			fields(
				{
					...preferenceCenterId,
					description: 'Preference center that was made through the API or by drag and drop',
				},
				{ ...externalUserId, wireKey: 'user_id' },
			),
		],
	},
};
