import { BrazeError } from '../errors.cts';
import { identifier, object, oneOf, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import type { UserProfile } from './users.cts';
import type { Workspace } from './workspace.cts';

const CHANNELS = ['email', 'sms', 'whatsapp'];

export interface SeedSubscriptionGroup {
	id: string;
	name: string;
	channel: string;
}

export const subscriptionGroupSchema = object(
	'subscription group',
	{ id: identifier, name: string, channel: oneOf(...CHANNELS) },
	['id', 'name', 'channel'],
);

export type GroupState = 'subscribed' | 'unsubscribed';

/** The groups, and states of addresses and numbers that no profile has yet. */
export class SubscriptionGroups extends Collection<SeedSubscriptionGroup> {
	private readonly kept = new Map<string, GroupState>();

	constructor(seeded: readonly SeedSubscriptionGroup[]) {
		super(seeded, ({ id }) => id);
	}

	keep(groupId: string, address: string, state: GroupState): void {
		this.kept.set(`${groupId} ${address.toLowerCase()}`, state);
	}

	keptState(groupId: string, address: string): GroupState | undefined {
		return this.kept.get(`${groupId} ${address.toLowerCase()}`);
	}
}

/** A way to name whose subscription is meant. */
export interface Subscriber {
	external_id?: string;
	email?: string;
	phone?: string;
}

/** The group of a request; refused where there is none. */
export function knownGroup(workspace: Workspace, id: unknown): SeedSubscriptionGroup {
	const group = workspace.subscriptionGroups.find(id);
	if (group) return group;
	throw new BrazeError(400, 'Invalid subscription group ID');
}

/** Whether what names a subscriber can be in a group: an address in one of emails, a number in any other. */
export function fitsGroup(
	{ email, phone }: Subscriber,
	{ channel }: SeedSubscriptionGroup,
): boolean {
	return channel === 'email' ? phone === undefined : email === undefined;
}

/** The profiles that a state belongs to: those that share the address or the number of the named one. */
function sharing(
	{ users }: Workspace,
	group: SeedSubscriptionGroup,
	subscriber: Subscriber,
): UserProfile[] {
	const named = users.all(subscriber);
	if (subscriber.external_id === undefined) return named;
	const key = group.channel === 'email' ? 'email' : 'phone';
	return named.flatMap((profile) => {
		const address = profile[key];
		return address === undefined ? [profile] : users.all({ [key]: address });
	});
}

/**
 * Sets the state of a subscriber in a group.
 *
 * @returns what Braze does not say: that it knows no such user
 */
export function setGroupState(
	workspace: Workspace,
	group: SeedSubscriptionGroup,
	subscriber: Subscriber,
	state: GroupState,
): string | undefined {
	const profiles = sharing(workspace, group, subscriber);
	for (const profile of profiles) {
		const change = () => void (profile.subscription_groups[group.id] = state);
		workspace.users.change(profile, change, workspace.clock.now(), `${group.name}: ${state}`);
	}
	if (profiles.length > 0) return undefined;
	const address = subscriber.email ?? subscriber.phone;
	if (address === undefined) {
		return `no user has the external_id ${subscriber.external_id}, so nothing becomes of its state`;
	}
	workspace.subscriptionGroups.keep(group.id, address, state);
	return `nobody has ${address} yet; its state is kept for who gets it`;
}

/** The state of a subscriber in a group; undefined where none was ever set, or nobody is named so. */
export function groupState(
	workspace: Workspace,
	group: SeedSubscriptionGroup,
	subscriber: Subscriber,
): GroupState | undefined {
	const [state] = workspace.users
		.all(subscriber)
		.flatMap(({ subscription_groups: states }) => states[group.id] ?? []);
	const address = subscriber.email ?? subscriber.phone;
	const kept =
		address === undefined ? undefined : workspace.subscriptionGroups.keptState(group.id, address);
	return (state as GroupState | undefined) ?? kept;
}

/** A state as Braze tells it, which is not as it takes it. */
export const told = (state: string): string => state.charAt(0).toUpperCase() + state.slice(1);
