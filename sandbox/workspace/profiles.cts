import {
	identifier,
	keyValues,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../schemas/json-schema.cts';
import { userAlias } from '../schemas/recipient.cts';

export type SubscriptionState = 'opted_in' | 'subscribed' | 'unsubscribed';

export interface UserAlias {
	alias_name: string;
	alias_label: string;
}

export interface SeedUser {
	external_id?: string;
	braze_id?: string;
	/** IDs that a rename left behind: they name the user until they are removed. */
	deprecated_external_ids?: string[];
	user_aliases?: UserAlias[];
	email?: string;
	phone?: string;
	first_name?: string;
	last_name?: string;
	/** IANA name; UTC when left out. */
	time_zone?: string;
	push_subscription?: SubscriptionState;
	email_subscription?: SubscriptionState;
	last_used_app?: string;
	custom_attributes?: Record<string, unknown>;
}

const subscription = oneOf('opted_in', 'subscribed', 'unsubscribed');
const dateTime: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };

export const userSchema = object('user', {
	external_id: identifier,
	deprecated_external_ids: list(identifier),
	braze_id: identifier,
	user_aliases: list(userAlias),
	email: string,
	phone: string,
	first_name: string,
	last_name: string,
	time_zone: { type: 'string', format: 'time-zone' },
	push_subscription: subscription,
	email_subscription: subscription,
	last_used_app: dateTime,
	custom_attributes: keyValues,
});

/** A way to name a user in a message or a trigger: one of its identifiers. */
export interface UserIdentifier {
	external_user_id?: string;
	user_alias?: UserAlias;
	email?: string;
	braze_id?: string;
}

/** A way to name a user in what is written to it. */
export interface ProfileIdentifier {
	external_id?: string;
	user_alias?: UserAlias;
	braze_id?: string;
	email?: string;
	phone?: string;
}

/** An event, or a purchase under the ID of its product. */
export interface TrackedEvent {
	name: string;
	/** Epoch milliseconds. */
	at: number;
	app_id?: string;
	properties: Record<string, unknown>;
	/** Of a purchase. */
	price?: number;
	currency?: string;
	quantity?: number;
}

/** One write to a profile, for whoever looks at what changed last. */
export interface ProfileChange {
	/** Sandbox time in epoch milliseconds. */
	at: number;
	what: string;
}

/** A user the sandbox can reach. */
export interface UserProfile extends SeedUser {
	/** One key for one user, however named: the external_id where there is one. */
	userId: string;
	/** True for a user nobody seeded or created, taken to exist because the seed says anyUserExists. */
	assumed: boolean;
	/** Grows with every write, so that the latest written profile can be told. */
	touched: number;
	braze_id: string;
	time_zone: string;
	push_subscription: SubscriptionState;
	email_subscription: SubscriptionState;
	custom_attributes: Record<string, unknown>;
	/** Profile fields that nothing in the sandbox looks at, under Braze's keys. */
	further_fields: Record<string, unknown>;
	/** State by the ID of the subscription group. */
	subscription_groups: Record<string, string>;
	events: TrackedEvent[];
	purchases: TrackedEvent[];
	changes: ProfileChange[];
	created_at?: string;
}

/** Every name a user answers to, as keys of one map. */
export function namesOf(user: SeedUser): string[] {
	const aliases = (user.user_aliases ?? []).map(
		({ alias_label: label, alias_name: name }) => `user_alias:${JSON.stringify([label, name])}`,
	);
	return [
		...(user.external_id === undefined ? [] : [`external_id:${user.external_id}`]),
		...aliases,
		...(user.deprecated_external_ids ?? []).map((id) => `external_id:${id}`),
		...(user.braze_id === undefined ? [] : [`braze_id:${user.braze_id}`]),
		...(user.email === undefined ? [] : [`email:${user.email.toLowerCase()}`]),
		...(user.phone === undefined ? [] : [`phone:${user.phone}`]),
	];
}

export function userIdOf({
	external_id,
	user_aliases: aliases,
	email,
	phone,
	braze_id,
}: SeedUser): string {
	if (external_id !== undefined) return external_id;
	if (aliases?.length) return `alias:${aliases[0].alias_label}:${aliases[0].alias_name}`;
	if (email !== undefined) return `email:${email}`;
	return phone === undefined ? `braze_id:${braze_id}` : `phone:${phone}`;
}
