import { openSandbox, type Answer, type Client } from './support.cts';

type Item = Record<string, unknown>;

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

const done = { message: 'success' };

const faults = ({ body }: Answer): string[] =>
	((body.errors ?? []) as Array<{ id: string }>).map(({ id }) => id);

const catalogs = async (): Promise<Item[]> =>
	(await client.get('/catalogs')).body.catalogs as Item[];

const named = async (name: string): Promise<Item | undefined> =>
	(await catalogs()).find((catalog) => catalog.name === name);

const id = { name: 'id', type: 'string' };
const create = (catalog: object) =>
	client.post('/catalogs', {
		catalogs: [{ name: 'shoes', description: 'Shoes', fields: [id], ...catalog }],
	});

describe('a catalog', () => {
	test('is created with its fields and without items', async () => {
		const fields = [id, { name: 'price', type: 'number' }];
		const answer = await create({ fields });
		expect(answer).toMatchObject({ status: 201, body: { message: 'success' } });
		expect(answer.body.catalogs).toEqual([
			{
				name: 'shoes',
				description: 'Shoes',
				fields,
				num_items: 0,
				updated_at: expect.stringMatching(/\.\d{3}\+00:00$/),
			},
		]);
		expect(await named('shoes')).toMatchObject({ fields });
	});

	test.each<[string, object, string]>([
		['a name that is taken', { name: 'products' }, 'catalog-name-already-exists'],
		['a name with a blank', { name: 'my shoes' }, 'invalid-catalog-name'],
		['a long name', { name: 'a'.repeat(251) }, 'catalog-name-too-large'],
		['a long description', { description: 'a'.repeat(251) }, 'description-too-long'],
		[
			'id behind another field',
			{ fields: [{ name: 'a', type: 'string' }, id] },
			'id-not-first-column',
		],
		['no fields', { fields: [] }, 'id-not-first-column'],
		['a field twice', { fields: [id, id] }, 'field-names-not-unique'],
		[
			'a field name with a blank',
			{ fields: [id, { name: 'a b', type: 'string' }] },
			'invalid-field-names',
		],
		[
			'a long field name',
			{ fields: [id, { name: 'a'.repeat(251), type: 'string' }] },
			'field-names-too-large',
		],
		['an unknown type', { fields: [id, { name: 'a', type: 'text' }] }, 'invalid-field-types'],
		[
			'501 fields',
			{
				fields: [
					id,
					...Array.from({ length: 500 }, (_, at) => ({ name: `f${at}`, type: 'string' })),
				],
			},
			'too-many-fields',
		],
	])('is refused for %s', async (_what, catalog, fault) => {
		const answer = await create(catalog);
		expect([answer.status, answer.body.message, faults(answer)]).toEqual([
			400,
			'Invalid Request',
			[fault],
		]);
		expect(await named('shoes')).toBeUndefined();
	});

	test.each([[{}], [{ catalogs: [] }], [{ catalogs: {} }], [{ catalogs: [{}, {}] }]])(
		'is refused in %j',
		async (body) => {
			expect(faults(await client.post('/catalogs', body))).toContain('catalog-array-invalid');
		},
	);
});

describe('fields', () => {
	const add = (...fields: object[]) => client.post('/catalogs/products/fields', { fields });

	test('are added, and one that exists stays as it is', async () => {
		expect(
			await add({ name: 'color', type: 'string' }, { name: 'price', type: 'string' }),
		).toMatchObject({
			status: 202,
			body: done,
		});
		expect((await named('products'))?.fields).toEqual(
			expect.arrayContaining([
				{ name: 'color', type: 'string' },
				{ name: 'price', type: 'number' },
			]),
		);
	});

	test('are refused', async () => {
		const many = (count: number) =>
			Array.from({ length: count }, (_, at) => ({ name: `f${at}`, type: 'string' }));
		expect(faults(await add(...many(51)))).toEqual(['request-includes-too-many-fields']);
		expect(faults(await add({ name: 'a', type: 'x' }))).toEqual(['invalid-field-types']);
		expect(await client.post('/catalogs/none/fields', { fields: many(1) })).toMatchObject({
			status: 404,
		});
	});

	test('go with their values', async () => {
		const path = '/catalogs/restaurants';
		expect(await client.delete(`${path}/fields/Rating`)).toMatchObject({ status: 202, body: done });
		const { body } = await client.get(`${path}/items/restaurant1`);
		expect((body.items as Item[])[0]).not.toHaveProperty('Rating');
		const again = await client.delete(`${path}/fields/Rating`);
		expect([again.status, faults(again)]).toEqual([404, ['invalid-field-name']]);
		expect(faults(await client.delete(`${path}/fields/id`))).toEqual(['invalid-field-name']);
	});

	test('stay where a selection uses them', async () => {
		await client.post('/catalogs/products/selections', {
			selection: {
				name: 'cheap',
				filters: [{ field: 'price', operator: 'less than', value: 5 }],
				results_limit: 5,
			},
		});
		expect(faults(await client.delete('/catalogs/products/fields/price'))).toEqual([
			'field-referenced-by-selection',
		]);
	});
});

