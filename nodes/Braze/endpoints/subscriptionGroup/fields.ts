import type { ProfileNaming } from '../../parts/profile';
import type { BrazeField } from '../../schema/field';

/** Users in one request (Braze docs). */
export const MAX_USERS_PER_REQUEST = 50;

/** How the two reads name a user. */
export const subscriber: ProfileNaming = {
	keys: { externalUserId: 'external_id', email: 'email', phone: 'phone' },
};

export const subscriptionGroupId: BrazeField = {
	displayName: 'Subscription Group ID',
	name: 'subscriptionGroupId',
	type: 'string',
	identifier: true,
	required: true,
	default: '',
	placeholder: 'e.g. 4bba404c-3d6a-4d3a-9d3a-1d0e3a5b6c7d',
	description: 'API identifier of the group, from the dashboard: no endpoint lists the groups',
};
