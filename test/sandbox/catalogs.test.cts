import { openSandbox, NOW, type Answer, type Client } from './support.cts';

type Item = Record<string, unknown>;

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
});
afterAll(() => client.sandbox.close());

const RESTAURANTS = '/catalogs/restaurants/items';

async function item(id: string): Promise<Item> {
	const { status, body } = await client.get(`${RESTAURANTS}/${id}`);
	expect([status, body.message]).toEqual([200, 'success']);
	return (body.items as Item[])[0];
}

async function ids(): Promise<unknown[]> {
	return ((await client.get(RESTAURANTS)).body.items as Item[]).map(({ id }) => id);
}

function faults({ body }: Answer): Array<{ id: string; parameter_values: unknown[] }> {
	return body.errors as Array<{ id: string; parameter_values: unknown[] }>;
}

const queued = { status: 202, body: { message: 'success' } };

test('all catalogs come in one answer, with their fields', async () => {
	const { status, body } = await client.get('/catalogs');
	const catalogs = body.catalogs as Item[];
	expect([status, body.message]).toEqual([200, 'success']);
	expect(catalogs.map(({ name, num_items: count }) => [name, count])).toEqual([
		['restaurants', 3],
		['products', 120],
		['empty', 0],
	]);
	expect(catalogs[0]).toMatchObject({
		description: 'Restaurants that deliver',
		updated_at: '2026-01-12T09:30:00.000+00:00',
	});
	expect((catalogs[0].fields as Item[]).slice(0, 2)).toEqual([
		{ name: 'id', type: 'string' },
		{ name: 'Name', type: 'string' },
	]);
});

test('a catalog can be deleted once', async () => {
	expect(await client.delete('/catalogs/restaurants')).toMatchObject({
		status: 200,
		body: { message: 'success' },
	});
	const again = await client.delete('/catalogs/restaurants');
	expect([again.status, faults(again)[0].id]).toEqual([404, 'catalog-not-found']);
	expect(await client.get(RESTAURANTS)).toMatchObject({ status: 404 });
	client.sandbox.reset();
	expect(await ids()).toHaveLength(3);
});

describe('items in pages', () => {
	const next = (link: string | null) => /<([^>]+)>; rel="next"/.exec(link ?? '')?.[1];

	test('of 50, with the way to their neighbors in Link', async () => {
		const found: unknown[] = [];
		const links: Array<string | null> = [];
		let path: string | undefined = '/catalogs/products/items';
		while (path) {
			const answer = await client.get(path);
			found.push(...(answer.body.items as Item[]).map(({ id }) => id));
			links.push(answer.headers.get('link'));
			path = next(answer.headers.get('link'));
		}
		expect([found.length, new Set(found).size]).toEqual([120, 120]);
		const page = (cursor: string, rel: string) =>
			`</catalogs/products/items?cursor=${cursor}>; rel="${rel}"`;
		expect(links).toEqual([
			page('c2tpcDo1MA==', 'next'),
			`${page('c2tpcDow', 'prev')},${page('c2tpcDoxMDA=', 'next')}`,
			page('c2tpcDo1MA==', 'prev'),
		]);
	});

	test('have no Link when one page holds them all', async () => {
		const { body, headers } = await client.get(RESTAURANTS);
		expect([(body.items as Item[]).length, headers.has('link')]).toEqual([3, false]);
		const empty = await client.get('/catalogs/empty/items');
		expect([empty.body.items, empty.headers.has('link')]).toEqual([[], false]);
	});

	test('need a cursor of this list', async () => {
		const answer = await client.get(`${RESTAURANTS}?cursor=abc`);
		expect([answer.status, answer.body]).toEqual([
			400,
			{
				errors: [
					{
						id: 'invalid-cursor',
						message: "'cursor' is not valid",
						parameters: ['cursor'],
						parameter_values: ['abc'],
					},
				],
				message: 'Invalid Request',
			},
		]);
		expect(faults(await client.get(`${RESTAURANTS}?page=1`))[0].id).toBe('arbitrary-error');
	});
});

test.each([
	['/catalogs/none/items', 'catalog-not-found'],
	['/catalogs/none/items/a', 'catalog-not-found'],
	[`${RESTAURANTS}/none`, 'item-not-found'],
	[`${RESTAURANTS}/${'a'.repeat(250)}`, 'item-not-found'],
	[`${RESTAURANTS}/${encodeURIComponent('a/b c')}`, 'item-not-found'],
])('%s is not there', async (path, id) => {
	const answer = await client.get(path);
	expect([answer.status, faults(answer)[0].id]).toEqual([404, id]);
});

test('PATCH changes the fields it names, and arrays element by element', async () => {
	const changes = [
		{
			id: 'restaurant1',
			Name: 'Restaurant',
			Loyalty_Program: false,
			Top_Dishes: { $add: ['Biscuits', 'Coleslaw'], $remove: ['French Fries'] },
		},
		{ id: 'restaurant3', City: 'San Francisco', Rating: 2, Top_Dishes: ['Soup'] },
	];
	expect(await client.patch(RESTAURANTS, { items: changes })).toMatchObject(queued);
	expect(await item('restaurant1')).toMatchObject({
		Name: 'Restaurant',
		City: 'New York',
		Loyalty_Program: false,
		Top_Dishes: ['Hamburger', 'Biscuits', 'Coleslaw'],
	});
	expect(await item('restaurant3')).toMatchObject({
		Name: 'Restaurant 3',
		City: 'San Francisco',
		Rating: 2,
		Top_Dishes: ['Soup'],
	});
	const [catalog] = (await client.get('/catalogs')).body.catalogs as Item[];
	expect(catalog.updated_at).toMatch(/^2026-01-16T12:00:00\.\d{3}\+00:00$/);
});

