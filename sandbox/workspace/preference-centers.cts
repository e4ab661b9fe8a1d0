import { BrazeError } from '../errors.cts';
import { identifier, keyValues, object, oneOf, string } from '../schemas/json-schema.cts';
import { Collection } from './collection.cts';
import { datedSchema, type Dated } from './dates.cts';
import type { Workspace } from './workspace.cts';

export interface PreferenceCenter extends Dated {
	preference_center_api_id: string;
	name: string;
	preference_center_title?: string;
	preference_center_page_html: string;
	confirmation_page_html: string;
	state?: 'active' | 'draft';
	options?: Record<string, unknown>;
}

export const preferenceCenterSchema = object(
	'preference center',
	{
		preference_center_api_id: identifier,
		name: identifier,
		preference_center_title: string,
		preference_center_page_html: string,
		confirmation_page_html: string,
		state: oneOf('active', 'draft'),
		options: keyValues,
		...datedSchema,
	},
	['preference_center_api_id', 'name', 'preference_center_page_html', 'confirmation_page_html'],
);

export function openPreferenceCenters(
	seeded: readonly PreferenceCenter[],
): Collection<PreferenceCenter> {
	return new Collection(seeded, ({ preference_center_api_id: id }) => id);
}

/** The preference center of a request; refused where there is none. */
export function knownPreferenceCenter(workspace: Workspace, id: unknown): PreferenceCenter {
	const center = workspace.preferenceCenters.find(id);
	if (center) return center;
	throw new BrazeError(404, 'Preference center not found');
}
