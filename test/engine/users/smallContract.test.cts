import { readSeed } from '../../../sandbox/seed.cts';
import { failuresIn, jsonOf, NOW, openBench, ownPairs, pairedOf, userId } from '../support.cts';
import { openStub } from '../stub.cts';
import { eventForm } from './forms.cts';

const bench = openBench({ now: NOW, seed: { ...readSeed(), trackedObjects: 50 } });
const stub = openStub();

const items = Array.from({ length: 160 }, (_, index) => ({ id: userId((index % 7) + 1) }));
const taken = () =>
	bench.sandbox.requests
		.filter(({ accepted }) => accepted)
		.map(({ body }) => (body as { events: Array<{ external_id: string }> }).events);

test.each([{}, { onError: 'continueErrorOutput' as const }])(
	'a request that holds more than the contract allows leaves again in halves, each event once and in order: %j',
	async (node) => {
		const { output, error } = await bench.run({
			parameters: eventForm({ options: { batching: { batch: { concurrency: 1 } } } }),
			items,
			node,
		});
		expect(error).toBeUndefined();
		expect(taken().map(({ length }) => length)).toEqual([38, 37, 38, 37, 10]);
		expect(
			taken()
				.flat()
				.map(({ external_id: id }) => id),
		).toEqual(items.map(({ id }) => id));
		expect(pairedOf(output[0])).toEqual(ownPairs(160));
		expect(jsonOf(output[0])[159]).toMatchObject({ message: 'success', events_processed: 1 });
	},
);

test('a half never takes an item apart: its event and its attributes leave together', async () => {
	const { output, error } = await bench.run({
		parameters: eventForm({ attributesSource: 'json', attributesJson: '{ "plan": "pro" }' }),
		items: Array.from({ length: 37 }, (_, index) => ({ id: userId(index + 1) })),
	});
	expect(error).toBeUndefined();
	expect(taken().map(({ length }) => length)).toEqual([19, 18]);
	expect(pairedOf(output[0])).toEqual(ownPairs(37));
	expect(jsonOf(output[0])[18]).toMatchObject({ attributes_processed: 1, events_processed: 1 });
});

test('one that is refused however small it is ends, and says what Braze says', async () => {
	stub.answer = { status: 400, body: { message: 'Max input length exceed' } };
	const { output } = await bench.run({
		url: stub.url,
		parameters: eventForm(),
		items: items.slice(0, 75),
		node: { onError: 'continueErrorOutput' },
	});
	expect(stub.asked).toHaveLength(1 + 2 + 4 + 8);
	expect(pairedOf(output[1])).toEqual(ownPairs(75));
	expect(failuresIn(output[1])[74]).toMatch(/Item 74: .*Max input length exceed/);
});

test('after a half that fails the run stops, and says what was written', async () => {
	bench.sandbox.faults.use({ script: ['none', 'none', 'reset-after'] });
	const { error } = await bench.run({ parameters: eventForm(), items: items.slice(0, 75) });
	expect(error?.message).toMatch(
		/Written: 38 items \(0-37\); may have been written: 37 items \(38-74\)/,
	);
});
