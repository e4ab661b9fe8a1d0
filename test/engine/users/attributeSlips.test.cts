import type { IDataObject } from 'n8n-workflow';

import { failuresIn, pairs, toErrorOutput } from '../support.cts';
import { openAttributes } from './attributes.cts';
import { eventForm, fieldsForm, row, rowsForm, upsertForm } from './forms.cts';

const { bench, run, attributes } = openAttributes();

const [item] = [{ id: 'user-001' }];
const set = (attribute: string, value: unknown, more: IDataObject = {}): IDataObject =>
	row(attribute, { change: 'set', value: value as string, ...more });
const json = (value: unknown, more: IDataObject = {}): IDataObject =>
	upsertForm({ attributesSource: 'json', attributesJson: JSON.stringify(value), ...more });

const hintsAbout = (hints: Array<{ message: string }>, words: string): string[] =>
	hints.map(({ message }) => message).filter((message) => message.includes(words));

test.each<[string, IDataObject]>([
	['rows whose values are not there', rowsForm([set('plan', '={{ $json.plan }}')])],
	['rows that are none', upsertForm({ attributesSource: 'rows', attributeRows: {} })],
	['an empty object', json({})],
])('attributes that come to nothing are told of: %s', async (_what, parameters) => {
	const { hints } = await run(parameters, [item]);
	expect(attributes()).toEqual([{ external_id: 'user-001' }]);
	expect(hintsAbout(hints, 'came to nothing')).toHaveLength(1);
	const other = await run(json({ plan: null }), [item]);
	expect(hintsAbout(other.hints, 'came to nothing')).toEqual([]);
});

describe('names that every object has are names like any other', () => {
	const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];

	test('as rows, as JSON and as input fields', async () => {
		const given = `{${names.map((name) => `"${name}":1`).join(',')}}`;
		await run(rowsForm(names.map((name) => set(name, 1))), [item]);
		await run(upsertForm({ attributesSource: 'json', attributesJson: given }), [item]);
		await run(fieldsForm(), [{ id: 'user-001', ...(JSON.parse(given) as IDataObject) }]);
		const written = bench
			.bodies()
			.map((body) => Object.keys((body.attributes as IDataObject[])[0]).sort());
		const most = names.filter((name) => name !== '__proto__');
		expect(written[0]).toEqual(['external_id', ...names].sort());
		expect(written[1]).toEqual(['external_id', ...names].sort());
		// n8n itself takes that one name out of items
		expect(written[2]).toEqual(expect.arrayContaining(['external_id', ...most]));
	});
});

describe('names that every object has', () => {
	const parameters = (options: IDataObject = {}): IDataObject =>
		upsertForm({ attributesSource: 'json', attributesJson: '={{ $json.own }}', options });
	const own = (value: number): IDataObject => ({
		id: 'user-001',
		own: `{ "__proto__": ${value}, "constructor": ${value} }`,
	});

	test('stay where two items of a user become one', async () => {
		await run(parameters(), [{ id: 'user-001', own: '{ "tier": 1 }' }, own(2)]);
		expect(JSON.stringify(attributes())).toBe(
			'[{"external_id":"user-001","tier":1,"__proto__":2,"constructor":2}]',
		);
	});

	test('are new to a profile that lacks them', async () => {
		const { output } = await run(parameters({ onlyChanged: true }), [own(1)]);
		const [{ json: told }] = output[0];
		expect(JSON.stringify(told.changed)).toBe(
			'{"__proto__":{"after":1},"constructor":{"after":1}}',
		);
		expect(JSON.stringify(bench.bodies()[1].attributes)).toBe(
			'[{"external_id":"user-001","__proto__":1,"constructor":1}]',
		);
	});
});