describe('a selection', () => {
	const path = '/catalogs/restaurants/selections';
	const add = (more: object = {}) =>
		client.post(path, { selection: { name: 'best', filters: [], results_limit: 5, ...more } });
	const filter = (field: string, operator: string, value: unknown) => ({ field, operator, value });

	test('is created and deleted, each once', async () => {
		expect(await add()).toMatchObject({ status: 202, body: done });
		expect(await named('restaurants')).toMatchObject({ selections: [{ name: 'best' }] });
		expect(faults(await add())).toEqual(['selection-name-already-exists']);
		expect(await client.delete(`${path}/best`)).toMatchObject({ status: 202, body: done });
		expect(faults(await client.delete(`${path}/best`))).toEqual(['invalid-selection']);
	});

	test.each<[string, object, string]>([
		['no results', { results_limit: 0 }, 'selection-invalid-results-limit'],
		['51 results', { results_limit: 51 }, 'selection-invalid-results-limit'],
		['no filters', { filters: undefined }, 'invalid-selection'],
		['11 filters', { filters: Array(11).fill(filter('City', 'equals', 'a')) }, 'too-many-filters'],
		['an unknown field', { filters: [filter('x', 'equals', 'a')] }, 'selection-has-invalid-filter'],
		[
			'an operator of other types',
			{ filters: [filter('City', 'less than', 'a')] },
			'selection-has-invalid-filter',
		],
		[
			'a value of another type',
			{ filters: [filter('Rating', 'equals', 'a')] },
			'selection-has-invalid-filter',
		],
		['half a sorting', { sort_field: 'City' }, 'invalid-sorting'],
		['an unknown field to sort by', { sort_field: 'x', sort_order: 'asc' }, 'invalid-sort-field'],
		['an odd order', { sort_field: 'City', sort_order: 'up' }, 'invalid-sort-order'],
	])('is refused for %s', async (_what, more, fault) => {
		const answer = await add(more);
		expect([answer.status, faults(answer)]).toEqual([400, [fault]]);
	});

	test('may compare with Liquid', async () => {
		const filters = [filter('Rating', 'greater than', '{{custom_attribute.${rating}}}')];
		expect(await add({ filters })).toMatchObject({ status: 202 });
	});

	test('is one of 30 at most', async () => {
		for (let at = 0; at < 30; at++) await add({ name: `s${at}` });
		expect(faults(await add())).toEqual(['selection-limit-reached']);
	});
});

describe('one item', () => {
	const path = '/catalogs/restaurants/items';
	const item = async (name: string) =>
		((await client.get(`${path}/${name}`)).body.items as Item[] | undefined)?.[0];
	const one = (fields: object) => ({ items: [fields] });

	test('is created once', async () => {
		expect(await client.post(`${path}/new`, one({ City: 'Bonn' }))).toMatchObject({
			status: 201,
			body: done,
		});
		expect(await item('new')).toEqual({ id: 'new', City: 'Bonn' });
		const again = await client.post(`${path}/new`, one({}));
		expect([again.status, faults(again)]).toEqual([400, ['item-already-exists']]);
	});

	test('is changed in some fields', async () => {
		const changes = { City: 'Bonn', Top_Dishes: { $add: ['Pie'] } };
		expect(await client.patch(`${path}/restaurant1`, one(changes))).toMatchObject({ status: 200 });
		expect(await item('restaurant1')).toMatchObject({
			City: 'Bonn',
			Rating: 5,
			Top_Dishes: ['Hamburger', 'French Fries', 'Pie'],
		});
		expect(faults(await client.patch(`${path}/none`, one({})))).toEqual(['item-not-found']);
	});

	test('is created or replaced', async () => {
		expect(await client.put(`${path}/restaurant1`, one({ City: 'Bonn' }))).toMatchObject({
			status: 200,
		});
		expect(await item('restaurant1')).toEqual({ id: 'restaurant1', City: 'Bonn' });
		expect(await client.put(`${path}/new`, one({}))).toMatchObject({ status: 200 });
	});

	test('is deleted once', async () => {
		expect(await client.delete(`${path}/restaurant1`)).toMatchObject({ status: 202, body: done });
		const again = await client.delete(`${path}/restaurant1`);
		expect([again.status, faults(again)]).toEqual([400, ['item-not-found']]);
	});

	test.each<[string, string, object, string]>([
		['its id in the body', 'a', one({ id: 'a' }), 'id-in-body'],
		['an odd id', 'a%20b', one({}), 'invalid-ids'],
		['an unknown field', 'a', one({ x: 1 }), 'invalid-fields'],
		['a value of another type', 'a', one({ Rating: 'good' }), 'unable-to-coerce-value'],
		['an operator', 'a', one({ Top_Dishes: { $add: ['a'] } }), 'unable-to-coerce-value'],
		['two items', 'a', { items: [{}, {}] }, 'request-includes-too-many-items'],
	])('is refused for %s', async (_what, name, body, fault) => {
		const answer = await client.put(`${path}/${name}`, body);
		expect([answer.status, faults(answer)]).toEqual([400, [fault]]);
	});
});
