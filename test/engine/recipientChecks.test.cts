import type { IDataObject } from 'n8n-workflow';

import { alias, blueEyes, byEmail, kinds, objects } from './recipientForms.cts';
import { campaignForm, openBench, shownBy, type Parameters } from './support.cts';

const bench = openBench();

const wrong: Array<[string, Parameters, IDataObject, string]> = [
	['no identifier in a recipient object', objects([{ attributes: {} }]), {}, 'is missing'],
	[
		'two identifiers in one recipient',
		objects([{ external_user_id: 'a', braze_id: 'b' }]),
		{},
		'is given 2 times',
	],
	['an email without prioritization', objects([{ email: 'a@example.com' }]), {}, 'Prioritization'],
	[
		'an empty prioritization',
		{ ...byEmail, prioritization: '={{ [] }}' },
		{ email: 'a@example.com' },
		'Prioritization',
	],
	[
		'identified and unidentified at once',
		{ ...byEmail, prioritization: ['identified', 'unidentified'] },
		{ email: 'a@example.com' },
		'has both Identified and Unidentified',
	],
	[
		'an unknown prioritization',
		objects([{ email: 'a@example.com', prioritization: ['newest'] }]),
		{},
		'cannot be "newest"',
	],
	['a text that is no address', byEmail, { email: 'a at example' }, 'Enter one address'],
	[
		'a new user without attributes',
		objects([{ external_user_id: 'a', send_to_existing_only: false }]),
		{},
		"Attributes' are empty",
	],
	[
		'a new user by alias',
		objects([{ user_alias: alias, send_to_existing_only: false, attributes: { city: 'x' } }]),
		{},
		'cannot be off for a user alias',
	],
	[
		'a user twice with different content',
		objects([
			{ external_user_id: 'a', attributes: { x: 1 } },
			{ external_user_id: 'a', attributes: { x: 2 } },
		]),
		{},
		'name the same user twice with different content',
	],
	[
		'what names the user among the attributes',
		objects([{ external_user_id: 'a', attributes: { external_id: 'b' } }]),
		{},
		'hold "external_id", which names the user',
	],
	[
		'what names the user among all input fields',
		{ attributesSource: 'inputFields' },
		{ id: 'a', braze_id: 'b' },
		'hold "braze_id", which names the user',
	],
	...['a@example.com;', 'mailto:a@example.com', 'a@example.com.'].map(
		(email): [string, Parameters, IDataObject, string] => [
			`an address with more around it: ${email}`,
			byEmail,
			{ email },
			'Enter one address',
		],
	),
	[
		'IDs with semicolons between them',
		{ sendTo: 'userList', externalUserIds: 'a; b' },
		{},
		'has a semicolon or a tab in "a; b"',
	],
	['a list of IDs as one', {}, { id: '["a","b"]' }, 'is a piece of JSON, not an ID'],
	['lines of IDs as one', {}, { id: 'a\nb' }, 'holds a line break'],
	[
		'an address in two spellings',
		{ sendTo: 'userList', emails: 'A@example.com, a@example.com' },
		{},
		'name the same user twice in two spellings',
	],
	['a recipient that is no object', objects(['a']), {}, 'must be an object'],
	[
		'recipients that are no list',
		objects('{ "external_user_id": "a" }'),
		{},
		'must be a JSON list',
	],
	['recipients that do not parse', objects('[{]'), {}, 'does not parse as JSON'],
	['an empty list of recipients', objects('[]'), {}, "'Recipients' is empty"],
	[
		'an empty list of recipients beside an audience, which would reach all of it',
		{ ...objects('={{ [] }}'), audience: 'json', audienceJson: JSON.stringify(blueEyes) },
		{},
		"'Recipients' is empty",
	],
	['nobody and no broadcast', { sendTo: 'audience', broadcast: false }, {}, 'names nobody'],
];

describe.each(kinds)('a $kind refuses before sending', ({ form }) => {
	test.each(wrong)('%s', async (_name, more, item, words) => {
		const { error } = await bench.run({ parameters: form(more), items: [item] });
		expect(error?.message).toMatch(/^Item 0: /);
		expect(shownBy(error)).toContain(words);
		expect(bench.bodies()).toEqual([]);
	});
});

test('an unknown way to name users does not reach the whole audience', async () => {
	const { error } = await bench.run({
		parameters: campaignForm({
			sendTo: '={{ "someone" }}',
			aliasName: 'a',
			aliasLabel: 'b',
			recipientTriggerPropertiesInputFields: 'a',
			attributesInputFields: 'a',
			audience: 'json',
			audienceJson: JSON.stringify(blueEyes),
		}),
	});
	expect(error?.message).toContain('\'Send To\' cannot be "someone"');
	expect(bench.bodies()).toEqual([]);
});

describe.each(kinds)('properties of a $kind', ({ form, key }) => {
	const other = key === 'context' ? 'trigger_properties' : 'context';
	const besides = (keys: IDataObject): Parameters => ({
		additionalFields: { additionalJson: JSON.stringify(keys) },
	});

	test.each<[string, Parameters]>([
		['a recipient', objects([{ external_user_id: 'a', [other]: { x: 1 } }])],
		['Additional JSON', besides({ [other]: { x: 1 } })],
	])('stand under no key of another operation in %s', async (_where, more) => {
		const { error } = await bench.run({ parameters: form(more), items: [{ id: 'a' }] });
		expect(shownBy(error)).toContain(`Give the properties under ${key}`);
		expect(shownBy(error)).toContain(other);
		expect(bench.bodies()).toEqual([]);
	});
});

test('the older name of a context stands alone', async () => {
	const older = { additionalJson: '{ "canvas_entry_properties": { "a": 1 } }' };
	const [, { form }] = kinds;
	const run = async (more: Parameters) =>
		await bench.run({
			parameters: form({ additionalFields: older, ...more }),
			items: [{ id: 'a' }],
		});
	const { error } = await run({ contextSource: 'json', contextJson: '{ "a": 2 }' });
	expect(error?.message).toContain('holds "canvas_entry_properties", the older name');
	await run({});
	expect(bench.onlyRequest().accepted).toBe(true);
});
