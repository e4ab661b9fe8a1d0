import { identifier, list, oneOf, type JsonSchema } from './json-schema.cts';

/** What can be exported of a user, whoever asks. Braze docs. */
const EVERYWHERE = [
	'apps',
	'attributed_campaign',
	'attributed_source',
	'attributed_adgroup',
	'attributed_ad',
	'braze_id',
	'country',
	'created_at',
	'custom_attributes',
	'custom_events',
	'devices',
	'dob',
	'email',
	'external_id',
	'first_name',
	'gender',
	'home_city',
	'language',
	'last_coordinates',
	'last_name',
	'phone',
	'purchases',
	'random_bucket',
	'time_zone',
	'total_revenue',
	'uninstalled_at',
	'user_aliases',
];

/** What an export of a segment gives besides. */
export const SEGMENT_ONLY = [
	'push_subscribe',
	'email_subscribe',
	'push_tokens',
	'created_from',
	'campaigns_received',
	'canvases_received',
];

/** The keys of an export into a file. */
export const fileExport = (...more: string[]): Record<string, JsonSchema> => ({
	fields_to_export: list(oneOf(...EVERYWHERE, ...more), { minItems: 1 }),
	callback_endpoint: { ...identifier, format: 'url' },
	output_format: oneOf('zip', 'gzip'),
});
