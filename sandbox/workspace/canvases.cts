import { identifier, list, object, oneOf, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import { datedSchema, type Dated } from './dates.cts';

export interface SeedCanvas extends Dated {
	id: string;
	name: string;
	description?: string;
	state?: 'active' | 'draft' | 'paused' | 'archived';
	tags?: string[];
	teams?: string[];
	segment_id?: string;
}

export const canvasSchema = object(
	'canvas',
	{
		id: identifier,
		name: string,
		description: string,
		state: oneOf('active', 'draft', 'paused', 'archived'),
		tags: list(string),
		teams: list(string),
		...datedSchema,
		segment_id: identifier,
	},
	['id', 'name'],
);

/** An invented Canvas, for lists of more than one page. */
export function fillerCanvas(id: string, createdAt: string): SeedCanvas {
	return {
		id: `caf10000-0000-4000-8000-${id}`,
		name: `Filler Canvas ${id}`,
		created_at: createdAt,
	};
}

export function openCanvases(seeded: readonly SeedCanvas[]): Collection<SeedCanvas> {
	return new Collection(seeded, ({ id }) => id);
}
