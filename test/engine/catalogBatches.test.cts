import type { IDataObject } from 'n8n-workflow';

import { catalog, itemForm, items } from './catalogForms.cts';
import {
	jsonOf,
	NOW,
	openBench,
	ownPairs,
	pairedOf,
	failuresIn,
	toErrorOutput,
} from './support.cts';

const bench = openBench({ now: NOW });

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
		node: toErrorOutput,
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
		await bench.run({ parameters: itemForm(operation), items: given, node: toErrorOutput });
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
			node: toErrorOutput,
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
