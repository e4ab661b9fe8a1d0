import type { IDisplayOptions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { attributeType, comparisonOf, valuesOf } from './comparisonFields';
import type { List } from './comparisonFields';
import { attributeTypes, subscriptionFilters } from './comparisons';

type Show = NonNullable<IDisplayOptions['show']>;

const customAttribute: INodePropertyCollection = {
	displayName: 'Custom Attribute',
	name: 'customAttribute',
	values: [
		{
			displayName: 'Attribute Name',
			name: 'attributeName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. loyalty_tier',
			description: 'Custom attribute of the user; default profile fields cannot be used',
		},
		attributeType,
		...attributeTypes.map(comparisonOf),
		...(['text', 'textOrList', 'list', 'number', 'boolean', 'days', 'time'] as const).flatMap(
			valuesOf,
		),
	],
};

export const subscriptionComparison: List = {
	displayName: 'Comparison',
	name: 'comparison',
	type: 'options',
	default: 'is',
	options: [
		{ name: 'Is', value: 'is' },
		{ name: 'Is Not', value: 'is_not' },
	],
};

export const subscriptionState: List = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	default: 'opted_in',
	options: [
		{ name: 'Opted In', value: 'opted_in' },
		{ name: 'Subscribed', value: 'subscribed' },
		{ name: 'Unsubscribed', value: 'unsubscribed' },
	],
};

const subscription = ({
	name,
	displayName,
}: (typeof subscriptionFilters)[number]): INodePropertyCollection => ({
	displayName,
	name,
	values: [subscriptionComparison, subscriptionState],
});

export const lastUsedAppComparison: List = {
	displayName: 'Comparison',
	name: 'comparison',
	type: 'options',
	default: 'after',
	options: [
		{ name: 'After', value: 'after' },
		{ name: 'Before', value: 'before' },
	],
};

const lastUsedApp: INodePropertyCollection = {
	displayName: 'Last Used App',
	name: 'lastUsedApp',
	values: [
		lastUsedAppComparison,
		{
			displayName: 'Time',
			name: 'time',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'Moment of the last session',
		},
	],
};

const match = (name: string, displayName: string, description: string): List => ({
	displayName,
	name,
	type: 'options',
	default: 'AND',
	description,
	options: [
		{ name: 'All', value: 'AND', description: 'Every one must hold' },
		{ name: 'Any', value: 'OR', description: 'At least one must hold' },
	],
});

export const audienceMatch = match(
	'audienceMatch',
	'Audience Match',
	'How the filters and groups of the audience combine',
);

export const groupMatch = match('match', 'Match', 'How the filters of this group combine');

const filters = [customAttribute, ...subscriptionFilters.map(subscription), lastUsedApp];

const filterList = (options: INodePropertyCollection[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Filter' },
	default: {},
	placeholder: 'Add Filter',
	options,
});

const group: INodePropertyCollection = {
	displayName: 'Group',
	name: 'group',
	values: [groupMatch, filterList(filters)],
};

export const audienceSource: List = {
	displayName: 'Audience',
	name: 'audience',
	type: 'options',
	default: 'none',
	description: 'Reach only users that these filters fit, at the moment of the send',
	options: [
		{ name: 'Build', value: 'build', description: 'Choose filters one by one' },
		{ name: 'JSON', value: 'json', description: "Give Braze's connected audience object" },
		{ name: 'None', value: 'none', description: 'No filters' },
	],
};

/** @returns the part of the form that builds a connected audience, or takes it as JSON */
export function describeAudience(show: Show): INodeProperties[] {
	const when = (audience: string): IDisplayOptions => ({ show: { ...show, audience: [audience] } });
	return [
		{ ...audienceSource, displayOptions: { show } },
		{ ...audienceMatch, displayOptions: when('build') },
		{
			...filterList([...filters, group]),
			displayName: 'Audience Filters',
			name: 'audienceFilters',
			displayOptions: when('build'),
		},
		{
			displayName: 'Audience JSON',
			name: 'audienceJson',
			type: 'json',
			default: '{}',
			description: 'A filter, or filters under AND or OR, nested as deep as needed',
			displayOptions: when('json'),
		},
	];
}
