/** Braze's own limits, in the words of the README, where an endpoint has another than the shared one (Braze docs, API limits). */
export const SHARED_RATE_LIMIT = '250,000 an hour, shared';
export const BROADCAST_RATE_LIMIT =
	'Broadcasts: 250 a minute, 10 a minute to the same audience. Others: 250,000 an hour, shared';
export const NAMES_RATE_LIMIT =
	'1,000 an hour, shared by the lists of custom attributes, events and products';
export const EXPORT_RATE_LIMIT = '250 a minute';
export const IDENTITIES_RATE_LIMIT =
	'20,000 a minute, shared by what creates and updates aliases, identifies, merges and deletes users';
export const EXTERNAL_IDS_RATE_LIMIT = '1,000 a minute';
export const SUBSCRIPTIONS_RATE_LIMIT = '5,000 a minute';
