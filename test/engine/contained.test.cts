import type { Operation } from '../../nodes/Braze/pipeline/operation.ts';
import { campaignForm, openBench, ownPairs, pairedOf, failuresIn, userItems } from './support.cts';
import { loadPackage } from '../../engine/nodeTypes.cts';

const bench = openBench();
const ITEMS = 60;
const items = userItems(ITEMS);
const name = 'campaignTrigger.send';

/** The operation that n8n runs, out of the built package. */
async function shipped(): Promise<Operation> {
	await loadPackage();
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const { operations } = require('../../dist/nodes/Braze/endpoints/index.js') as {
		operations: Operation[];
	};
	const found = operations.find(({ resource, value }) => `${resource}.${value}` === name);
	if (!found) throw new Error(`there is no ${name}`);
	return found;
}

const deliveries = () => bench.sandbox.deliveryCounts().map(({ count }) => count);
const onceEach = Array<number>(ITEMS).fill(1);

describe('an output that cannot be made of an answer', () => {
	let operation: Operation;
	let output: Operation['endpoint']['output'];
	beforeAll(async () => {
		operation = await shipped();
		output = operation.endpoint.output;
		operation.endpoint.output = () => {
			throw new Error('odd answer');
		};
	});
	afterAll(() => {
		operation.endpoint.output = output;
	});

	test.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'fails its items with %s, and each was sent once',
		async (onError) => {
			const { output: outputs, error } = await bench.run({
				parameters: campaignForm(),
				items,
				node: { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(error).toBeUndefined();
			const failed = outputs[onError === 'continueErrorOutput' ? 1 : 0];
			expect(pairedOf(failed)).toEqual(ownPairs(ITEMS));
			const words = /took the request, but .*could not be read \(odd answer\).*may have been sent/;
			for (const item of failed) expect(JSON.stringify(item.json)).toMatch(words);
			expect(deliveries()).toEqual(onceEach);
		},
	);

	test.each([{}, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 }])(
		'stops the run with the account of what was sent, each once: %j',
		async (node) => {
			const { error } = await bench.run({ parameters: campaignForm(), items, node });
			expect(error?.message).toMatch(/could not be read \(odd answer\)/);
			expect(`${error?.message} ${error?.description}`).toMatch(/Sent: 60 items \(0-59\)/);
			expect(deliveries()).toEqual(onceEach);
		},
	);
});

describe('items without data of their own', () => {
	const bare = [undefined, undefined] as never[];

	test('are run as items without fields, each with its account', async () => {
		const { output, error } = await bench.run({
			parameters: campaignForm({ externalUserId: 'user-001' }),
			items: bare,
			node: { onError: 'continueErrorOutput', retryOnFail: true, maxTries: 2 },
		});
		expect(error).toBeUndefined();
		const paired = [...pairedOf(output[0]), ...pairedOf(output[1])];
		expect(
			new Set(paired.flatMap((each) => each).map((each) => (each as { item: number }).item)),
		).toEqual(new Set([0, 1]));
	});

	test('fail where an expression reads one, and nothing is sent', async () => {
		const { output } = await bench.run({
			parameters: campaignForm(),
			items: bare,
			node: { onError: 'continueErrorOutput' },
		});
		expect(failuresIn(output[1])).toHaveLength(2);
		expect(bench.sandbox.requests).toEqual([]);
	});
});
