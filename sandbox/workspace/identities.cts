import type { ProfileIdentifier, UserProfile, Users } from './users.cts';

/** Names a profile, and tells which where several have the address or the number. */
export type PrioritizedIdentifier = ProfileIdentifier & { prioritization?: string[] };

/** The profile that is meant; undefined where there is none, or the rules leave more than one. */
export function theOne(users: Users, identifier: PrioritizedIdentifier): UserProfile | undefined {
	let candidates = users.all(identifier);
	for (const rule of identifier.prioritization ?? []) candidates = narrowed(candidates, rule);
	return candidates.length === 1 ? candidates[0] : undefined;
}

function narrowed(candidates: UserProfile[], rule: string): UserProfile[] {
	const byWrites = [...candidates].sort((left, right) => right.touched - left.touched);
	switch (rule) {
		case 'identified':
			return candidates.filter(({ external_id: id }) => id !== undefined);
		case 'unidentified':
			return candidates.filter(({ external_id: id }) => id === undefined);
		case 'most_recently_updated':
			return byWrites.slice(0, 1);
		default:
			return byWrites.slice(-1);
	}
}

/** Moves what one profile has and the other lacks, adds up what counts, and takes the first one out. */
export function mergeInto(users: Users, kept: UserProfile, gone: UserProfile, now: number): void {
	users.remove(gone);
	const merge = () => {
		kept.email ??= gone.email;
		kept.phone ??= gone.phone;
		kept.first_name ??= gone.first_name;
		kept.last_name ??= gone.last_name;
		kept.custom_attributes = { ...gone.custom_attributes, ...kept.custom_attributes };
		kept.further_fields = { ...gone.further_fields, ...kept.further_fields };
		kept.subscription_groups = { ...gone.subscription_groups, ...kept.subscription_groups };
		kept.events.push(...gone.events);
		kept.purchases.push(...gone.purchases);
		const labels = (kept.user_aliases ??= []).map(({ alias_label: label }) => label);
		const added = (gone.user_aliases ?? []).filter((alias) => !labels.includes(alias.alias_label));
		kept.user_aliases.push(...added);
	};
	users.change(kept, merge, now, `Merged with ${gone.userId}`);
}

/**
 * Gives an unidentified profile an external ID, or merges it into the profile that has it.
 *
 * @returns what Braze does not say: why nothing became of it
 */
export function identify(
	users: Users,
	externalId: string,
	identifier: PrioritizedIdentifier,
	now: number,
): string | undefined {
	const profile = theOne(users, identifier);
	if (!profile) return 'no profile or more than one is named, so nothing becomes of it';
	if (profile.external_id !== undefined) return `${profile.userId} is identified already`;
	const [known] = users.all({ external_id: externalId });
	if (!known) {
		const change = () => void (profile.external_id = externalId);
		users.change(profile, change, now, `Identified as ${externalId}`);
		return undefined;
	}
	const label = identifier.user_alias?.alias_label;
	if (known.user_aliases?.some((alias) => alias.alias_label === label)) {
		return `${externalId} has an alias with the label ${label} already, so nothing is merged`;
	}
	mergeInto(users, known, profile, now);
	return undefined;
}
