import type { IDataObject } from 'n8n-workflow';

import { catalog, itemForm } from './catalogForms.cts';
import { jsonOf, NOW, openBench, ownPairs, pairedOf, failuresIn, shownBy } from './support.cts';

const bench = openBench({ now: NOW });

const items = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: `sku-${index + 1}`,
		fields: { price: index + 1 },
	}));
const continuing = { onError: 'continueErrorOutput' as const };
const synchronous = { options: { synchronous: true } };
const ITEMS = '/catalogs/products/items';

const sizes = () => bench.bodies().map((body) => (body.items as unknown[]).length);
const stored = async (id: string) => await readItem('products', id);

async function readItem(name: string, id: string): Promise<IDataObject | undefined> {
	const { output } = await bench.run({
		parameters: {
			resource: 'catalogItem',
			operation: 'get',
			catalogName: catalog(name),
			itemId: id,
		},
		node: continuing,
	});
	bench.sandbox.requests.pop();
	return jsonOf(output[0])[0];
}

describe('items share requests', () => {
	test('of 50, and each input item learns that its own is queued', async () => {
		const { output, error } = await bench.run({
			parameters: itemForm('upsert'),
			items: items(120),
		});
		expect(error).toBeUndefined();
		expect(sizes()).toEqual([50, 50, 20]);
		expect(pairedOf(output[0])).toEqual(ownPairs(120));
		expect(jsonOf(output[0])[119]).toEqual({ id: 'sku-120', message: 'success', queued: true });
	});

	test('of two replacements of an item the last one leaves, and both input items are served', async () => {
		const twice = [...items(2), { id: 'sku-1', fields: { title: 'Cup' } }];
		const { output } = await bench.run({ parameters: itemForm('upsert'), items: twice });
		expect(bench.onlyRequest().body).toEqual({
			items: [
				{ id: 'sku-1', title: 'Cup' },
				{ id: 'sku-2', price: 2 },
			],
		});
		expect(pairedOf(output[0])).toEqual(ownPairs(3));
		expect(await stored('sku-1')).toEqual({ id: 'sku-1', title: 'Cup' });
	});

	test('two changes of an item leave one after the other', async () => {
		const twice = [...items(2), { id: 'sku-1', fields: { price: 9 } }];
		await bench.run({ parameters: itemForm('update'), items: twice });
		expect(bench.bodies().map((body) => body.items)).toEqual([
			[
				{ id: 'sku-1', price: 1 },
				{ id: 'sku-2', price: 2 },
			],
			[{ id: 'sku-1', price: 9 }],
		]);
	});

	test('an item that is deleted twice is named once', async () => {
		const { output } = await bench.run({
			parameters: itemForm('delete'),
			items: [{ id: 'a' }, { id: 'a' }],
		});
		expect(bench.onlyRequest().body).toEqual({ items: [{ id: 'a' }] });
		expect(jsonOf(output[0])).toEqual([
			{ deleted: true, queued: true },
			{ deleted: true, queued: true },
		]);
	});
});

