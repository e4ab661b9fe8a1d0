import type { IDataObject } from 'n8n-workflow';

import {
	campaignForm,
	canvasForm,
	openBench,
	pairs,
	type Parameters,
	shownBy,
} from './support.cts';

const bench = openBench();

const MAX_BYTES = 51_200;

const item = { id: 'a', city: 'Bonn', order: { id: 7, lines: ['x'] }, vip: true, none: null };

/** The same object in every way that the form takes it. */
const ways: Array<[string, (name: string) => Parameters, IDataObject]> = [
	[
		'typed pairs',
		(name) => ({
			[`${name}Source`]: 'pairs',
			[name]: pairs(
				['city', '={{ $json.city }}', 'string'],
				['count', '={{ "7" }}', 'number'],
				['vip', 'true', 'boolean'],
				['lines', '["x", 1]', 'array'],
				['order', '={{ $json.order }}', 'object'],
				['text', '={{ $json.order.id }}', 'string'],
				['nothing', null, 'string'],
				['untyped', 7, ''],
			),
		}),
		{
			city: 'Bonn',
			count: 7,
			vip: true,
			lines: ['x', 1],
			order: { id: 7, lines: ['x'] },
			text: '7',
			nothing: null,
			untyped: 7,
		},
	],
	[
		'a pair as n8n names it after a column that is dragged there',
		(name) => ({ [`${name}Source`]: 'pairs', [name]: pairs([`['size [cm]']`, 7, 'number']) }),
		{ 'size [cm]': 7 },
	],
	[
		'an object with a key that pairs have, too',
		(name) => ({
			[`${name}Source`]: 'pairs',
			[name]: '={{ { assignments: [null, "north"] } }}',
		}),
		{ assignments: [null, 'north'] },
	],
	[
		'JSON text',
		(name) => ({ [`${name}Source`]: 'json', [`${name}Json`]: '{ "order": { "id": 7 } }' }),
		{ order: { id: 7 } },
	],
	...['={} {{ $json.order }}', '={{ $json.order }}{}', '=[ ]{{ $json.order }}\n'].map(
		(dropped): [string, (name: string) => Parameters, IDataObject] => [
			`a column dropped beside what the field held: ${dropped}`,
			(name) => ({ [`${name}Source`]: 'json', [`${name}Json`]: dropped }),
			{ id: 7, lines: ['x'] },
		],
	),
	[
		'JSON text with an expression inside',
		(name) => ({
			[`${name}Source`]: 'json',
			[`${name}Json`]: '={ "city": "{{ $json.city }}", "id": {{ $json.order.id }} }',
		}),
		{ city: 'Bonn', id: 7 },
	],
	[
		'an object from an expression',
		(name) => ({ [`${name}Source`]: 'json', [`${name}Json`]: '={{ $json.order }}' }),
		{ id: 7, lines: ['x'] },
	],
	['all input fields', (name) => ({ [`${name}Source`]: 'inputFields' }), item],
	[
		'all input fields but some',
		(name) => ({
			[`${name}Source`]: 'inputFieldsExcept',
			[`${name}InputFields`]: 'id, vip, unknown',
		}),
		{ city: 'Bonn', order: { id: 7, lines: ['x'] }, none: null },
	],
	[
		'some input fields',
		(name) => ({
			[`${name}Source`]: 'selectedInputFields',
			[`${name}InputFields`]: 'city,order, unknown',
		}),
		{ city: 'Bonn', order: { id: 7, lines: ['x'] } },
	],
];

const bodyOf = async (parameters: Parameters): Promise<IDataObject> => {
	const { error } = await bench.run({ parameters, items: [item] });
	expect(error).toBeUndefined();
	expect(bench.onlyRequest().accepted).toBe(true);
	return bench.onlyRequest().body as IDataObject;
};

describe.each([
	['a campaign', campaignForm, 'triggerProperties', 'trigger_properties'],
	['a Canvas', canvasForm, 'context', 'context'],
])('properties for all users of %s', (_what, form, name, key) => {
	test.each(ways)('from %s', async (_way, parametersOf, properties) => {
		expect((await bodyOf(form(parametersOf(name))))[key]).toEqual(properties);
	});

	test('are left out by default', async () => {
		expect(await bodyOf(form())).not.toHaveProperty(key);
	});
});

