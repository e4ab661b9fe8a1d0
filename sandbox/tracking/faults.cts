import { MAX_EXTERNAL_ID_BYTES } from '../limits.cts';
import { formats } from '../schemas/formats.cts';
import type { ProfileIdentifier } from '../workspace/users.cts';

/** An object of users/track, as it was sent. */
export type Tracked = Record<string, unknown>;

const STATES = ['opted_in', 'subscribed', 'unsubscribed'];
const GROUP_STATES = ['subscribed', 'unsubscribed'];
const BAD_EMAIL = "The value provided for the 'email' field is not a valid email.";

/** Why Braze leaves an object out because of whom it names; undefined where it does not. */
export function identifierFault(
	object: Tracked,
	blocked: readonly string[] = [],
): string | undefined {
	const { external_id: externalId, user_alias: alias, braze_id: brazeId, email, phone } = object;
	const primary = [externalId, alias, brazeId].filter((id) => id !== undefined && id !== null);
	if (primary.length > 1) return "only one of 'external_id', 'user_alias' or 'braze_id' is allowed";
	if (primary.length === 0 && isEmpty(email) && isEmpty(phone)) {
		return "'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required";
	}
	if (typeof externalId === 'string') {
		if (Buffer.byteLength(externalId) > MAX_EXTERNAL_ID_BYTES) {
			return `'external_id' must be fewer than ${MAX_EXTERNAL_ID_BYTES + 1} bytes`;
		}
		if (blocked.includes(externalId)) return 'provided external_id is blacklisted and disallowed';
	}
	return emailFault(email);
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const emailFault = (email: unknown): string | undefined =>
	isEmpty(email) || (typeof email === 'string' && formats.address.test(email))
		? undefined
		: BAD_EMAIL;

/** The user an object names, in the form in which users are found. */
export const identifierIn = (object: Tracked): ProfileIdentifier => {
	const { external_id, user_alias, braze_id, email, phone } = object as ProfileIdentifier;
	return {
		...(external_id === undefined ? {} : { external_id: String(external_id) }),
		...(user_alias === undefined ? {} : { user_alias }),
		...(braze_id === undefined ? {} : { braze_id }),
		...(email === undefined ? {} : { email }),
		...(phone === undefined ? {} : { phone }),
	};
};

/** Whether nothing is created for this object, by what it says or by the default of its identifier. */
export const isForExistingOnly = (object: Tracked): boolean =>
	typeof object._update_existing_only === 'boolean'
		? object._update_existing_only
		: object.user_alias !== undefined;

/** Why Braze leaves out an attributes object; undefined where it does not. */
export function attributesFault(object: Tracked): string | undefined {
	if ('email_subscription_info' in object) return 'INVALID_ATTRIBUTE_EMAIL_SUBSCRIPTION_INFO';
	if (isOutside(object.email_subscribe, STATES)) return 'BAD_EMAIL_SUBSCRIPTION_STATE';
	if (isOutside(object.push_subscribe, STATES)) return 'BAD_PUSH_SUBSCRIPTION_STATE';
	const { current_location: location, push_tokens: tokens } = object;
	if (location !== undefined && location !== null && !isLocation(location)) {
		return 'BAD_LOCATION_UPDATE';
	}
	if (object.push_token_import === true && isBadImport(object)) return 'BAD_PUSH_TOKEN_IMPORT';
	return tokensFault(tokens) ?? groupsFault(object.subscription_groups);
}

/** Tokens that are imported for nobody known yet. */
const isBadImport = ({ push_tokens: tokens, ...object }: Tracked): boolean =>
	!Array.isArray(tokens) || tokens.length === 0 || 'external_id' in object || 'braze_id' in object;

const isOutside = (value: unknown, allowed: string[]): boolean =>
	value !== undefined && !allowed.includes(value as string);

const isLocation = (value: unknown): boolean => {
	const { longitude, latitude } = value as Record<string, unknown>;
	return typeof longitude === 'number' && typeof latitude === 'number';
};

const areObjects = (value: unknown): value is Tracked[] =>
	Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);

function tokensFault(tokens: unknown): string | undefined {
	if (tokens === undefined) return undefined;
	if (!areObjects(tokens)) return 'BAD_PUSH_TOKEN_VALUE';
	if (tokens.some(({ app_id: app }) => typeof app !== 'string')) return 'BAD_PUSH_TOKEN_APP_ID';
	if (tokens.some(({ token }) => typeof token !== 'string')) return 'BAD_PUSH_TOKEN_STRING';
	return tokens.every(({ device_id: device }) => device === undefined || isDevice(device))
		? undefined
		: 'BAD_DEVICE_ID';
}

function isDevice(value: unknown): boolean {
	const bytes = typeof value === 'string' ? Buffer.byteLength(value) : 0;
	return bytes >= 8 && bytes <= 255;
}

function groupsFault(groups: unknown): string | undefined {
	if (groups === undefined) return undefined;
	if (!Array.isArray(groups)) return 'BAD_SUBSCRIPTION_GROUP_ARRAY';
	const isWhole = (one: Tracked) => 'subscription_group_id' in one && 'subscription_state' in one;
	if (!areObjects(groups) || !groups.every(isWhole)) return 'BAD_SUBSCRIPTION_GROUP_HASH';
	return groups.some((one) => isOutside(one.subscription_state, GROUP_STATES))
		? 'BAD_SUBSCRIPTION_GROUP_STATE'
		: undefined;
}
