import { isDeepStrictEqual } from 'node:util';
import { IANAZone } from 'luxon';
import { MAX_ATTRIBUTE_CHARACTERS, MAX_NESTED_ATTRIBUTE_BYTES } from '../limits.cts';
import { parseDateTime } from '../schemas/formats.cts';
import type { SubscriptionState, UserProfile } from './profiles.cts';

type Attributes = Record<string, unknown>;
type Note = (text: string) => void;

/** Profile fields that the sandbox itself reads, and the others that Braze has. */
const OWN_FIELDS = ['email', 'first_name', 'last_name', 'phone', 'time_zone'] as const;
const FURTHER_FIELDS = [
	'country',
	'current_location',
	'date_of_first_session',
	'date_of_last_session',
	'dob',
	'email_click_tracking_disabled',
	'email_open_tracking_disabled',
	'facebook',
	'gender',
	'home_city',
	'image_url',
	'language',
	'marked_email_as_spam_at',
	'push_tokens',
	'twitter',
];

/** Zones of North America as Rails names them; other Rails names are those of cities, as IANA has them behind a slash. */
const RAILS_ZONES: Record<string, string> = {
	'Atlantic Time (Canada)': 'America/Halifax',
	'Central Time (US & Canada)': 'America/Chicago',
	'Eastern Time (US & Canada)': 'America/New_York',
	'Mountain Time (US & Canada)': 'America/Denver',
	'Pacific Time (US & Canada)': 'America/Los_Angeles',
};

/** The IANA name of a time zone, named so or as Rails does; undefined where it is none. */
function zoneOf(name: string): string | undefined {
	if (IANAZone.isValidZone(name)) return name;
	const city = `/${name.replaceAll(' ', '_')}`;
	return (
		RAILS_ZONES[name] ?? Intl.supportedValuesOf('timeZone').find((zone) => zone.endsWith(city))
	);
}

/** Keys of an attributes object that name the user or say how to write, and are no attributes. */
const NO_ATTRIBUTES = [
	'external_id',
	'user_alias',
	'braze_id',
	'alias_name',
	'alias_label',
	'_update_existing_only',
	'_merge_objects',
	'push_token_import',
];

/** Whether a key of an attributes object is an attribute of the user. */
export const isAttribute = (key: string): boolean => !NO_ATTRIBUTES.includes(key);

/** Writes the attributes of one object on a profile; a note tells what Braze drops without a word. */
export function writeAttributes(profile: UserProfile, object: Attributes, note: Note): void {
	const merges = object._merge_objects === true;
	for (const [key, value] of Object.entries(object)) {
		if (!isAttribute(key)) continue;
		if (!writeField(profile, key, value, note)) writeCustom(profile, key, value, merges, note);
	}
}

function writeField(profile: UserProfile, key: string, value: unknown, note: Note): boolean {
	const own = OWN_FIELDS.find((name) => name === key);
	if (own === 'time_zone') {
		const zone = typeof value === 'string' ? zoneOf(value) : undefined;
		if (zone !== undefined) profile.time_zone = zone;
		else note(`time_zone ${String(value)} is no time zone, so it is not set`);
	} else if (own) {
		if (value === null) delete profile[own];
		else profile[own] = own === 'email' ? String(value).toLowerCase() : String(value);
	} else if (key === 'email_subscribe') {
		profile.email_subscription = value as SubscriptionState;
	} else if (key === 'push_subscribe') {
		profile.push_subscription = value as SubscriptionState;
	} else if (key === 'subscription_groups') {
		for (const group of value as Array<Record<string, string>>) {
			profile.subscription_groups[group.subscription_group_id] = group.subscription_state;
		}
	} else if (FURTHER_FIELDS.includes(key)) {
		if (value === null) delete profile.further_fields[key];
		else profile.further_fields[key] = value;
	} else return false;
	return true;
}

function writeCustom(
	{ custom_attributes: stored }: UserProfile,
	key: string,
	value: unknown,
	merges: boolean,
	note: Note,
): void {
	const drop = (why: string) => note(`${key} ${why}, so it is dropped without a word`);
	if (value === null) return void delete stored[key];
	if (typeof value === 'string' && [...value].length > MAX_ATTRIBUTE_CHARACTERS) {
		return drop(`is longer than ${MAX_ATTRIBUTE_CHARACTERS} characters`);
	}
	if (typeof value !== 'object') return void (stored[key] = value);
	const operated = operate(stored[key], value as Attributes, merges);
	if (typeof operated === 'string') return drop(operated);
	if (Buffer.byteLength(JSON.stringify(operated.value)) > MAX_NESTED_ATTRIBUTE_BYTES) {
		return drop(`is larger than ${MAX_NESTED_ATTRIBUTE_BYTES} bytes`);
	}
	stored[key] = operated.value;
}

