import type { SubscriptionState } from './users.cts';
import type { Workspace } from './workspace.cts';

/**
 * Sets the global state of an address.
 *
 * @returns how many profiles have it
 */
export function setEmailState(
	workspace: Workspace,
	email: string,
	state: SubscriptionState,
): number {
	const now = workspace.clock.now();
	const profiles = workspace.users.all({ email });
	for (const profile of profiles) {
		const change = () => void (profile.email_subscription = state);
		workspace.users.change(profile, change, now, `Email: ${state}`);
	}
	workspace.users.keptStates.set(email, state);
	if (state === 'unsubscribed') workspace.unsubscribes.add({ name: email, at: now });
	else workspace.unsubscribes.remove(email);
	return profiles.length;
}
