import type { IDataObject } from 'n8n-workflow';

import { catalog, itemForm, items, synchronous } from './catalogForms.cts';
import { jsonOf, NOW, openBench, failuresIn, toErrorOutput } from './support.cts';

const bench = openBench({ now: NOW });

describe('after a doubt', () => {
	const [one] = items(1);
	const doubtful = { script: ['reset-after' as const] };
	const retried = async (operation: string, given: IDataObject, more: IDataObject = {}) => {
		bench.sandbox.faults.use(doubtful);
		return await bench.run({
			parameters: itemForm(operation, more),
			items: [given],
			node: toErrorOutput,
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
				node: toErrorOutput,
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
