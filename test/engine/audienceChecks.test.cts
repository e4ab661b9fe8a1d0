import { attribute, blue, build, isBlue, json, openAudience, push } from './audienceForms.cts';
import { messageForm, type Parameters, shownBy } from './support.cts';

const { bench } = openAudience();

/** A condition with words for nothing, which fits nobody, or everybody where it says not. */
const leftOf = (value: unknown): Parameters => json(attribute('not_equal', value));

const refused: Array<[string, Parameters, string]> = [
	['what an expression leaves of a value', leftOf('undefined'), 'is the text "undefined"'],
	['what a calculation leaves of it', leftOf(' NaN'), 'what an expression leaves of a value'],
	['such a word in a list', leftOf(['gold', 'null']), 'is the text "null"'],
	[
		'such a word in the form',
		build({ customAttribute: [{ ...blue, value: '={{ "" + $json.missing }}' }] }),
		'which gives "undefined" for this item',
	],
	['AND over an object', json({ AND: isBlue }), "'Audience > AND' must be a list"],
	['an audience in another', json({ audience: isBlue }), 'Give what stands under "audience" alone'],
	['no time of use', build({ lastUsedApp: [{ time: '={{ $json.missing }}' }] }), 'has no value'],
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
		'which gives "undefined" for this item',
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
