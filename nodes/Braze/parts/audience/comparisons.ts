/** What the value of a comparison is; `none` where Braze takes no value. */
export type ValueKind =
	| 'boolean'
	| 'days'
	| 'list'
	| 'none'
	| 'number'
	| 'text'
	| 'textOrList'
	| 'time';

export interface Comparison {
	/** Key on the wire. */
	key: string;
	displayName: string;
	value: ValueKind;
}

export interface AttributeType {
	key: string;
	displayName: string;
	comparisons: Comparison[];
}

const exists: Comparison = { key: 'exists', displayName: 'Exists', value: 'none' };
const doesNotExist: Comparison = {
	key: 'does_not_exist',
	displayName: 'Does Not Exist',
	value: 'none',
};
const isAnyOf: Comparison = { key: 'is_any_of', displayName: 'Is Any Of', value: 'list' };
const isNoneOf: Comparison = { key: 'is_none_of', displayName: 'Is None Of', value: 'list' };

/**
 * The comparisons that Braze knows for each type of custom attribute (Braze 2018 document; Any Of and None Of: Braze docs).
 * The dropdowns, the checks and the body are all made from this table.
 */
export const attributeTypes: AttributeType[] = [
	{
		key: 'array',
		displayName: 'Array',
		comparisons: [
			doesNotExist,
			{ key: 'does_not_include_value', displayName: 'Does Not Include Value', value: 'text' },
			exists,
			{ key: 'includes_value', displayName: 'Includes Value', value: 'textOrList' },
			isAnyOf,
			isNoneOf,
		],
	},
	{
		key: 'boolean',
		displayName: 'Boolean',
		comparisons: [
			doesNotExist,
			{ key: 'equals', displayName: 'Equals', value: 'boolean' },
			exists,
			{ key: 'not_equal', displayName: 'Not Equal', value: 'boolean' },
		],
	},
	{
		key: 'number',
		displayName: 'Number',
		comparisons: [
			doesNotExist,
			{ key: 'equals', displayName: 'Equals', value: 'number' },
			exists,
			{ key: 'greater_than', displayName: 'Greater Than', value: 'number' },
			{ key: 'greater_than_or_equal_to', displayName: 'Greater Than or Equal To', value: 'number' },
			{ key: 'less_than', displayName: 'Less Than', value: 'number' },
			{ key: 'less_than_or_equal_to', displayName: 'Less Than or Equal To', value: 'number' },
			{ key: 'not_equal', displayName: 'Not Equal', value: 'number' },
		],
	},
	{
		key: 'string',
		displayName: 'String',
		comparisons: [
			doesNotExist,
			{ key: 'does_not_match_regex', displayName: 'Does Not Match Regex', value: 'text' },
			{ key: 'equals', displayName: 'Equals', value: 'text' },
			exists,
			isAnyOf,
			isNoneOf,
			{ key: 'matches_regex', displayName: 'Matches Regex', value: 'text' },
			{ key: 'not_equal', displayName: 'Not Equal', value: 'text' },
		],
	},
	{
		key: 'time',
		displayName: 'Time',
		comparisons: [
			{ key: 'after', displayName: 'After', value: 'time' },
			{ key: 'before', displayName: 'Before', value: 'time' },
			doesNotExist,
			exists,
			{ key: 'less_than_x_days_ago', displayName: 'Less Than X Days Ago', value: 'days' },
			{
				key: 'less_than_x_days_in_the_future',
				displayName: 'Less Than X Days in the Future',
				value: 'days',
			},
			{ key: 'greater_than_x_days_ago', displayName: 'More Than X Days Ago', value: 'days' },
			{
				key: 'greater_than_x_days_in_the_future',
				displayName: 'More Than X Days in the Future',
				value: 'days',
			},
		],
	},
];

/** Boolean *not equal* of the Braze 2018 document; taken in JSON, never written. */
export const LEGACY_BOOLEAN_NOT_EQUAL = 'does_not_equal';

/** Filters on a subscription state: wire key and label. */
export const subscriptionFilters = [
	{
		key: 'email_subscription_status',
		name: 'emailSubscription',
		displayName: 'Email Subscription',
	},
	{ key: 'push_subscription_status', name: 'pushSubscription', displayName: 'Push Subscription' },
] as const;

export const subscriptionStates = ['opted_in', 'subscribed', 'unsubscribed'] as const;

export const LAST_USED_APP = 'last_used_app';
export const CUSTOM_ATTRIBUTE = 'custom_attribute';
