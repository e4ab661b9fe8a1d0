import { isInAudience, type Audience } from './audience.cts';
import type { UserIdentifier, UserProfile } from '../workspace/users.cts';
import type { Workspace } from '../workspace/workspace.cts';

/** Whom a request is for. */
export interface Target<Named extends UserIdentifier> {
	/** The users it names, in its order; undefined where it names none. */
	named?: Named[];
	segmentId?: string;
	audience?: Audience;
}

/** A user a request reaches, with the entry that named it. */
export interface Reached<Named> {
	user: UserProfile;
	named?: Named;
}

/** Users named together, each once: of two entries for one user the last wins. */
export function distinctUsers<Named extends UserIdentifier>(
	workspace: Workspace,
	named: Named[],
	note: (text: string) => void,
): Array<{ user: UserProfile; named: Named }> {
	const users = new Map<string, { user: UserProfile; named: Named }>();
	named.forEach((entry, position) => {
		const user = workspace.users.find(entry);
		if (!user) {
			note(`${identify(entry)} does not exist, so it gets nothing`);
			return;
		}
		if (users.has(user.userId)) {
			note(`${user.userId} is named more than once, entry ${position} wins`);
			users.delete(user.userId);
		}
		users.set(user.userId, { user, named: entry });
	});
	return [...users.values()];
}

/** The users a target reaches at a moment: those named, or else everyone, in the segment and the audience. */
export function reach<Named extends UserIdentifier>(
	workspace: Workspace,
	target: Target<Named>,
	now: number,
	note: (text: string) => void,
): Array<Reached<Named>> {
	const candidates: Array<Reached<Named>> = target.named
		? distinctUsers(workspace, target.named, note)
		: workspace.users.everyone().map((user) => ({ user }));
	return candidates.filter(
		({ user }) =>
			workspace.segments.holds(user, target.segmentId) &&
			(!target.audience || isInAudience(user, target.audience, now)),
	);
}

/** Users the seed calls invalid, taken out: each costs an entry in `errors`, the rest still goes out. */
export function withoutInvalid<Named extends UserIdentifier>(
	workspace: Workspace,
	named: Named[] | undefined,
): { named: Named[] | undefined; errors: string[] } {
	const invalid = new Set(workspace.seed.invalidUserIds);
	const errors = (named ?? [])
		.map((entry) => entry.external_user_id)
		.filter((id) => id !== undefined && invalid.has(id))
		.map((id) => `Invalid external_user_id: ${id}`);
	const valid = named?.filter((entry) => !invalid.has(entry.external_user_id ?? ''));
	return { named: valid, errors };
}

/** How a delivery names its user: as the request did, or by external_id. */
export function identifierOf({ user, named }: Reached<UserIdentifier>): UserIdentifier {
	if (named?.user_alias) return { user_alias: named.user_alias };
	if (named?.email !== undefined) return { email: named.email };
	if (named?.braze_id !== undefined) return { braze_id: named.braze_id };
	return { external_user_id: named?.external_user_id ?? user.userId };
}

function identify(entry: UserIdentifier): string {
	const { external_user_id, user_alias, email, braze_id } = entry;
	return external_user_id ?? email ?? braze_id ?? `alias ${user_alias?.alias_name}`;
}
