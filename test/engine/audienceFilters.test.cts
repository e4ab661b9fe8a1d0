import type { IDataObject } from 'n8n-workflow';

import { requestFields } from '../../sandbox/schemas/index.cts';
import { attribute, build, listed, openAudience } from './audienceForms.cts';

const { audienceOf } = openAudience();

type Row = [type: string, comparison: string, parameters: IDataObject, value: unknown];

const list = { values: 'gold, silver' };
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
