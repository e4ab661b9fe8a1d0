import { identifier, object, oneOf, string, type JsonSchema } from './json-schema.cts';

const number: JsonSchema = { type: 'number' };
const stringOrList: JsonSchema = { type: ['string', 'array'], items: string, minItems: 1 };
const moment: JsonSchema = { type: 'string', format: 'strict-iso-date-time' };

/** What value each comparison of a custom attribute takes; false where it takes none. */
const COMPARISONS: Record<string, JsonSchema | false> = {
	exists: false,
	does_not_exist: false,
	equals: { type: ['string', 'number', 'boolean'] },
	not_equal: { type: ['string', 'number', 'boolean'] },
	// The Braze 2018 document's name for not_equal on booleans.
	does_not_equal: { type: 'boolean' },
	matches_regex: string,
	does_not_match_regex: string,
	is_any_of: stringOrList,
	is_none_of: stringOrList,
	includes_value: stringOrList,
	does_not_include_value: string,
	greater_than: number,
	greater_than_or_equal_to: number,
	less_than: number,
	less_than_or_equal_to: number,
	less_than_x_days_ago: number,
	greater_than_x_days_ago: number,
	less_than_x_days_in_the_future: number,
	greater_than_x_days_in_the_future: number,
	after: moment,
	before: moment,
};

const customAttribute = object(
	'custom_attribute',
	{
		custom_attribute_name: identifier,
		comparison: oneOf(...Object.keys(COMPARISONS)),
		value: {},
	},
	['custom_attribute_name', 'comparison'],
	{
		allOf: Object.entries(COMPARISONS).map(([comparison, value]) => ({
			if: { required: ['comparison'], properties: { comparison: { const: comparison } } },
			then:
				value === false
					? { properties: { value: false } }
					: { required: ['value'], properties: { value }, because: `with ${comparison}` },
		})),
	},
);

function subscriptionStatus(title: string): JsonSchema {
	return object(
		title,
		{
			comparison: oneOf('is', 'is_not'),
			value: oneOf('opted_in', 'subscribed', 'unsubscribed'),
		},
		['comparison', 'value'],
	);
}

const AUDIENCE_ID = 'connected-audience';
const nodes: JsonSchema = { type: 'array', minItems: 1, items: { $ref: AUDIENCE_ID } };

/** The Connected Audience: one filter, or AND / OR over further ones, as deep as wanted. Braze docs. */
export const connectedAudience: JsonSchema = {
	...object('connected_audience', {
		AND: nodes,
		OR: nodes,
		custom_attribute: customAttribute,
		push_subscription_status: subscriptionStatus('push_subscription_status'),
		email_subscription_status: subscriptionStatus('email_subscription_status'),
		last_used_app: object(
			'last_used_app',
			{ comparison: oneOf('after', 'before'), value: moment },
			['comparison', 'value'],
		),
	}),
	$id: AUDIENCE_ID,
	minProperties: 1,
	maxProperties: 1,
};

/** How a request schema holds an audience. */
export const audience: JsonSchema = { $ref: AUDIENCE_ID };
