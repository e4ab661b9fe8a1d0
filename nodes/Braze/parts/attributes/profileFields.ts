import { address } from '../../schema/address';

/** The types that a value of an attribute can have. */
export type AttributeType = 'boolean' | 'list' | 'number' | 'object' | 'objects' | 'text' | 'time';

/** A field of the profile that Braze itself knows. */
export interface ProfileField {
	key: string;
	type: AttributeType;
	/** The values that Braze takes, besides null where that is not said otherwise. */
	choices?: readonly string[];
	/** The form of a text, and that form in words. */
	pattern?: RegExp;
	patternHint?: string;
	/** Most characters of a text. */
	maxCharacters?: number;
	/** What each object of a list holds. */
	holds?: readonly HeldKey[];
	/** Braze takes a value alone, and null leaves the whole object out. */
	neverNull?: true;
	/** Whether an export of the profile gives it back as it was written. */
	isExported?: true;
}

/** A key of the objects in a list; text where nothing else is said. */
export interface HeldKey {
	key: string;
	isRequired?: true;
	type?: 'boolean';
	choices?: readonly string[];
	/** Least and most bytes of a text. */
	bytes?: readonly [number, number];
}

const states = ['opted_in', 'subscribed', 'unsubscribed'];

/** The profile fields of the attributes object (Braze docs), in the order of their names. */
export const profileFields: ProfileField[] = [
	{ key: 'country', type: 'text', isExported: true },
	{ key: 'current_location', type: 'object' },
	{ key: 'date_of_first_session', type: 'time' },
	{ key: 'date_of_last_session', type: 'time' },
	{
		key: 'dob',
		type: 'text',
		pattern: /^\d{4}-\d{2}-\d{2}$/,
		patternHint: 'Write the date of birth as YYYY-MM-DD',
		isExported: true,
	},
	{
		key: 'email',
		type: 'text',
		...address,
		isExported: true,
	},
	{ key: 'email_click_tracking_disabled', type: 'boolean' },
	{ key: 'email_open_tracking_disabled', type: 'boolean' },
	{ key: 'email_subscribe', type: 'text', choices: states, neverNull: true, isExported: true },
	{ key: 'facebook', type: 'object' },
	{ key: 'first_name', type: 'text', isExported: true },
	{ key: 'gender', type: 'text', choices: ['F', 'M', 'N', 'O', 'P'], isExported: true },
	{ key: 'home_city', type: 'text', isExported: true },
	{ key: 'image_url', type: 'text', maxCharacters: 1024 },
	{ key: 'language', type: 'text', isExported: true },
	{ key: 'last_name', type: 'text', isExported: true },
	{ key: 'marked_email_as_spam_at', type: 'time' },
	{ key: 'phone', type: 'text', isExported: true },
	{ key: 'push_subscribe', type: 'text', choices: states, neverNull: true, isExported: true },
	{
		key: 'push_tokens',
		type: 'objects',
		neverNull: true,
		holds: [
			{ key: 'app_id', isRequired: true },
			{ key: 'token', isRequired: true },
			{ key: 'device_id', bytes: [8, 255] },
		],
	},
	{
		key: 'subscription_groups',
		type: 'objects',
		neverNull: true,
		holds: [
			{ key: 'subscription_group_id', isRequired: true },
			{
				key: 'subscription_state',
				isRequired: true,
				choices: ['subscribed', 'unsubscribed'],
			},
			{ key: 'use_double_opt_in_logic', type: 'boolean' },
		],
	},
	{ key: 'time_zone', type: 'text', isExported: true },
	{ key: 'twitter', type: 'object' },
];

const byKey = new Map(profileFields.map((field) => [field.key, field]));

/** @returns the profile field of that name; undefined for a custom attribute */
export const profileFieldOf = (key: string): ProfileField | undefined => byKey.get(key);

/** Keys of an attributes object that name the user. */
export const identifierKeys = [
	'external_id',
	'user_alias',
	'braze_id',
	'alias_name',
	'alias_label',
];

/** Whether objects among attributes are joined with what the profile has. */
export const MERGES = '_merge_objects';

/** Keys of an attributes object that say how it is written. */
export const flagKeys = ['_update_existing_only', MERGES, 'push_token_import'];

/** @returns whether a key of an attributes object is an attribute of the user */
export const isAttribute = (key: string): boolean =>
	!identifierKeys.includes(key) && !flagKeys.includes(key);

const typeNames: Record<AttributeType, string> = {
	boolean: 'Boolean',
	list: 'Array',
	number: 'Number',
	object: 'Object',
	objects: 'Object Array',
	text: 'String',
	time: 'Date or Time',
};

/** @returns the name of a type as Braze's list of attributes has it */
export const typeName = (type: AttributeType): string => typeNames[type];

const longestFirst = (Object.keys(typeNames) as AttributeType[]).sort(
	(a, b) => typeNames[b].length - typeNames[a].length,
);

/**
 * @param words as Braze's list of attributes names a type, often with more words behind it
 * @returns the type; undefined for words that are not known
 */
export function typeOf(words: string): AttributeType | undefined {
	if (words === '') return undefined;
	const lower = words.toLowerCase();
	return longestFirst.find((type) => lower.startsWith(typeNames[type].toLowerCase()));
}