describe('a batch that Braze refuses for some of its items', () => {
	// n8n takes the very same items that come again for a retry
	const mixed = () => [
		{ id: 'good-1', fields: { price: 1 } },
		{ id: 'bad-1', fields: { weight: 1 } },
		{ id: 'good-2', fields: { price: 2 } },
		{ id: 'bad-2', fields: { price: 'cheap', weight: 1 } },
	];
	const run = async (operation: string, given: IDataObject[] = mixed()) =>
		await bench.run({ parameters: itemForm(operation), items: given, node: continuing });
	const messages = failuresIn;

	test.each(['upsert', 'update'])('%s: leaves again without them', async (operation) => {
		const { output } = await run(operation);
		expect(sizes()).toEqual([4, 2]);
		expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 2 }]);
		expect(pairedOf(output[1])).toEqual([{ item: 1 }, { item: 3 }]);
		const [first, second] = messages(output[1]);
		expect(first).toContain('Item 1: Braze refused it: ');
		expect(first).toContain('(invalid-fields)');
		expect(second).toContain('(invalid-fields); ');
		expect(second).toContain('(unable-to-coerce-value)');
	});

	test.each([
		['create', mixed()],
		['update', [...mixed(), { id: 'list', fields: { collection: { $add: ['Sale'] } } }]],
	])(
		'%s that may not be repeated: the others are not written, and may be tried again',
		async (operation, given) => {
			const { output } = await run(operation, given);
			expect(sizes()).toEqual([given.length]);
			expect(output[0]).toEqual([]);
			const [first, second, third] = messages(output[1]);
			expect(first).toContain('Not written, because Braze refused the request for others');
			expect(second).toContain('(invalid-fields)');
			expect(third).toContain('nothing is wrong with it');
		},
	);

	test('a run that stops says which items were written', async () => {
		const { error } = await bench.run({ parameters: itemForm('upsert'), items: mixed() });
		expect(error?.message).toContain('Item 1: Braze refused it');
		expect(error?.message).toContain('Written: 2 items (0, 2); not written: 2 items (1, 3)');
	});

	test('a refusal that names no item is that of all of them', async () => {
		const { output } = await bench.run({
			parameters: itemForm('upsert', { catalogName: catalog('bad-1') }),
			items: mixed(),
			node: continuing,
		});
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(output[1]).toHaveLength(4);
		for (const message of messages(output[1])) {
			expect(message).toContain('Could not find catalog');
			expect(message).toContain('Check the name of the catalog');
		}
	});

	test('it gives up after five rounds', async () => {
		// each answer names one item more
		const { withoutRefused } = await import('../../nodes/Braze/pipeline/send/withoutRefused.ts');
		let sent = 0;
		const entries = items(20).map((wire) => ({ list: 'items', wire: wire as IDataObject }));
		const send = withoutRefused(
			async () => {
				sent++;
				return { kind: 'rejected', status: 400, reason: 'no', advice: '', answer: {} };
			},
			{
				effect: 'write',
				repeat: 'safe',
				parts: [],
				refusedEntries: (_answer, request) => [{ entry: request.entries[0], reason: 'odd' }],
			},
		);
		const request = { method: 'PUT' as const, path: '/x', body: {} };
		const outcome = await send({
			request,
			entries,
			entryItems: entries.map((_entry, index) => [index]),
			itemIndexes: [],
			after: [],
		});
		expect([sent, outcome.kind, outcome.apart?.size]).toEqual([5, 'rejected', 5]);
		expect(outcome).toMatchObject({ retryable: true });
	});
});

