import { exportedUsers, foundUsers, missOf } from '../../parts/userExport';
import { openEntries } from '../../parts/userExport/match';
import { EXPORTS_PER_MINUTE } from '../../parts/userExport/naming';
import type { Operation } from '../../pipeline/operation';
import { EXPORT_RATE_LIMIT } from '../rateLimits';
import { answersWith } from '../../pipeline/send/success';
import type { Success } from '../../pipeline/send/success';

/** Users in a list; keys without a value are left out, and where nobody is found the IDs that are nobody's say so. */
const namesUsers: Success = ({ users, invalid_user_ids: nobody } = {}) => {
	const isTold = users === undefined && Array.isArray(nobody) && nobody.length > 0;
	return Array.isArray(users) || isTold ? undefined : answersWith('users')({});
};

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
		success: namesUsers,
		parts: [exportedUsers],
		unanswered: openEntries,
		miss: missOf,
		output: foundUsers,
	},
};
