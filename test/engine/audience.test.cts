import type { IDataObject } from 'n8n-workflow';

import { requestFields } from '../../sandbox/schemas/index.cts';
import {
	campaignForm,
	canvasForm,
	messageForm,
	openBench,
	type Parameters,
	shownBy,
} from './support.cts';

const bench = openBench();
const settings = { timezone: 'Europe/Berlin' };

const build = (filters: IDataObject, audienceMatch = 'AND'): Parameters => ({
	audience: 'build',
	audienceMatch,
	audienceFilters: filters,
});

const json = (audience: unknown): Parameters => ({
	audience: 'json',
	audienceJson: typeof audience === 'string' ? audience : JSON.stringify(audience),
});

async function audienceOf(form: Parameters): Promise<unknown> {
	const { error } = await bench.run({
		parameters: messageForm(form),
		items: [{ id: 'user-001', tiers: ['gold', 'silver'] }],
		settings,
	});
	expect(error).toBeUndefined();
	expect(bench.onlyRequest().accepted).toBe(true);
	return (bench.onlyRequest().body as IDataObject).audience;
}

const attribute = (comparison: string, value?: unknown) => ({
	custom_attribute: {
		custom_attribute_name: 'a',
		comparison,
		...(value === undefined ? {} : { value }),
	},
});

type Row = [type: string, comparison: string, parameters: IDataObject, value: unknown];

const list = { values: 'gold, silver' };
const listed = ['gold', 'silver'];
const time = { time: '2030-01-31T09:00:00' };
const moment = '2030-01-31T08:00:00Z';

/** Every comparison that Braze documents for each type of custom attribute. */
const comparisons: Row[] = [
	['string', 'equals', { value: 'x' }, 'x'],
	['string', 'not_equal', { value: 'x' }, 'x'],
	['string', 'matches_regex', { value: '^x' }, '^x'],
	['string', 'does_not_match_regex', { value: '^x' }, '^x'],
	['string', 'exists', {}, undefined],
	['string', 'does_not_exist', {}, undefined],
	['string', 'is_any_of', list, listed],
	['string', 'is_none_of', list, listed],
	['array', 'includes_value', { value: 'x' }, 'x'],
	['array', 'does_not_include_value', { value: 'x' }, 'x'],
	['array', 'exists', {}, undefined],
	['array', 'does_not_exist', {}, undefined],
	['array', 'is_any_of', list, listed],
	['array', 'is_none_of', list, listed],
	['number', 'equals', { numberValue: 0 }, 0],
	['number', 'not_equal', { numberValue: 1.5 }, 1.5],
	['number', 'greater_than', { numberValue: -1 }, -1],
	['number', 'greater_than_or_equal_to', { numberValue: 2 }, 2],
	['number', 'less_than', { numberValue: 3 }, 3],
	['number', 'less_than_or_equal_to', { numberValue: '={{ "4" }}' }, 4],
	['number', 'exists', {}, undefined],
	['number', 'does_not_exist', {}, undefined],
	['boolean', 'equals', { booleanValue: true }, true],
	['boolean', 'not_equal', { booleanValue: false }, false],
	['boolean', 'exists', {}, undefined],
	['boolean', 'does_not_exist', {}, undefined],
	['time', 'less_than_x_days_ago', { days: 2 }, 2],
	['time', 'greater_than_x_days_ago', { days: 0 }, 0],
	['time', 'less_than_x_days_in_the_future', { days: 7 }, 7],
	['time', 'greater_than_x_days_in_the_future', { days: 7 }, 7],
	['time', 'after', time, moment],
	['time', 'before', time, moment],
	['time', 'exists', {}, undefined],
	['time', 'does_not_exist', {}, undefined],
];

test('the table has every comparison that the sandbox knows, but for the one that was renamed', () => {
	const known = requestFields.custom_attribute.comparison.enum ?? [];
	const tested = new Set(comparisons.map(([, comparison]) => comparison));
	expect([...tested, 'does_not_equal'].sort()).toEqual([...known].sort());
});

test.each(comparisons)('a %s attribute: %s', async (attributeType, comparison, more, value) => {
	const row = {
		attributeName: 'a',
		attributeType,
		[`${attributeType}Comparison`]: comparison,
		...more,
	};
	expect(await audienceOf(build({ customAttribute: [row] }))).toEqual(attribute(comparison, value));
});

test.each([
	['as a list from an expression', '={{ $json.tiers }}'],
	['as JSON text', '["gold", "silver"]'],
	['with line breaks', 'gold\nsilver'],
])('several values %s', async (_how, values) => {
	const row = {
		attributeName: 'a',
		attributeType: 'string',
		stringComparison: 'is_any_of',
		values,
	};
	expect(await audienceOf(build({ customAttribute: [row] }))).toEqual(
		attribute('is_any_of', listed),
	);
});

const subscriptions = ['emailSubscription', 'pushSubscription'].flatMap((name) =>
	['is', 'is_not'].flatMap((comparison) =>
		['opted_in', 'subscribed', 'unsubscribed'].map((state) => [name, comparison, state] as const),
	),
);

test.each(subscriptions)('%s %s %s', async (name, comparison, state) => {
	const key = name === 'emailSubscription' ? 'email' : 'push';
	expect(await audienceOf(build({ [name]: [{ comparison, state }] }))).toEqual({
		[`${key}_subscription_status`]: { comparison, value: state },
	});
});

test.each(['after', 'before'])('last used app %s', async (comparison) => {
	expect(await audienceOf(build({ lastUsedApp: [{ comparison, ...time }] }))).toEqual({
		last_used_app: { comparison, value: moment },
	});
});