describe('a row is refused', () => {
	test.each<[string, IDataObject[], string, IDataObject?]>([
		[
			'whose text holds a whole object',
			[set('a', '=Hi {{ $json.o }}')],
			"'Attribute 1 > Value' holds [object Object]",
		],
		[
			'whose text for a profile field holds one',
			[set('first_name', '=Hi {{ $json.o }}')],
			"'Attribute 1 > Value' holds [object Object]",
		],
		[
			'that looks for such a text',
			[
				row('l', {
					change: 'removeObject',
					identifierKey: 'id',
					identifierValue: '=x{{ $json.o }}',
				}),
			],
			"'Attribute 1 > Identifier Value' holds [object Object]",
		],
		[
			'that names a type which is none',
			[set('a', '1', { type: 'Number' })],
			`'Attribute 1 > Type' cannot be "Number". Choose asGiven, boolean`,
		],
		[
			'that says to do what cannot be done',
			[row('a', { change: 'Increment', value: 1 })],
			`'Attribute 1 > What to Do' cannot be "Increment". Choose addObject`,
		],
		[
			'that adds an object to a list of texts',
			[row('l', { change: 'addToList', value: '={{ [$json.o] }}' })],
			'choose Add Object or Remove Object',
		],
		[
			'that sets a nested key where objects are replaced',
			[set('address', 'Ghent', { nestedKey: 'city' })],
			"'Merge Objects' is off, and a row sets a Nested Key",
			{ additionalFields: { mergeObjects: false } },
		],
	])('%s', async (_what, rows, sentence, more = {}) => {
		const { error } = await run(rowsForm(rows, more), [{ ...item, o: { a: 1 } }]);
		expect(`${error?.message}. ${error?.description ?? ''}`).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('a change of a list that Braze would do nothing for is refused', () => {
	test.each<[IDataObject, string]>([
		[{ $add: ['x'] }, 'has "x" under $add, which takes objects'],
		[{ $remove: [{ $identifier_key: 'id' }] }, 'which lacks $identifier_value'],
		[{ $update: [{ id: 1 }] }, 'which lacks $identifier_key'],
		[
			{ $update: [{ $identifier_key: 'id', $identifier_value: 0 }] },
			'under $update, which lacks $new_object',
		],
		[{ add: [{ id: 1 }] }, 'choose Add Object'],
	])('%j', async (pets, sentence) => {
		const { error } = await run(json({ pets }), [item]);
		expect(`${error?.message}. ${error?.description ?? ''}`).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

test('blanks around an identifier key are gone, and a number that leaves as text is told of', async () => {
	const change = (value: unknown, more: IDataObject = {}): IDataObject =>
		row('pets', {
			change: 'updateObject',
			identifierKey: ' id ',
			identifierValue: value as string,
			object: pairs(['name', 'Mochi', 'string']),
			...more,
		});
	const told = await run(rowsForm([change('7')]), [item]);
	expect(hintsAbout(told.hints, 'choose Number as the Type')).toHaveLength(1);
	expect(attributes()[0].pets).toEqual({
		$update: [{ $identifier_key: 'id', $identifier_value: '7', $new_object: { name: 'Mochi' } }],
	});
	for (const fine of [
		change('7', { type: 'number' }),
		change('7', { type: 'text' }),
		change('a7'),
	]) {
		const { hints } = await run(rowsForm([fine]), [item]);
		expect(hintsAbout(hints, 'choose Number')).toEqual([]);
	}
});

describe('an address or a number that names the user and stands in the item too', () => {
	const named = (kind: string, expression: string): IDataObject =>
		upsertForm({ userIdentifier: kind, [kind]: expression, attributesSource: 'inputFields' });

	test('is the same with blanks, other letters or other signs', async () => {
		await run(named('email', '={{ $json.email }}'), [{ email: ' A@example.com', tier: 1 }]);
		await run(named('email', '={{ $json.email.toLowerCase() }}'), [
			{ email: 'A@example.com ', tier: 1 },
		]);
		await run(named('phone', '={{ "+" + $json.phone }}'), [{ phone: 15550100001, tier: 1 }]);
		expect(bench.bodies()).toEqual(
			[{ email: 'A@example.com' }, { email: 'a@example.com' }, { phone: '+15550100001' }].map(
				(name) => ({ attributes: [{ ...name, tier: 1 }] }),
			),
		);
	});

	test('is refused where it is another, with both of them', async () => {
		const { error } = await run(named('email', 'b@example.com'), [{ email: 'a@example.com' }]);
		expect(error?.message).toContain(
			`hold "a@example.com" as email, and the user is named by the email "b@example.com"`,
		);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('a whole request where names and values belong is refused', () => {
	const body = { attributes: [{ external_id: 'user-002', tier: 1 }] };
	const events = { events: [{ user_alias: {}, name: 'x', time: '2026-01-01' }] };
	const inEvent = (value: unknown): IDataObject =>
		eventForm({ eventPropertiesSource: 'json', eventPropertiesJson: JSON.stringify(value) });

	test.each<[string, IDataObject]>([
		['User Attributes', json(body)],
		['User Attributes', json(events)],
		['Event Properties', inEvent(events)],
		['Event Properties', inEvent({ purchases: [{ email: 'a@example.com' }] })],
	])('%s %#', async (label, form) => {
		const { error } = await run(form, [item]);
		expect(error?.message).toContain(`'${label}' hold a whole request`);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('while lists of that name leave', async () => {
		const { error } = await run(json({ events: ['fair'], attributes: [{ colour: 'red' }] }), [
			item,
		]);
		expect(error).toBeUndefined();
		expect(attributes()).toHaveLength(1);
	});
});

test('names that nearly mean a profile field leave as they are, with a hint each', async () => {
	const odd = { Email: 'x', 'First Name': 'x', 'time-zone': 'x', homeCity: 'x' };
	const { hints } = await run(json({ ...odd, tier: 1, custom_attributes: { a: 1 } }), [item]);
	expect(hintsAbout(hints, 'the profile field is named')).toHaveLength(4);
	expect(hintsAbout(hints, '"custom_attributes" went out as one')).toHaveLength(1);
	expect(attributes()[0]).toMatchObject(odd);
	const { hints: none } = await run(fieldsForm(), [{ ...item, Email: 'a@example.com', emails: 1 }]);
	expect(hintsAbout(none, 'went out as')).toEqual([]);
});

test('a day that no calendar has, and an empty choice, are refused in words of their own', async () => {
	const { output } = await bench.run({
		parameters: fieldsForm(),
		items: [
			{ dob: '1990-02-31' },
			{ gender: '' },
			{ email_subscribe: '' },
			{ dob: '2000-02-29' },
		].map((each) => ({ ...item, ...each })),
		node: toErrorOutput,
	});
	expect(failuresIn(output[1])).toEqual([
		expect.stringContaining('a day that no calendar has'),
		expect.stringContaining("'User Attributes > gender' is empty. Give one of"),
		expect.stringContaining('choose Leave the Attribute Alone under Empty Texts'),
	]);
	expect(bench.bodies()).toHaveLength(1);
});
