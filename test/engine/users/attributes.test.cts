import type { IDataObject } from 'n8n-workflow';

import { jsonOf, NOW, openBench, pairs, shownBy } from '../support.cts';
import { fieldsForm, picked, row, rowsForm, upsertForm } from './forms.cts';

const bench = openBench({ now: NOW });

/** The attributes objects that left in the only request. */
const attributes = (): IDataObject[] =>
	(bench.onlyRequest().body as IDataObject).attributes as IDataObject[];

const run = async (parameters: IDataObject, items: IDataObject[]) =>
	await bench.run({ parameters, items, settings: { timezone: 'Europe/Berlin' } });

const runRows = async (rows: IDataObject[], item: IDataObject = {}) => {
	const { error } = await run(rowsForm(rows), [{ id: 'user-001', ...item }]);
	expect(error?.message).toBeUndefined();
	return attributes()[0];
};

describe('rows', () => {
	test.each<[string, IDataObject, unknown]>([
		['set', { change: 'set', value: 'gold' }, 'gold'],
		['increment', { change: 'increment', value: '-3' }, { inc: -3 }],
		['add to a list', { change: 'addToList', value: 'a, b' }, { add: ['a', 'b'] }],
		['remove from a list', { change: 'removeFromList', value: '[1, 2]' }, { remove: [1, 2] }],
		['remove', { change: 'remove' }, null],
		[
			'add an object',
			{ change: 'addObject', object: pairs(['id', 7, 'number'], ['model', 'Zoe', 'string']) },
			{ $add: [{ id: 7, model: 'Zoe' }] },
		],
		[
			'update an object',
			{
				change: 'updateObject',
				identifierKey: 'id',
				identifierValue: '7',
				type: 'number',
				objectJson: '{ "model": "Leaf" }',
			},
			{
				$update: [{ $identifier_key: 'id', $identifier_value: 7, $new_object: { model: 'Leaf' } }],
			},
		],
		[
			'remove an object',
			{ change: 'removeObject', identifierKey: 'id', identifierValue: 'x' },
			{ $remove: [{ $identifier_key: 'id', $identifier_value: 'x' }] },
		],
	])('%s', async (_what, more, wire) => {
		expect(await runRows([row('thing', more)])).toEqual({ external_id: 'user-001', thing: wire });
	});

	test('add and remove of one list go together, and so do nested keys, which merge', async () => {
		const wire = await runRows([
			row('genres', { change: 'addToList', value: 'jazz' }),
			row('genres', { change: 'removeFromList', value: 'pop' }),
			row('address', { change: 'set', nestedKey: 'city', value: 'Ghent' }),
			row('address', { change: 'set', nestedKey: 'geo.zone', value: 'B' }),
			row('car', { change: 'set', nestedKey: 'bought', value: '2024-02-03', type: 'time' }),
		]);
		expect(wire).toEqual({
			external_id: 'user-001',
			_merge_objects: true,
			genres: { add: ['jazz'], remove: ['pop'] },
			address: { city: 'Ghent', geo: { zone: 'B' } },
			car: { bought: { $time: '2024-02-03' } },
		});
	});

	test('a value becomes the type of the attribute picked where nothing is lost, and stays as it is elsewhere', async () => {
		const wire = await runRows(
			[
				row(picked('points', 'Number (Automatically Detected)'), { value: '12.5' }),
				row(picked('number_plate', 'Number'), { value: '007' }),
				row(picked('is_member', 'Boolean'), { value: 'TRUE ' }),
				row(picked('last_visit', 'Date or Time'), { value: '2026-01-16T10:00:00' }),
				row(picked('tags', 'Array'), { value: 'a, b' }),
				row(picked('code', 'String'), { value: '={{ $json.code }}' }),
				row('first_name', { value: '={{ $json.code }}' }),
			],
			{ code: 42 },
		);
		expect(wire).toEqual({
			external_id: 'user-001',
			points: 12.5,
			number_plate: '007',
			is_member: true,
			last_visit: '2026-01-16T09:00:00Z',
			tags: ['a', 'b'],
			code: '42',
			first_name: '42',
		});
	});

	test.each(['constructor', 'toString', '__proto__'])(
		'%s is neither true nor false',
		async (value) => {
			const wire = await runRows([row(picked('is_member', 'Boolean'), { value })]);
			expect(wire).toEqual({ external_id: 'user-001', is_member: value });
		},
	);

	test('a type that a person chose is refused where the value is none', async () => {
		const rows = [row('points', { change: 'set', value: 'many', type: 'number' })];
		const { error } = await run(rowsForm(rows), [{ id: 'user-001' }]);
		expect(error?.message).toContain('\'Attribute 1 > Value\' must be a number but is "many"');
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('null removes, and what an expression does not find is left alone', async () => {
		const wire = await runRows(
			[
				row('gone', { change: 'set', value: '={{ $json.gone }}' }),
				row('missing', { change: 'set', value: '={{ $json.missing }}' }),
				row('count', { change: 'increment', value: '={{ $json.missing }}' }),
			],
			{ gone: null },
		);
		expect(wire).toEqual({ external_id: 'user-001', gone: null });
	});

	test('an attribute in two rows that contradict each other is refused', async () => {
		const rows = ['a', 'b'].map((value) => row('tier', { change: 'set', value }));
		const { error } = await run(rowsForm(rows), [{ id: 'user-001' }]);
		expect(error?.message).toContain("'Attribute 2 > tier' stands in two rows");
	});

	test.each<[string, IDataObject[], string]>([
		[
			'a list that is changed and a key inside an object of one attribute',
			[
				{ change: 'addToList', value: 'a' },
				{ change: 'set', value: 'b', nestedKey: 'city' },
			],
			"'Attribute 2 > tier' stands in two rows",
		],
		[
			'two increments',
			[
				{ change: 'increment', value: 1 },
				{ change: 'increment', value: 2 },
			],
			"'Attribute 2 > tier' stands in two rows",
		],
		[
			'null for a list',
			[{ change: 'addToList', value: '={{ null }}' }],
			"'Attribute 1 > Value' is null",
		],
		['nothing for a list', [{ change: 'addToList', value: '' }], 'must be a list'],
		[
			'a key without its part',
			[{ change: 'set', value: 'a', nestedKey: 'address..city' }],
			"Nested Key' has an empty part",
		],
	])('%s: refused before anything leaves', async (_what, rows, sentence) => {
		const { error } = await run(rowsForm(rows.map((more) => row('tier', more))), [
			{ id: 'user-001' },
		]);
		expect(error?.message).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('input fields', () => {
	test('profile fields are found whatever their case, custom attributes go as they are', async () => {
		await run(fieldsForm(), [
			{ id: 'user-001', Email: 'USER-001@example.com', Tier: 'gold', PHONE: 32255501 },
		]);
		expect(attributes()).toEqual([
			{
				external_id: 'user-001',
				email: 'USER-001@example.com',
				Tier: 'gold',
				phone: '32255501',
			},
		]);
	});

	test('spaces around the head of a column are not part of the name', async () => {
		await run(fieldsForm(), [
			{ id: 'user-001', ' Email ': 'USER-001@example.com', 'Tier ': 'gold' },
		]);
		expect(attributes()).toEqual([
			{ external_id: 'user-001', email: 'USER-001@example.com', Tier: 'gold' },
		]);
	});

	test('two fields for one profile field are refused', async () => {
		const { error } = await run(fieldsForm(), [
			{ id: 'user-001', email: 'a@example.com', Email: 'b@example.com' },
		]);
		expect(error?.message).toContain('would get email from two input fields, "email" and "Email"');
	});

	test('fields that name the user are left out of all of them, and refused where a person chose them', async () => {
		const all = upsertForm({
			attributesSource: 'inputFields',
			externalUserId: '={{ $json.external_id }}',
		});
		await run(all, [{ external_id: 'user-001', external_user_id: 'user-001', tier: 'gold' }]);
		expect(attributes()).toEqual([{ external_id: 'user-001', tier: 'gold' }]);
		const { error } = await run(
			upsertForm({ attributesSource: 'selectedInputFields', attributesInputFields: 'braze_id' }),
			[{ id: 'user-001', braze_id: 'b1' }],
		);
		expect(error?.message).toContain('hold "braze_id", which names the user');
	});

	test('times inside objects are told, by their own kind or by name', async () => {
		await run(fieldsForm({ additionalFields: { nestedTimes: 'cars.bought' } }), [
			{ id: 'user-001', cars: [{ bought: '2024-02-03', sold: '2025-02-03' }], since: '2024-02-03' },
		]);
		expect(attributes()).toEqual([
			{
				external_id: 'user-001',
				cars: [{ bought: { $time: '2024-02-03' }, sold: '2025-02-03' }],
				since: '2024-02-03',
			},
		]);
	});

	test.each([
		['send', { external_id: 'user-001', tier: '' }],
		['leave', { external_id: 'user-001' }],
		['remove', { external_id: 'user-001', tier: null }],
	])('an empty text: %s', async (emptyTexts, wire) => {
		await run(fieldsForm({ additionalFields: { emptyTexts } }), [{ id: 'user-001', tier: '' }]);
		expect(attributes()).toEqual([wire]);
	});
});

describe('what Braze would refuse or drop without a word is refused before anything leaves', () => {
	test.each<[string, IDataObject, string]>([
		['a long name', { [`a${'b'.repeat(255)}`]: 1 }, 'hold a name of 256 characters'],
		['a long text', { text: 'x'.repeat(256) }, 'has 256 characters and Braze takes at most 255'],
		['a large list', { list: [{ text: 'x'.repeat(102_400) }] }, 'drops one of more than 102400'],
		['a nested key', { object: { 'a.b': 1 } }, 'takes no spaces, dots and dollar signs'],
		['a subscription state', { email_subscribe: 'yes' }, 'Give one of opted_in'],
		['a date of birth', { dob: '1.2.2000' }, 'Write the date of birth as YYYY-MM-DD'],
		['an email address', { email: 'nobody' }, 'Enter one address'],
		['a location', { current_location: { longitude: 1 } }, 'lacks the longitude or the latitude'],
		['a key that Braze refuses', { email_subscription_info: {} }, 'which Braze refuses'],
		['a number for a name', { first_name: { a: 1 } }, 'must be text'],
		['a text to increment by', { points: { inc: '1' } }, 'is incremented by "1"'],
		['a part to increment by', { points: { inc: 0.5 } }, 'is incremented by "0.5"'],
		['a text to add to a list', { tags: { add: 'jazz' } }, 'the others with a list each'],
		['an object to add', { cars: { $add: { id: 1 } } }, 'the others with a list each'],
		['a flag that is a text', { _merge_objects: 'yes' }, 'must be true or false'],
		['a time inside an object', { car: { since: { $time: 'soon' } } }, 'holds "soon" as $time'],
		['null as a time', { car: { since: { $time: null } } }, 'holds "null" as $time'],
		['no name', { ' ': 1 }, 'hold one without a name'],
	])('%s', async (_what, item, sentence) => {
		const { error } = await run(fieldsForm(), [{ id: 'user-001', ...item }]);
		expect(shownBy(error)).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test.each<[string, IDataObject]>([
		['255 characters of two code units each', { text: '😀'.repeat(255) }],
		['a time in a form of its own', { car: { since: { $time: '2026-01-02T03:04:05:678Z' } } }],
		['an object that happens to have such keys', { company: { inc: 'Shop', add: 1, id: 2 } }],
		['a list with null', { list: [null, 1] }],
	])('%s leaves', async (_what, item) => {
		const { error, hints } = await run(fieldsForm(), [{ id: 'user-001', ...item }]);
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(attributes()).toEqual([{ external_id: 'user-001', ...item }]);
	});

	test('null inside an object leaves as it is, with a hint that Braze may drop the attribute', async () => {
		const items = ['user-001', 'user-002'].map((id) => ({ id, cars: [{ colour: null }] }));
		const { error, hints } = await run(fieldsForm(), items);
		expect(error).toBeUndefined();
		expect(hints.filter(({ message }) => message.includes('null inside an object'))).toHaveLength(
			1,
		);
		expect(attributes()).toEqual(items.map(({ id, cars }) => ({ external_id: id, cars })));
	});

	test('an external ID of more than 987 bytes', async () => {
		const { error } = await run(fieldsForm(), [{ id: 'x'.repeat(988), tier: 'gold' }]);
		expect(error?.message).toContain('988 bytes');
	});
});

describe('identifiers', () => {
	test.each<[string, IDataObject, IDataObject]>([
		[
			'an alias, which creates nobody unless it is told to',
			{
				userIdentifier: 'userAlias',
				aliasName: 'a-1',
				aliasLabel: 'crm',
				updateExistingOnly: false,
			},
			{ user_alias: { alias_name: 'a-1', alias_label: 'crm' }, _update_existing_only: false },
		],
		[
			'a Braze ID',
			{ userIdentifier: 'brazeId', brazeId: 'b00000000000000000000001' },
			{
				braze_id: 'b00000000000000000000001',
			},
		],
		[
			'an email address',
			{ userIdentifier: 'email', email: 'user-001@example.com' },
			{
				email: 'user-001@example.com',
			},
		],
		[
			'a phone number',
			{ userIdentifier: 'phone', phone: '+3225550101', updateExistingOnly: true },
			{
				phone: '+3225550101',
				_update_existing_only: true,
			},
		],
	])('%s', async (_what, form, wire) => {
		const { error } = await run(
			upsertForm({
				...form,
				attributesSource: 'pairs',
				attributes: pairs(['tier', 'gold', 'string']),
			}),
			[{}],
		);
		expect(error?.message).toBeUndefined();
		expect(attributes()).toEqual([{ ...wire, tier: 'gold' }]);
	});

	test.each([
		['an alias is left out', 'userAlias', undefined, true],
		['an alias is created where it says so', 'userAlias', false, false],
		['an address is created', 'email', undefined, undefined],
		['an address is left out where it says so', 'email', true, true],
		['an address is left out where a table says so', 'email', '={{ "TRUE" }}', true],
		['an alias is created where a table says so', 'userAlias', '={{ "false" }}', false],
	])('chosen by an expression: %s', async (_what, kind, updateExistingOnly, flag) => {
		const { error } = await run(
			upsertForm({
				userIdentifier: '={{ $json.kind }}',
				aliasName: 'a-1',
				aliasLabel: 'crm',
				email: 'user-001@example.com',
				...(updateExistingOnly === undefined ? {} : { updateExistingOnly }),
				attributesSource: 'pairs',
				attributes: pairs(['tier', 'gold', 'string']),
			}),
			[{ kind }],
		);
		expect(error?.message).toBeUndefined();
		expect(attributes().map((each) => each._update_existing_only)).toEqual([flag]);
	});

	test('one that is empty is refused with its name', async () => {
		const { error } = await run(fieldsForm(), [{ id: ' ', tier: 'gold' }]);
		expect(error?.message).toContain("'External User ID' is empty");
	});
});

test('pairs: null removes, missing is left alone', async () => {
	const { error } = await run(
		upsertForm({
			attributesSource: 'pairs',
			attributes: pairs(
				['gone', '={{ $json.gone }}', 'string'],
				['missing', '={{ $json.missing }}', 'string'],
			),
		}),
		[{ id: 'user-001', gone: null }],
	);
	expect(error).toBeUndefined();
	expect(attributes()).toEqual([{ external_id: 'user-001', gone: null }]);
});

test('the profile has what was written', async () => {
	const { output } = await run(fieldsForm(), [{ id: 'user-001', first_name: 'Other', orders: 4 }]);
	expect(jsonOf(output[0])).toEqual([
		{ message: 'success', attributes_processed: 1, recipient: { external_id: 'user-001' } },
	]);
	const answer = await fetch(`${bench.sandbox.url}/sandbox/users/user-001`);
	expect(((await answer.json()) as IDataObject).user).toMatchObject({
		first_name: 'Other',
		custom_attributes: { orders: 4, eye_color: 'blue' },
	});
});
