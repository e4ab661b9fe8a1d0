import type {
	IDisplayOptions,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { attributeTypes, subscriptionFilters } from './comparisons';
import type { AttributeType, ValueKind } from './comparisons';

type Show = NonNullable<IDisplayOptions['show']>;

/** A list to choose from. */
type List = INodeProperties & { options: INodePropertyOptions[] };

/** The parameter that holds a value, for each kind of it. */
export const valueParameters: Record<Exclude<ValueKind, 'none'>, INodeProperties> = {
	boolean: {
		displayName: 'Value',
		name: 'booleanValue',
		type: 'boolean',
		default: true,
		description: 'Whether the attribute is compared with true or with false',
	},
	days: {
		displayName: 'Days',
		name: 'days',
		type: 'number',
		default: 7,
		typeOptions: { minValue: 0 },
		description: 'Number of days from the moment of the send',
	},
	list: {
		displayName: 'Values',
		name: 'values',
		type: 'string',
		default: '',
		placeholder: 'e.g. gold, silver',
		description: 'Values with commas between them, a JSON list, or a list from an expression',
	},
	number: { displayName: 'Value', name: 'numberValue', type: 'number', default: 0 },
	text: {
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. gold',
	},
	textOrList: {
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. gold',
		description: 'A value, or a list of which one is enough, as JSON or from an expression',
	},
	time: { displayName: 'Time', name: 'time', type: 'dateTime', default: '' },
};

/**
 * The parameter that holds how an attribute of a type is compared. Each type has its own, since n8n gives a new row
 * the last default of a name, and keeps the old choice when the type is switched.
 */
export const comparisonParameter = ({ key }: AttributeType): string => `${key}Comparison`;

const usualComparisons = ['equals', 'after', 'includes_value'];

/** @returns the list of comparisons for a type of attribute */
export function comparisonOf(type: AttributeType): List {
	const usual = type.comparisons.find(({ key }) => usualComparisons.includes(key));
	const defaultComparison = (usual ?? type.comparisons[0]).key;
	return {
		displayName: 'Comparison',
		name: comparisonParameter(type),
		type: 'options',
		default: defaultComparison,
		options: type.comparisons.map(({ key, displayName }) => ({ name: displayName, value: key })),
		displayOptions: { show: { attributeType: [type.key] } },
	};
}

/** The value parameter of a kind, for each type that compares with such a value. */
const valuesOf = (kind: keyof typeof valueParameters): INodeProperties[] =>
	attributeTypes.flatMap((type) => {
		const comparisons = type.comparisons.filter(({ value }) => value === kind);
		if (comparisons.length === 0) return [];
		const show = {
			attributeType: [type.key],
			[comparisonParameter(type)]: comparisons.map(({ key }) => key),
		};
		return [{ ...valueParameters[kind], displayOptions: { show } }];
	});

export const attributeType: List = {
	displayName: 'Attribute Type',
	name: 'attributeType',
	type: 'options',
	default: 'string',
	options: attributeTypes.map(({ key, displayName }) => ({ name: displayName, value: key })),
};

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
