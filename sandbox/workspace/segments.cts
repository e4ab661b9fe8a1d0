import { boolean, identifier, list, object, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import { datedSchema, type Dated } from './dates.cts';
import type { UserProfile } from './users.cts';

export interface SeedSegment extends Dated {
	id: string;
	name: string;
	tags?: string[];
	analytics_tracking_enabled?: boolean;
	/** external_ids of its users, or all. */
	users: string[] | 'all';
}

export const segmentSchema = object(
	'segment',
	{
		id: identifier,
		name: string,
		tags: list(string),
		...datedSchema,
		analytics_tracking_enabled: boolean,
		users: { type: ['array', 'string'], items: identifier },
	},
	['id', 'name', 'users'],
);

/** An invented segment, for lists of more than one page. */
export function fillerSegment(id: string, createdAt: string): SeedSegment {
	return {
		id: `5ef10000-0000-4000-8000-${id}`,
		name: `Filler segment ${id}`,
		created_at: createdAt,
		users: [],
	};
}

export class Segments extends Collection<SeedSegment> {
	constructor(seeded: readonly SeedSegment[]) {
		super(seeded, ({ id }) => id);
	}

	/** Whether a user is in a segment; everyone is where none is asked for. */
	holds(user: UserProfile, segmentId: string | undefined): boolean {
		if (segmentId === undefined) return true;
		const members = this.find(segmentId)?.users ?? [];
		return members === 'all' || members.includes(user.userId);
	}
}
