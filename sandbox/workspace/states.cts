import { lastEdited, millis, type Dated } from './dates.cts';

/** What the seed tells of a campaign or a Canvas whatever it is. */
interface Designed extends Dated {
	name: string;
	description?: string;
	state?: 'active' | 'draft' | 'paused' | 'archived';
	tags?: string[];
	teams?: string[];
}

/** Whether a list of campaigns or Canvases has it: archived ones only when asked for. */
export function isListed(item: Designed, query: Record<string, string>): boolean {
	const after = query['last_edit.time[gt]'];
	if (item.state === 'archived' && query.include_archived !== 'true') return false;
	return after === undefined || millis(lastEdited(item)) > millis(after);
}

/** What the details of a campaign and of a Canvas have in common. */
export function designDetails(item: Designed): Record<string, unknown> {
	return {
		created_at: item.created_at ?? null,
		updated_at: item.last_edited ?? item.created_at ?? null,
		archived: item.state === 'archived',
		draft: item.state === 'draft',
		enabled: (item.state ?? 'active') === 'active',
		has_post_launch_draft: false,
		name: item.name,
		description: item.description ?? '',
		tags: item.tags ?? [],
		teams: item.teams ?? [],
	};
}
