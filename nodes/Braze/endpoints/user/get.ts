import { exportedUsers, foundUsers, missOf } from '../../parts/userExport';
import { openEntries } from '../../parts/userExport/match';
import { EXPORTS_PER_MINUTE } from '../../parts/userExport/naming';
import type { Operation } from '../../pipeline/operation';
import { EXPORT_RATE_LIMIT } from '../rateLimits';
import { answersWith } from '../../pipeline/send/success';

export const getUser: Operation = {
	resource: 'user',
	value: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Look a user up: profile, attributes, events, purchases',
	endpoint: {
		method: 'POST',
		path: '/users/export/ids',
		permission: 'users.export.ids',
		rateLimit: EXPORT_RATE_LIMIT,
		requestsPerMinute: EXPORTS_PER_MINUTE,
		effect: 'read',
		repeat: 'safe',
		success: answersWith('users'),
		parts: [exportedUsers],
		unanswered: openEntries,
		miss: missOf,
		output: foundUsers,
	},
};