describe('after a doubt', () => {
	const [one] = items(1);
	const doubtful = { script: ['reset-after' as const] };
	const retried = async (operation: string, given: IDataObject, more: IDataObject = {}) => {
		bench.sandbox.faults.use(doubtful);
		return await bench.run({
			parameters: itemForm(operation, more),
			items: [given],
			node: continuing,
		});
	};

	test.each(['upsert', 'update', 'delete'])('%s leaves again', async (operation) => {
		const { output } = await retried(operation, one);
		expect(bench.sandbox.requests).toHaveLength(2);
		expect(output[0]).toHaveLength(1);
	});

	test.each([
		['create', one],
		['update', { id: 'filler-0001', fields: { collection: { $add: ['Sale'] } } }],
	])('%s that would do it twice does not', async (operation, given) => {
		const { output } = await retried(operation, given);
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(failuresIn(output[1])[0]).toContain('may have been written');
	});

	test('an item that is there already counts as created', async () => {
		const { output } = await retried('create', one, synchronous);
		expect(bench.sandbox.requests.map(({ accepted }) => accepted)).toEqual([true, false]);
		expect(jsonOf(output[0])).toEqual([
			{ id: 'sku-1', message: expect.stringContaining('earlier attempt') },
		]);
	});

	test('an item that is gone already counts as deleted', async () => {
		const { output } = await retried('delete', { id: 'filler-0001' }, synchronous);
		expect(bench.sandbox.requests.map(({ accepted }) => accepted)).toEqual([true, false]);
		expect(jsonOf(output[0])).toEqual([{ deleted: true }]);
	});

	test('without one, both are refusals', async () => {
		const run = async (operation: string, id: string) =>
			await bench.run({
				parameters: itemForm(operation, synchronous),
				items: [{ id, fields: {} }],
				node: continuing,
			});
		const created = await run('create', 'filler-0001');
		expect(failuresIn(created.output[1])[0]).toContain('already exists');
		const deleted = await run('delete', 'nobody');
		expect(failuresIn(deleted.output[1])[0]).toContain('Could not find item');
	});

	test('a catalog that is gone already counts as deleted, one that is there as created', async () => {
		bench.sandbox.faults.use(doubtful);
		const gone = await bench.run({
			parameters: { resource: 'catalog', operation: 'delete', catalogName: catalog('empty') },
		});
		expect(jsonOf(gone.output[0])).toEqual([{ deleted: true }]);
		bench.sandbox.faults.use(doubtful);
		const made = await bench.run({
			parameters: { resource: 'catalog', operation: 'create', name: 'shoes', description: 'Shoes' },
		});
		expect(jsonOf(made.output[0])).toEqual([
			{ name: 'shoes', message: expect.stringContaining('earlier attempt') },
		]);
		expect(bench.sandbox.requests).toHaveLength(4);
	});
});

