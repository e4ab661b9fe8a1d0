import { IANAZone } from 'luxon';
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

export interface SeedUser {
	external_id?: string;
	braze_id?: string;
	user_aliases?: Array<{ alias_name: string; alias_label: string }>;
	email?: string;
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
	braze_id: identifier,
	user_aliases: list(userAlias),
	email: string,
	first_name: string,
	last_name: string,
	time_zone: { type: 'string', format: 'time-zone' },
	push_subscription: subscription,
	email_subscription: subscription,
	last_used_app: dateTime,
	custom_attributes: keyValues,
});

/** A way to name a user: one of the four identifiers. */
export interface UserIdentifier {
	external_user_id?: string;
	user_alias?: { alias_name: string; alias_label: string };
	email?: string;
	braze_id?: string;
}

/** A user the sandbox can reach. */
export interface UserProfile extends SeedUser {
	/** One key for one user, however named: the external_id where there is one. */
	userId: string;
	/** True for a user nobody seeded or created, taken to exist because the seed says anyUserExists. */
	assumed: boolean;
	time_zone: string;
	push_subscription: SubscriptionState;
	email_subscription: SubscriptionState;
	custom_attributes: Record<string, unknown>;
}

/** The users of the workspace and how to find them. */
export class Users {
	private readonly profiles = new Map<string, UserProfile>();
	private readonly named = new Map<string, UserProfile>();

	constructor(
		seeded: SeedUser[],
		private readonly anyUserExists: boolean,
	) {
		for (const user of seeded) this.add(user, false);
	}

	/** The user an identifier names; undefined where no such user exists. */
	find(identifier: UserIdentifier): UserProfile | undefined {
		const known = this.named.get(namesOf(userOf(identifier))[0]);
		if (known || !this.anyUserExists) return known;
		return this.add(userOf(identifier), true);
	}

	/** Creates the user an identifier names unless there is one, and writes attributes on it. */
	write(identifier: UserIdentifier, attributes: Record<string, unknown>, create: boolean): void {
		const profile =
			this.find(identifier) ?? (create ? this.add(userOf(identifier), false) : undefined);
		if (!profile) return;
		if (create) profile.assumed = false;
		for (const [key, value] of Object.entries(attributes)) writeAttribute(profile, key, value);
		for (const name of namesOf(profile)) this.named.set(name, profile);
	}

	/** Everyone a broadcast can reach. */
	everyone(): UserProfile[] {
		return [...this.profiles.values()].filter((profile) => !profile.assumed);
	}

	/** The user with this userId or external_id. */
	byId(id: string): UserProfile | undefined {
		return this.profiles.get(id);
	}

	/** Every time zone some user is in. */
	timeZones(): string[] {
		return [...new Set(['UTC', ...this.everyone().map((profile) => profile.time_zone)])];
	}

	private add(user: SeedUser, assumed: boolean): UserProfile {
		const profile: UserProfile = {
			time_zone: 'UTC',
			push_subscription: 'subscribed',
			email_subscription: 'subscribed',
			...structuredClone(user),
			custom_attributes: { ...user.custom_attributes },
			userId: userIdOf(user),
			assumed,
		};
		this.profiles.set(profile.userId, profile);
		for (const name of namesOf(user)) this.named.set(name, profile);
		return profile;
	}
}

const PROFILE_ATTRIBUTES = ['email', 'first_name', 'last_name', 'time_zone'] as const;

function writeAttribute(profile: UserProfile, key: string, value: unknown): void {
	const field = PROFILE_ATTRIBUTES.find((name) => name === key);
	const isZone = typeof value === 'string' && IANAZone.isValidZone(value);
	if (field && typeof value === 'string' && (field !== 'time_zone' || isZone))
		profile[field] = value;
	else profile.custom_attributes[key] = value;
}

/** Every name a user answers to, as keys of one map. */
function namesOf(user: SeedUser): string[] {
	const aliases = (user.user_aliases ?? []).map(
		({ alias_label: label, alias_name: name }) => `user_alias:${JSON.stringify([label, name])}`,
	);
	return [
		...(user.external_id === undefined ? [] : [`external_id:${user.external_id}`]),
		...(user.braze_id === undefined ? [] : [`braze_id:${user.braze_id}`]),
		...(user.email === undefined ? [] : [`email:${user.email}`]),
		...aliases,
	];
}

function userOf({ external_user_id, user_alias, email, braze_id }: UserIdentifier): SeedUser {
	return {
		external_id: external_user_id,
		user_aliases: user_alias && [user_alias],
		email,
		braze_id,
	};
}

function userIdOf({ external_id, user_aliases: aliases, email, braze_id }: SeedUser): string {
	if (external_id !== undefined) return external_id;
	if (aliases?.length) return `alias:${aliases[0].alias_label}:${aliases[0].alias_name}`;
	return email === undefined ? `braze_id:${braze_id}` : `email:${email}`;
}
