import type { BrazeField } from '../../schema/field';

/** What an export gives of a user (Braze docs); the first three name the user and are always asked for. */
export const identifierFields = ['braze_id', 'external_id', 'user_aliases'];

export const choices = [
	'apps',
	'attributed_ad',
	'attributed_adgroup',
	'attributed_campaign',
	'attributed_source',
	'campaigns_received',
	'canvases_received',
	'cards_clicked',
	'country',
	'created_at',
	'custom_attributes',
	'custom_events',
	'devices',
	'dob',
	'email',
	'email_subscribe',
	'first_name',
	'gender',
	'home_city',
	'language',
	'last_coordinates',
	'last_name',
	'phone',
	'purchases',
	'push_subscribe',
	'push_tokens',
	'random_bucket',
	'time_zone',
	'total_revenue',
	'uninstalled_at',
];

const names: Record<string, string> = {
	braze_id: 'Braze ID',
	dob: 'Date of Birth',
	external_id: 'External ID',
};

/** @returns a key of an export as the form names it */
export const label = (key: string): string =>
	names[key] ??
	key
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

export const fieldsToExport: BrazeField = {
	displayName: 'Fields',
	name: 'fieldsToExport',
	type: 'multiOptions',
	default: [
		'country',
		'created_at',
		'custom_attributes',
		'email',
		'email_subscribe',
		'first_name',
		'language',
		'last_name',
		'phone',
		'push_subscribe',
		'time_zone',
	],
	description:
		'What to get of the user, beside all of the identifiers. Braze answers faster without what the user received.',
	options: choices
		.map((value) => ({ name: label(value), value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
};

/** @returns the fields that the export is asked for, those that tell the users apart among them */
export const withIdentifiers = (
	chosen: readonly string[],
	more: readonly string[] = [],
): string[] => [...new Set([...identifierFields, ...more, ...chosen])];