describe.each([
	['a campaign', campaignForm, 'recipientTriggerProperties', 'trigger_properties'],
	['a Canvas', canvasForm, 'recipientContext', 'context'],
])('own properties of a user of %s', (_what, form, name, key) => {
	test.each(ways)('from %s', async (_way, parametersOf, properties) => {
		const { recipients } = await bodyOf(form(parametersOf(name)));
		expect(recipients).toEqual([{ external_user_id: 'a', [key]: properties }]);
	});

	test('win over those for all and stand beside them', async () => {
		const forAll = name === 'recipientContext' ? 'context' : 'triggerProperties';
		const body = await bodyOf(
			form({
				[`${forAll}Source`]: 'json',
				[`${forAll}Json`]: '{ "city": "everywhere" }',
				[`${name}Source`]: 'selectedInputFields',
				[`${name}InputFields`]: 'city',
			}),
		);
		expect(body[key]).toEqual({ city: 'everywhere' });
		expect(body.recipients).toEqual([{ external_user_id: 'a', [key]: { city: 'Bonn' } }]);
	});
});

describe('attributes of a user', () => {
	test.each(ways)('from %s', async (_way, parametersOf, attributes) => {
		const { recipients } = await bodyOf(campaignForm(parametersOf('attributes')));
		expect(recipients).toEqual([
			{ external_user_id: 'a', attributes, send_to_existing_only: true },
		]);
	});
});

/** A JSON object of exactly so many bytes. */
const ofBytes = (bytes: number): string => JSON.stringify({ a: 'ä'.repeat((bytes - 8) / 2) });

describe.each([
	['triggerProperties', campaignForm],
	['recipientTriggerProperties', campaignForm],
	['context', canvasForm],
	['recipientContext', canvasForm],
])('%s', (name, form) => {
	const json = (text: string): Parameters => ({
		[`${name}Source`]: 'json',
		[`${name}Json`]: text,
	});

	test('may have 50 KB', async () => {
		expect(Buffer.byteLength(ofBytes(MAX_BYTES))).toBe(MAX_BYTES);
		await bodyOf(form(json(ofBytes(MAX_BYTES))));
	});

	test.each([
		['one byte more', json(ofBytes(MAX_BYTES + 2)), `Braze takes at most ${MAX_BYTES}`],
		['JSON that does not parse', json('{ "a": '), 'does not parse as JSON'],
		['a JSON list', json('[1]'), 'must be a JSON object'],
		['a JSON text', json('"a"'), 'must be a JSON object'],
		[
			'a pair without a name',
			{ [`${name}Source`]: 'pairs', [name]: pairs(['', 'a', 'string']) },
			'has a pair without a name',
		],
		[
			'a name twice',
			{ [`${name}Source`]: 'pairs', [name]: pairs(['a', 1, 'number'], ['a', 2, 'number']) },
			'has the name "a" twice',
		],
		[
			'a value that is not of its type',
			{ [`${name}Source`]: 'pairs', [name]: pairs(['a', 'many', 'number']) },
			'must be a number',
		],
	])('refuses %s before sending', async (_what, parameters, words) => {
		const { error } = await bench.run({ parameters: form(parameters), items: [item] });
		expect(shownBy(error)).toContain(words);
		expect(bench.bodies()).toEqual([]);
	});
});

test('a typed pair takes what tables write for true and false, and an empty cell is no pair', async () => {
	const flags = ['TRUE', 'True ', '1', 1, 'FALSE', '0', 0];
	const empty = ['number', 'boolean', 'array', 'object'].flatMap((type) => [
		[`${type} empty`, '', type],
		[`${type} blank`, ' \n', type],
	]) as Array<[string, unknown, string]>;
	await bench.run({
		parameters: campaignForm({
			triggerPropertiesSource: 'pairs',
			triggerProperties: pairs(
				...flags.map((flag, index): [string, unknown, string] => [`f${index}`, flag, 'boolean']),
				...empty,
				['from an item', '={{ $json.cell }}', 'number'],
				['text', '', 'string'],
			),
		}),
		items: [{ id: 'user-001', cell: ' ' }],
	});
	expect((bench.bodies()[0].trigger_properties as IDataObject) ?? {}).toEqual({
		f0: true,
		f1: true,
		f2: true,
		f3: true,
		f4: false,
		f5: false,
		f6: false,
		text: '',
	});
});
