import type { BrazeField } from '../schema/field';

/** What Braze exports of a user (Braze docs), with its name in the form. */
const names: Record<string, string> = {
	apps: 'Apps',
	attributed_ad: 'Attributed Ad',
	attributed_adgroup: 'Attributed Ad Group',
	attributed_campaign: 'Attributed Campaign',
	attributed_source: 'Attributed Source',
	braze_id: 'Braze ID',
	country: 'Country',
	created_at: 'Created At',
	created_from: 'Created From',
	custom_attributes: 'Custom Attributes',
	custom_events: 'Custom Events',
	devices: 'Devices',
	dob: 'Date of Birth',
	email: 'Email',
	email_subscribe: 'Email Subscription',
	external_id: 'External ID',
	first_name: 'First Name',
	gender: 'Gender',
	home_city: 'Home City',
	language: 'Language',
	last_coordinates: 'Last Coordinates',
	last_name: 'Last Name',
	phone: 'Phone',
	purchases: 'Purchases',
	push_subscribe: 'Push Subscription',
	push_tokens: 'Push Tokens',
	random_bucket: 'Random Bucket',
	time_zone: 'Time Zone',
	total_revenue: 'Total Revenue',
	uninstalled_at: 'Uninstalled At',
	user_aliases: 'User Aliases',
};

/** @returns the choice of what to export of each user, without what an endpoint does not give */
export const fieldsToExport = (...without: string[]): BrazeField => ({
	displayName: 'Fields to Export',
	name: 'fieldsToExport',
	type: 'multiOptions',
	flat: true,
	required: true,
	default: ['braze_id', 'external_id', 'email'],
	description: 'What to export of each user',
	options: Object.entries(names)
		.filter(([value]) => !without.includes(value))
		.map(([value, name]) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
});
