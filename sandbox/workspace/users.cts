import { KeptStates } from './addresses.cts';
import { newBrazeId } from './ids.cts';
import { writeAttributes } from './attributes.cts';
import {
	namesOf,
	userIdOf,
	type ProfileIdentifier,
	type SeedUser,
	type SubscriptionState,
	type UserIdentifier,
	type UserProfile,
} from './profiles.cts';

export * from './profiles.cts';

/** Writes on a profile that are remembered for whoever looks. */
const MAX_CHANGES = 20;

/** The users of the workspace and how to find them. */
export class Users {
	private readonly profiles = new Map<string, UserProfile>();
	private readonly named = new Map<string, Set<UserProfile>>();
	private writes = 0;
	/** Of addresses that nobody has yet. */
	readonly keptStates = new KeptStates();

	constructor(
		seeded: SeedUser[],
		private readonly anyUserExists: boolean,
	) {
		for (const user of seeded) this.add(user, false);
	}

	/** The user an identifier names; undefined where no such user exists. */
	find(identifier: UserIdentifier): UserProfile | undefined {
		const known = this.best(userOf(identifier));
		if (known || !this.anyUserExists) return known;
		return this.add(userOf(identifier), true);
	}

	/** The users that answer to a name and are no assumption, the one that is meant where only one can be first. */
	all(identifier: ProfileIdentifier): UserProfile[] {
		const [name] = namesOf(seedOf(identifier));
		return [...(this.named.get(name) ?? [])]
			.filter(({ assumed }) => !assumed)
			.sort(
				(left, right) =>
					Number(right.external_id !== undefined) - Number(left.external_id !== undefined) ||
					right.touched - left.touched,
			);
	}

	/** The user that is written to, created where there is none unless only existing ones are meant. */
	forWriting(identifier: ProfileIdentifier, existingOnly: boolean): UserProfile | undefined {
		const known = this.best(seedOf(identifier));
		if (known && !known.assumed) return known;
		if (existingOnly) return undefined;
		if (!known) return identifier.braze_id === undefined ? this.create(identifier) : undefined;
		known.assumed = false;
		return known;
	}

	/** Creates the user an identifier names unless there is one, and writes attributes on it. */
	write(identifier: UserIdentifier, attributes: Record<string, unknown>, create: boolean): void {
		const profile =
			this.find(identifier) ?? (create ? this.add(userOf(identifier), false) : undefined);
		if (!profile) return;
		if (create) profile.assumed = false;
		this.change(profile, () => writeAttributes(profile, attributes, () => {}));
	}

	/** Changes a profile, which may change what it is called by. */
	change(profile: UserProfile, change: () => void, at?: number, what?: string): void {
		for (const name of namesOf(profile)) this.named.get(name)?.delete(profile);
		const { email, email_subscription: state } = profile;
		change();
		if (profile.email !== email) profile.email_subscription = this.stateOfNew(profile, state);
		profile.touched = ++this.writes;
		for (const name of namesOf(profile)) this.call(name, profile);
		if (at === undefined || what === undefined) return;
		profile.changes.unshift({ at, what });
		profile.changes.length = Math.min(profile.changes.length, MAX_CHANGES);
	}

	/** Takes a profile out, as merge and delete do. */
	remove(profile: UserProfile): void {
		for (const name of namesOf(profile)) this.named.get(name)?.delete(profile);
		this.profiles.delete(profile.userId);
	}

	/** Everyone a broadcast can reach. */
	everyone(): UserProfile[] {
		return [...this.profiles.values()].filter((profile) => !profile.assumed);
	}

	/** The user with this userId or external_id. */
	byId(id: string): UserProfile | undefined {
		return this.profiles.get(id) ?? this.all({ external_id: id })[0];
	}

	/** Every time zone some user is in. */
	timeZones(): string[] {
		return [...new Set(['UTC', ...this.everyone().map((profile) => profile.time_zone)])];
	}

	/** Creates the user that an identifier names. */
	create(identifier: ProfileIdentifier): UserProfile {
		return this.add(seedOf(identifier), false);
	}

	// A new address starts as subscribed, unless somebody has it or a state was kept for it.
	private stateOfNew(profile: UserProfile, before: SubscriptionState): SubscriptionState {
		const { email, email_subscription: state } = profile;
		if (email === undefined || state !== before) return state;
		const [other] = this.all({ email });
		return other?.email_subscription ?? this.keptStates.of(email) ?? 'subscribed';
	}

	private best(user: SeedUser): UserProfile | undefined {
		const [name] = namesOf(user);
		return [...(this.named.get(name) ?? [])].sort(
			(left, right) =>
				Number(left.assumed) - Number(right.assumed) ||
				Number(right.external_id !== undefined) - Number(left.external_id !== undefined) ||
				right.touched - left.touched,
		)[0];
	}

	private add(user: SeedUser, assumed: boolean): UserProfile {
		const profile: UserProfile = {
			time_zone: 'UTC',
			push_subscription: 'subscribed',
			email_subscription: 'subscribed',
			...structuredClone(user),
			braze_id: user.braze_id ?? newBrazeId(),
			custom_attributes: { ...user.custom_attributes },
			further_fields: {},
			subscription_groups: {},
			events: [],
			purchases: [],
			changes: [],
			userId: userIdOf(user),
			assumed,
			touched: ++this.writes,
		};
		this.profiles.set(profile.userId, profile);
		for (const name of namesOf(profile)) this.call(name, profile);
		return profile;
	}

	private call(name: string, profile: UserProfile): void {
		const called = this.named.get(name);
		if (called) called.add(profile);
		else this.named.set(name, new Set([profile]));
	}
}

const userOf = ({ external_user_id, ...others }: UserIdentifier): SeedUser =>
	seedOf({ external_id: external_user_id, ...others });

// Braze looks at an email address only where no other identifier stands beside it, and at a number last of all.
function seedOf({ external_id, user_alias, braze_id, email, phone }: ProfileIdentifier): SeedUser {
	if (external_id !== undefined) return { external_id };
	if (user_alias) return { user_aliases: [{ ...user_alias }] };
	if (braze_id !== undefined) return { braze_id };
	return email === undefined ? { phone } : { email };
}
