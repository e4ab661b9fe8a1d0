import { isoMillis, LONG_AGO } from '../workspace/dates.cts';
import type { TrackedEvent, UserProfile } from '../workspace/users.cts';

/** The fields that an export can be asked for (Braze docs), those that only its text or an older page names included. */
export const EXPORT_FIELDS = [
	'apps',
	'attributed_campaign',
	'attributed_source',
	'attributed_adgroup',
	'attributed_ad',
	'push_subscribe',
	'email_subscribe',
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
	'push_tokens',
	'random_bucket',
	'time_zone',
	'total_revenue',
	'uninstalled_at',
	'user_aliases',
	'campaigns_received',
	'canvases_received',
	'cards_clicked',
];

interface Location {
	longitude: number;
	latitude: number;
}

/** Of a profile what an export was asked for; keys without a value are left out. */
export function exported(user: UserProfile, fields: string[]): Record<string, unknown> {
	const location = user.further_fields.current_location as Location | undefined;
	const all: Record<string, unknown> = {
		...user.further_fields,
		push_subscribe: user.push_subscription,
		email_subscribe: user.email_subscription,
		braze_id: user.braze_id,
		created_at: user.created_at ?? LONG_AGO,
		custom_attributes: emptyAsAbsent(user.custom_attributes),
		custom_events: emptyAsAbsent(summaries(user.events)),
		email: user.email,
		external_id: user.external_id,
		first_name: user.first_name,
		last_coordinates: location && [location.longitude, location.latitude],
		last_name: user.last_name,
		phone: user.phone,
		purchases: emptyAsAbsent(summaries(user.purchases)),
		random_bucket: Number.parseInt(user.braze_id.slice(-4), 16) % 10_000,
		time_zone: user.time_zone,
		total_revenue: user.purchases.reduce(
			(sum, { price = 0, quantity = 1 }) => sum + price * quantity,
			0,
		),
		user_aliases: emptyAsAbsent(user.user_aliases ?? []),
	};
	const asked = fields.filter((field) => all[field] !== undefined && all[field] !== null);
	return Object.fromEntries(asked.map((field) => [field, all[field]]));
}

const emptyAsAbsent = <Value extends object>(value: Value): Value | undefined =>
	Object.keys(value).length > 0 ? value : undefined;

/** Each name once, with how often and when first and last. */
function summaries(events: TrackedEvent[]): Array<Record<string, unknown>> {
	const byName = new Map<string, TrackedEvent[]>();
	for (const event of events) byName.set(event.name, [...(byName.get(event.name) ?? []), event]);
	return [...byName].map(([name, own]) => ({
		name,
		first: isoMillis(Math.min(...own.map(({ at }) => at))),
		last: isoMillis(Math.max(...own.map(({ at }) => at))),
		count: own.reduce((sum, { quantity = 1 }) => sum + quantity, 0),
	}));
}