/** What an object or a list makes of the stored value; a text says why it cannot. */
function operate(
	stored: unknown,
	value: Attributes | unknown[],
	merges: boolean,
): { value: unknown } | string {
	if (Array.isArray(value)) {
		const isScalars = value.every((entry) => typeof entry !== 'object' || entry === null);
		return invalidInside(value) ?? { value: isScalars ? unique(value) : plainTimes(value) };
	}
	const { inc, add, remove } = value;
	if (typeof inc === 'number' && Object.keys(value).length === 1) {
		if (!Number.isInteger(inc)) return 'has an inc that is no whole number';
		if (stored !== undefined && !Number.isInteger(stored)) return 'is no whole number';
		return { value: Number(stored ?? 0) + inc };
	}
	if (Array.isArray(add) || Array.isArray(remove)) {
		if (stored !== undefined && !Array.isArray(stored)) return 'is no list';
		const taken = new Set((remove ?? []) as unknown[]);
		const kept = ((stored ?? []) as unknown[]).filter((entry) => !taken.has(entry));
		return { value: unique([...kept, ...((add ?? []) as unknown[])]) };
	}
	if ('$add' in value || '$remove' in value || '$update' in value) {
		return operateOnObjects(stored, value, merges);
	}
	const invalid = invalidInside(value);
	if (invalid) return invalid;
	const plain = plainTimes(value);
	return { value: merges && isObject(stored) ? merged(stored, plain as Attributes) : plain };
}

interface Identified {
	$identifier_key: string;
	$identifier_value: unknown;
	$new_object?: Attributes;
}

// The order within one attribute is $add, $remove, $update.
function operateOnObjects(
	stored: unknown,
	{ $add: added = [], $remove: removed = [], $update: updated = [] }: Attributes,
	merges: boolean,
): { value: unknown } | string {
	if (stored !== undefined && !Array.isArray(stored)) return 'is no list of objects';
	if (![added, removed, updated].every(Array.isArray)) return 'is changed by what is no list';
	const invalid = invalidInside([added, updated]);
	if (invalid) return invalid;
	let objects = [...((stored ?? []) as Attributes[]), ...(plainTimes(added) as Attributes[])];
	const fits = (object: Attributes, one: Identified) =>
		isDeepStrictEqual(object[one.$identifier_key], one.$identifier_value);
	for (const one of removed as Identified[]) objects = objects.filter((each) => !fits(each, one));
	for (const one of updated as Identified[]) {
		const next = plainTimes(one.$new_object ?? {}) as Attributes;
		objects = objects.map((each) =>
			fits(each, one) ? (merges ? merged(each, next) : next) : each,
		);
	}
	return { value: objects };
}

const isObject = (value: unknown): value is Attributes =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A repeated element moves to the end. */
const unique = (list: unknown[]): unknown[] =>
	list.filter((entry, index) => list.lastIndexOf(entry) === index);

/** One invalid value inside a nested attribute drops all of it. */
function invalidInside(value: unknown): string | undefined {
	if (value === null) return 'holds null inside';
	if (typeof value !== 'object') return undefined;
	if (Array.isArray(value)) return firstOf(value.map(invalidInside));
	const object = value as Attributes;
	if ('$time' in object) {
		const isTime = typeof object.$time === 'string' && parseDateTime(object.$time) !== undefined;
		return isTime ? undefined : 'holds a time that cannot be read';
	}
	const named = Object.keys(object).find((key) => /[. ]/.test(key) || key.startsWith('$'));
	const isOperator = named?.startsWith('$identifier') === true || named === '$new_object';
	if (named !== undefined && !isOperator)
		return `holds the key ${named}, which Braze does not take`;
	return firstOf(Object.values(object).map(invalidInside));
}

const firstOf = (all: Array<string | undefined>): string | undefined =>
	all.find((one) => one !== undefined);

function plainTimes(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plainTimes);
	if (!isObject(value)) return value;
	if (typeof value.$time === 'string') return value.$time;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainTimes(each)]));
}

function merged(first: Attributes, second: Attributes): Attributes {
	const result = { ...first };
	for (const [key, value] of Object.entries(second)) {
		const before = result[key];
		result[key] = isObject(before) && isObject(value) ? merged(before, value) : value;
	}
	return result;
}
