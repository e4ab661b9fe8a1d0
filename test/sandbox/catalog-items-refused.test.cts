import {
	bench,
	faults,
	ids,
	item,
	openCatalogs,
	queued,
	RESTAURANTS,
	type Item,
} from './catalog-items.cts';

openCatalogs();

const deep = (levels: number): Item => (levels === 1 ? { a: 1 } : { a: deep(levels - 1) });
const many = Array.from({ length: 51 }, (_, index) => ({ id: `i${index}` }));

test.each<[string, unknown, string, unknown[]]>([
	['nothing', {}, 'item-array-invalid', []],
	['no list', { items: 'a' }, 'item-array-invalid', []],
	['an empty list', { items: [] }, 'item-array-invalid', []],
	['no objects', { items: ['a'] }, 'item-array-invalid', []],
	['51 items', { items: many }, 'request-includes-too-many-items', []],
	['another key', { items: [{ id: 'a' }], catalog: 'a' }, 'arbitrary-error', []],
	['no id', { items: [{ Name: 'a' }, { id: 'a' }] }, 'items-missing-ids', []],
	['a number as id', { items: [{ id: 7 }] }, 'ids-not-strings', [7]],
	['a long id', { items: [{ id: 'a'.repeat(251) }] }, 'ids-too-large', ['a'.repeat(251)]],
	['a blank in an id', { items: [{ id: 'a b' }, { id: 'c' }] }, 'invalid-ids', ['a b']],
	['one id twice', { items: [{ id: 'a' }, { id: 'a' }] }, 'ids-not-unique', ['a']],
	['an unknown field', { items: [{ id: 'a', name: 'b' }, { id: 'c' }] }, 'invalid-fields', ['a']],
	['a long value', { items: [{ id: 'a', Name: 'b'.repeat(5001) }] }, 'items-too-large', ['a']],
	['text for a number', { items: [{ id: 'a', Rating: 'b' }] }, 'unable-to-coerce-value', ['a']],
	[
		'a number for a flag',
		{ items: [{ id: 'a', Loyalty_Program: 1 }] },
		'unable-to-coerce-value',
		['a'],
	],
	['no time', { items: [{ id: 'a', Created_At: 'today' }] }, 'unable-to-coerce-value', ['a']],
	[
		'no place on earth',
		{ items: [{ id: 'a', Location: [0, 91] }] },
		'unable-to-coerce-value',
		['a'],
	],
	[
		'numbers in an array',
		{ items: [{ id: 'a', Top_Dishes: [1] }] },
		'unable-to-coerce-value',
		['a'],
	],
	[
		'a list for an object',
		{ items: [{ id: 'a', Opening_Hours: [] }] },
		'unable-to-coerce-value',
		['a'],
	],
	[
		'a dot in a key',
		{ items: [{ id: 'a', Opening_Hours: { 'b.c': 1 } }] },
		'invalid-keys-in-value-object',
		['a'],
	],
	[
		'51 levels',
		{ items: [{ id: 'a', Opening_Hours: deep(51) }] },
		'too-deep-nesting-in-value-object',
		['a'],
	],
	[
		'an operator for text',
		{ items: [{ id: 'a', Name: { $add: ['b'] } }] },
		'unable-to-coerce-value',
		['a'],
	],
])('%s is refused, and nothing of the request is taken', async (_name, body, id, values) => {
	const answer = await bench.client.patch(RESTAURANTS, body);
	expect([answer.status, answer.body.message]).toEqual([400, 'Invalid Request']);
	expect(faults(answer)).toEqual([
		{
			id,
			message: expect.any(String) as unknown,
			parameters: values.length > 0 ? ['id'] : [],
			parameter_values: values,
		},
	]);
	const others = await Promise.all([
		bench.client.put(RESTAURANTS, body),
		bench.client.post(RESTAURANTS, body),
	]);
	expect(others.map(({ status }) => status)).toEqual([400, 400]);
	expect(await ids()).toHaveLength(3);
});

test('one refusal lists every fault', async () => {
	const items = [{ Name: 'a' }, { id: 'b c', Rating: 'd' }, { id: 'e', f: 1 }];
	const answer = await bench.client.put(RESTAURANTS, { items });
	expect(faults(answer).map(({ id }) => id)).toEqual([
		'items-missing-ids',
		'invalid-ids',
		'invalid-fields',
		'unable-to-coerce-value',
	]);
	expect(answer.body.errors).toContainEqual({
		id: 'items-missing-ids',
		message: 'There are 1 item(s) that do not have ids',
		parameters: [],
		parameter_values: [],
	});
});

test('PUT spells one fault in its own way, and only PATCH takes operators', async () => {
	const put = await bench.client.put(RESTAURANTS, { items: [{ id: 7 }] });
	expect(faults(put)[0].id).toBe('ids-not-string');
	const items = [{ id: 'a', Top_Dishes: { $add: ['b'] } }];
	expect(faults(await bench.client.put(RESTAURANTS, { items }))[0].id).toBe(
		'unable-to-coerce-value',
	);
	expect(faults(await bench.client.post(RESTAURANTS, { items }))[0].id).toBe(
		'unable-to-coerce-value',
	);
});

test('what is just within the limits is stored', async () => {
	const value = {
		id: 'a'.repeat(250),
		Name: 'b'.repeat(5000),
		Rating: 4.5,
		Loyalty_Program: true,
		Location: [-180, 90],
		Top_Dishes: Array(100).fill('c'),
		Opening_Hours: deep(50),
		Created_At: 1_700_000_000,
		City: null,
	};
	const rest = many.slice(0, 49);
	expect(await bench.client.put(RESTAURANTS, { items: [value, ...rest] })).toMatchObject(queued);
	expect(await item(value.id)).toEqual(value);
});