test('PATCH of an item that does not exist is taken, and nothing comes of it', async () => {
	const answer = await client.patch(RESTAURANTS, { items: [{ id: 'new', Name: 'a' }] });
	expect(answer).toMatchObject(queued);
	expect(client.sandbox.requests[0].notes).toEqual([
		'new does not exist, so nothing becomes of its changes',
	]);
	expect(await ids()).not.toContain('new');
});

test('PUT creates what is missing and replaces the whole of what is there', async () => {
	const items = [
		{ id: 'restaurant1', Name: 'Only a name' },
		{ id: 'new', City: 'Chicago' },
	];
	expect(await client.put(RESTAURANTS, { items })).toMatchObject(queued);
	expect(await item('restaurant1')).toEqual(items[0]);
	expect(await item('new')).toEqual(items[1]);
});

test('POST creates; an item that exists stays as it is', async () => {
	const items = [
		{ id: 'restaurant1', Name: 'Other' },
		{ id: 'new', Rating: 4.5 },
	];
	expect(await client.post(RESTAURANTS, { items })).toMatchObject(queued);
	expect(await item('restaurant1')).toMatchObject({ Name: 'Restaurant 1' });
	expect(await item('new')).toEqual(items[1]);
});

test('DELETE takes its ids from the body, and does not mind those that do not exist', async () => {
	const items = [{ id: 'restaurant1' }, { id: 'restaurant2' }, { id: 'none' }];
	expect(await client.delete(RESTAURANTS, { items })).toMatchObject(queued);
	expect(await ids()).toEqual(['restaurant3']);
	expect(client.sandbox.requests[0].body).toEqual({ items });
});

test('DELETE needs that body as JSON', async () => {
	expect(await client.delete(RESTAURANTS)).toMatchObject({ status: 415 });
	const plain = { 'content-type': 'text/plain' };
	expect(await client.delete(RESTAURANTS, '{}', plain)).toMatchObject({ status: 415 });
	const broken = await client.delete(RESTAURANTS, '{');
	expect([broken.status, Object.keys(broken.body)]).toEqual([400, ['error']]);
});

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
	const answer = await client.patch(RESTAURANTS, body);
	expect([answer.status, answer.body.message]).toEqual([400, 'Invalid Request']);
	expect(faults(answer)).toEqual([
		{
			id,
			message: expect.any(String) as unknown,
			parameters: values.length > 0 ? ['id'] : [],
			parameter_values: values,
		},
	]);
	const others = await Promise.all([client.put(RESTAURANTS, body), client.post(RESTAURANTS, body)]);
	expect(others.map(({ status }) => status)).toEqual([400, 400]);
	expect(await ids()).toHaveLength(3);
});

test('one refusal lists every fault', async () => {
	const items = [{ Name: 'a' }, { id: 'b c', Rating: 'd' }, { id: 'e', f: 1 }];
	const answer = await client.put(RESTAURANTS, { items });
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
	const put = await client.put(RESTAURANTS, { items: [{ id: 7 }] });
	expect(faults(put)[0].id).toBe('ids-not-string');
	const items = [{ id: 'a', Top_Dishes: { $add: ['b'] } }];
	expect(faults(await client.put(RESTAURANTS, { items }))[0].id).toBe('unable-to-coerce-value');
	expect(faults(await client.post(RESTAURANTS, { items }))[0].id).toBe('unable-to-coerce-value');
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
	expect(await client.put(RESTAURANTS, { items: [value, ...rest] })).toMatchObject(queued);
	expect(await item(value.id)).toEqual(value);
});

test.each<[string, string, string, boolean]>([
	['catalogs.get', 'get', '/catalogs', false],
	['catalogs.delete', 'delete', '/catalogs/empty', false],
	['catalogs.get_items', 'get', RESTAURANTS, false],
	['catalogs.get_item', 'get', `${RESTAURANTS}/restaurant1`, false],
	['catalogs.add_items', 'post', RESTAURANTS, true],
	['catalogs.update_items', 'patch', RESTAURANTS, true],
	['catalogs.replace_items', 'put', RESTAURANTS, true],
	['catalogs.delete_items', 'delete', RESTAURANTS, true],
])('%s is needed', async (permission, method, path, hasBody) => {
	const response = await fetch(client.sandbox.url + path, {
		method: method.toUpperCase(),
		headers: {
			authorization: 'Bearer sandbox-send-only-key',
			'content-type': 'application/json',
		},
		...(hasBody && { body: JSON.stringify({ items: [{ id: 'a' }] }) }),
	});
	expect([response.status, await response.json()]).toEqual([
		403,
		{ message: 'Access Denied', errors: [`the API key lacks the permission ${permission}`] },
	]);
});
