import type { ProfileNaming } from '../profile';

/** How an export names the users that it is asked for. */
export const exportNaming: ProfileNaming = {
	keys: {
		externalUserId: 'external_ids',
		userAlias: 'user_aliases',
		brazeId: 'braze_id',
		deviceId: 'device_id',
		email: 'email_address',
		phone: 'phone',
	},
	descriptions: {
		brazeId: 'One request for each user',
		deviceId: 'One request for each device',
		email: 'One request for each address; several users may have it',
		externalUserId: 'Up to 50 users share a request',
		phone: 'One request for each number, in E.164 form; several users may have it',
		userAlias: 'Up to 50 users share a request',
	},
};

/** Users in one request of the export (Braze docs). */
export const MAX_EXPORTED_USERS = 50;

/** Requests a minute that Braze takes of every account (Braze docs). */
export const EXPORTS_PER_MINUTE = 250;