describe('Synchronous', () => {
	test.each([
		['upsert', 'PUT', { message: 'success' }],
		['create', 'POST', { message: 'success' }],
		['update', 'PATCH', { message: 'success' }],
	])('%s names the item in the path and nowhere else', async (operation, method, answer) => {
		const given = { id: operation === 'create' ? 'new' : 'filler-0001', fields: { price: 3 } };
		const { output, error } = await bench.run({
			parameters: itemForm(operation, synchronous),
			items: [given],
		});
		expect(error).toBeUndefined();
		expect(bench.onlyRequest()).toMatchObject({
			method,
			path: `${ITEMS}/${given.id}`,
			body: { items: [{ price: 3 }] },
		});
		expect(jsonOf(output[0])).toEqual([{ id: given.id, ...answer }]);
	});

	test('a delete has no body at all', async () => {
		await bench.run({
			parameters: itemForm('delete', synchronous),
			items: [{ id: 'filler-0002' }],
		});
		const { method, path, body, accepted } = bench.onlyRequest();
		expect([method, path, body, accepted]).toEqual([
			'DELETE',
			`${ITEMS}/filler-0002`,
			undefined,
			true,
		]);
	});

	test('says at once which item is not there', async () => {
		const { output } = await bench.run({
			parameters: itemForm('update', synchronous),
			items: [...items(1), { id: 'filler-0001', fields: { price: 1 } }],
			node: continuing,
		});
		expect(pairedOf(output[0])).toEqual([{ item: 1 }]);
		expect(failuresIn(output[1])[0]).toContain('Could not find item');
	});

	test('holds for the whole run', async () => {
		const { error } = await bench.run({
			parameters: itemForm('update', { options: { synchronous: '={{ $json.now }}' } }),
			items: [
				{ ...items(1)[0], now: true },
				{ ...items(1)[0], now: false },
			],
		});
		expect(error?.message).toContain("'Synchronous' differs between item 0 and item 1");
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('needs the permission of its own endpoint, and a dry run shows its path', async () => {
		const { output } = await bench.run({
			parameters: itemForm('upsert', { options: { synchronous: true, dryRun: true } }),
			items: items(1),
		});
		expect(jsonOf(output[0])[0]).toMatchObject({
			url: `${bench.sandbox.url}${ITEMS}/sku-1`,
			body: { items: [{ price: 1 }] },
		});
	});
});

describe('is refused before anything leaves', () => {
	test.each([
		[{ id: 'a b', fields: {} }, '\'Item ID\' is "a b"'],
		[{ id: 'x'.repeat(251), fields: {} }, "'Item ID' has 251 characters"],
		[{ fields: {} }, "'Item ID' is empty"],
		[{ id: 'a', fields: { title: 'x'.repeat(5001) } }, "'Item Fields > title' has 5001 characters"],
		[
			{ id: 'a', fields: { collection: Array(101).fill('x') } },
			"'Item Fields > collection' has 101 entries",
		],
		[{ id: 'a', fields: { spec: { 'a.b': 1 } } }, '\'Item Fields > spec\' has the key "a.b"'],
		[
			{ id: 'a', fields: { collection: { $add: ['x'] } } },
			"'Item Fields > collection' adds to a list",
		],
	])('%#', async (item, sentence) => {
		const { error } = await bench.run({ parameters: itemForm('upsert'), items: [item] });
		expect(shownBy(error)).toContain(sentence);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test.each([
		['an update without fields', { id: 'a', fields: {} }, "'Item Fields' are empty"],
		[
			'an odd change of a list',
			{ id: 'a', fields: { collection: { $add: 'x' } } },
			'list of texts',
		],
	])('%s', async (_what, item, sentence) => {
		const { error } = await bench.run({ parameters: itemForm('update'), items: [item] });
		expect(shownBy(error)).toContain(sentence);
	});

	test('a catalog with a field twice', async () => {
		const { error } = await bench.run({
			parameters: {
				resource: 'catalog',
				operation: 'create',
				name: 'shoes',
				description: 'Shoes',
				fields: { field: [{ fieldName: 'a' }, { fieldName: 'a', fieldType: 'number' }] },
			},
		});
		expect(error?.message).toContain('has the name "a" twice');
	});

	test.each(['delete', 'deleteField', 'deleteSelection'])(
		'more than 50 of %s, which cannot be undone',
		async (operation) => {
			const { error } = await bench.run({
				parameters: {
					resource: 'catalog',
					operation,
					catalogName: '={{ $json.name }}',
					existingField: 'price',
					selectionName: 'sale',
				},
				items: Array.from({ length: 51 }, (_, index) => ({ name: `catalog-${index}` })),
			});
			expect(error?.message).toContain('would change 51 objects for good');
			expect(bench.sandbox.requests).toEqual([]);
		},
	);

	test.each([
		[
			{ filter: [{ field: 'price', operator: 'less than', value: '5' }] },
			{},
			'Choose the Value Type Number',
		],
		[{}, { sortField: 'price' }, "'Sort Order' is empty"],
		[{ filter: Array(11).fill({ field: 'a', value: 'b' }) }, {}, "'Filters' has 11 entries"],
	])('a selection: %#', async (filters, additionalFields, sentence) => {
		const { error } = await bench.run({
			parameters: {
				resource: 'catalog',
				operation: 'createSelection',
				catalogName: catalog('products'),
				selectionName: 'sale',
				filters,
				additionalFields,
			},
		});
		expect(shownBy(error)).toContain(sentence);
	});
});

test('a list of items is read over all of its pages', async () => {
	const { output } = await bench.run({
		parameters: {
			resource: 'catalogItem',
			operation: 'getAll',
			catalogName: catalog('products'),
			returnAll: true,
		},
	});
	expect(bench.sandbox.requests).toHaveLength(3);
	expect(new Set(jsonOf(output[0]).map(({ id }) => id)).size).toBe(120);
});

test('fields of input items leave out the ID, which the form gives', async () => {
	await bench.run({
		parameters: itemForm('upsert', { itemFieldsSource: 'inputFields' }),
		items: [{ id: 'a', title: 'Cup', price: 2 }],
	});
	expect(bench.onlyRequest().body).toEqual({ items: [{ id: 'a', title: 'Cup', price: 2 }] });
});
