import { catalog, itemForm, items, synchronous } from './catalogForms.cts';
import { jsonOf, NOW, openBench, pairedOf, failuresIn, toErrorOutput } from './support.cts';

const bench = openBench({ now: NOW });

const ITEMS = '/catalogs/products/items';

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
			node: toErrorOutput,
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