const blue = {
	attributeName: 'a',
	attributeType: 'string',
	stringComparison: 'equals',
	value: 'blue',
};
const optedIn = { comparison: 'is', state: 'opted_in' };
const isBlue = attribute('equals', 'blue');
const push = { push_subscription_status: { comparison: 'is', value: 'opted_in' } };

describe('filters together', () => {
	test.each([
		['All', 'AND'],
		['Any', 'OR'],
	])('%s', async (_label, match) => {
		const filters = { customAttribute: [blue], pushSubscription: [optedIn] };
		expect(await audienceOf(build(filters, match))).toEqual({ [match]: [isBlue, push] });
	});

	test('in groups, each with its own match', async () => {
		const group = {
			match: 'OR',
			filters: { customAttribute: [blue, blue], pushSubscription: [optedIn] },
		};
		const filters = { pushSubscription: [optedIn], group: [group, { ...group, match: 'AND' }] };
		expect(await audienceOf(build(filters))).toEqual({
			AND: [push, { OR: [isBlue, isBlue, push] }, { AND: [isBlue, isBlue, push] }],
		});
	});
});

const deep = { AND: [isBlue, { OR: [push, { AND: [isBlue, { OR: [push] }] }] }] };

describe('as JSON', () => {
	test.each([
		['one filter', isBlue],
		['nested deeper than the form goes', deep],
		['the comparison of 2018 that was renamed', attribute('does_not_equal', true)],
	])('%s', async (_what, audience) => {
		expect(await audienceOf(json(audience))).toEqual(audience);
	});

	test('from an expression', async () => {
		const values =
			'={{ ({ custom_attribute: { custom_attribute_name: "a", comparison: "is_any_of", value: $json.tiers } }) }}';
		expect(await audienceOf(json(values))).toEqual(attribute('is_any_of', listed));
	});
});

test.each([
	['a campaign', campaignForm],
	['a Canvas', canvasForm],
])('%s takes the same', async (_what, form) => {
	const parameters = form(build({ customAttribute: [blue], pushSubscription: [optedIn] }, 'OR'));
	await bench.run({ parameters, items: [{ id: 'a' }] });
	expect(bench.onlyRequest()).toMatchObject({
		accepted: true,
		body: { audience: { OR: [isBlue, push] } },
	});
});

const refused: Array<[string, Parameters, string]> = [
	['no filter', build({}), 'has no filter'],
	[
		'an empty group',
		build({ customAttribute: [blue], group: [{ match: 'AND', filters: {} }] }),
		"'Audience Filters > Group 1 > Filters' has no filter",
	],
	[
		'no attribute name',
		build({ customAttribute: [{ ...blue, attributeName: '={{ "" }}' }] }),
		"Attribute Name' is empty",
	],
	['no value', build({ customAttribute: [{ ...blue, value: '={{ "" }}' }] }), 'has no value'],
	[
		'an empty list',
		build({ customAttribute: [{ ...blue, stringComparison: 'is_any_of', values: '={{ [] }}' }] }),
		'has no value',
	],
	[
		'a text as number',
		build({
			customAttribute: [{ ...blue, attributeType: 'number', numberValue: '={{ "many" }}' }],
		}),
		'must be a number',
	],
	['no time', build({ lastUsedApp: [{ comparison: 'after', time: '={{ "soon" }}' }] }), 'no date'],
	[
		'a date that is none',
		build({ lastUsedApp: [{ comparison: 'after', time: '={{ new Date(46205) }}' }] }),
		'1970-01-01T00:00:46Z, when nobody had an app',
	],
	[
		'what an expression leaves of a name',
		build({ customAttribute: [{ ...blue, attributeName: '={{ String($json.missing) }}' }] }),
		'is the text "undefined"',
	],
	...[-1, 46205].map((days): [string, Parameters, string] => [
		`${days} days`,
		build({
			customAttribute: [
				{
					...blue,
					attributeType: 'time',
					timeComparison: 'less_than_x_days_ago',
					days: `={{ ${days} }}`,
				},
			],
		}),
		'days. Give a number of days between 0 and 36525',
	]),
	[
		'days of a spreadsheet in JSON',
		json(attribute('less_than_x_days_ago', 46205)),
		'cannot be "46205" days',
	],
	['a blank in JSON', json(attribute('equals', ' ')), 'is empty'],
	['JSON that does not parse', json('{ "AND": '), 'does not parse as JSON'],
	['a JSON list', json([isBlue]), 'must be a JSON object'],
	['nothing in it', json({}), "'Audience' has no filter"],
	['two filters without AND or OR', json({ ...isBlue, ...push }), 'has 2 keys'],
	['NOT', json({ NOT: isBlue }), 'has the key "NOT"'],
	['and in lower case', json({ and: [isBlue] }), 'has the key "and"'],
	['an empty AND', json({ AND: [] }), "'Audience > AND' has no filter"],
	[
		'an empty OR deep inside',
		json({ AND: [isBlue, { OR: [] }] }),
		"'Audience > AND 2 > OR' has no filter",
	],
	['a comparison that does not exist', json(attribute('is', 'x')), 'cannot be "is"'],
	['a comparison without its value', json(attribute('equals')), 'value'],
	[
		'a state that does not exist',
		json({ push_subscription_status: { comparison: 'is', value: 'x' } }),
		'cannot be "x"',
	],
	[
		'a filter that does not exist',
		json({ country: { comparison: 'is', value: 'DE' } }),
		'has the key "country"',
	],
];

test.each(refused)('%s is refused before sending', async (_what, form, words) => {
	const { error } = await bench.run({ parameters: messageForm(form), items: [{ id: 'a' }] });
	expect(error?.message).toMatch(/^Item 0: '/);
	expect(shownBy(error)).toContain(words);
	expect(bench.bodies()).toEqual([]);
});
