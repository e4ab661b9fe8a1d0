import { jsonOf, NOW, openBench, pairedOf } from '../engine/support.cts';
import type { FaultKind } from '../../sandbox/faults.cts';
import { namedOperations, sampleOf } from './sample.cts';

const bench = openBench({ now: NOW });

/** Runs a sample whose first request meets a fault. */
async function meet(name: string, operation: (typeof namedOperations)[number][1], kind: FaultKind) {
	const sample = sampleOf(operation);
	const [resource, value] = name.split('.');
	await sample.arrange?.(bench.sandbox);
	bench.sandbox.requests.length = 0;
	bench.sandbox.faults.use({ script: [{ kind, ms: 5, retryAfterSeconds: 0 }] });
	const options = { ...(sample.form.options as object), timeout: 5000 };
	const { output, error } = await bench.run({
		parameters: { resource, operation: value, ...sample.form, options },
		items: sample.items ?? [{}],
		node: { onError: 'continueErrorOutput' },
	});
	expect(error).toBeUndefined();
	const accounted = [...pairedOf(output[0]), ...pairedOf(output[1])].flatMap((paired) => paired);
	expect(accounted.length).toBeGreaterThan(0);
	return { sample, failed: jsonOf(output[1]), sent: bench.sandbox.requests.length };
}

/** Whether a request of an operation may leave again although Braze may have acted on it. */
const isSafe = ({ endpoint }: (typeof namedOperations)[number][1], body: unknown): boolean =>
	endpoint.effect === 'read' ||
	(typeof endpoint.repeat === 'function'
		? endpoint.repeat((body ?? {}) as never)
		: endpoint.repeat === 'safe');

describe.each(namedOperations)('%s', (name, operation) => {
	test('over the rate limit it waits and goes through', async () => {
		const { failed, sent, sample } = await meet(name, operation, '429-retry-after');
		expect(failed).toEqual([]);
		expect(sent).toBe(sample.wire.length + 1);
	});

	test('a connection that ends after Braze acted is repeated only where that does no harm', async () => {
		const { failed, sent, sample } = await meet(name, operation, 'reset-after');
		if (isSafe(operation, sample.wire[0].body)) {
			expect(sent).toBe(sample.wire.length + 1);
			return;
		}
		expect(sent).toBe(sample.wire.length);
		const words = JSON.stringify(failed);
		expect(words).toContain(
			operation.endpoint.effect === 'send' ? 'may have been sent' : 'may have been written',
		);
	});
});
