import { credentialsFor } from '../../engine/brazeNode.cts';
import { runBraze } from '../../engine/engine.cts';
import type { FaultKind } from '../../sandbox/faults.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { FULL_KEY, jsonOf, NOW, pairedOf } from '../engine/support.cts';
import { namedOperations, sampleOf } from './sample.cts';

/** Faults that are met side by side, each before a sandbox of its own, since what takes long is the wait before a try again. */
const SIDE_BY_SIDE = 12;

type NamedOperation = (typeof namedOperations)[number];

/** Runs a sample whose first request meets a fault. */
async function meet(sandbox: Sandbox, [name, operation]: NamedOperation, kind: FaultKind) {
	const sample = sampleOf(operation);
	const [resource, value] = name.split('.');
	sandbox.reset();
	await sample.arrange?.(sandbox);
	sandbox.requests.length = 0;
	sandbox.faults.use({ script: [{ kind, ms: 5, retryAfterSeconds: 0 }] });
	const options = { ...(sample.form.options as object), timeout: 5000 };
	const { output, error } = await runBraze({
		parameters: { resource, operation: value, ...sample.form, options },
		items: sample.items ?? [{}],
		node: { onError: 'continueErrorOutput' },
		credentials: credentialsFor(sandbox.url, FULL_KEY),
	});
	const accounted = [...pairedOf(output[0]), ...pairedOf(output[1])].flatMap((paired) => paired);
	return { error, accounted, failed: jsonOf(output[1]), sent: sandbox.requests.length };
}

type Met = Awaited<ReturnType<typeof meet>>;

const KINDS = ['429-retry-after', 'reset-after'] as const;
type Kind = (typeof KINDS)[number];

const met = new Map<string, Met | Error>();
const under = (name: string, kind: Kind): string => `${name} ${kind}`;

beforeAll(async () => {
	const open = namedOperations.flatMap((operation) => KINDS.map((kind) => ({ operation, kind })));
	const meetSome = async (): Promise<void> => {
		const sandbox = await startSandbox({ now: NOW });
		for (let next = open.shift(); next; next = open.shift()) {
			const { operation, kind } = next;
			const result = await meet(sandbox, operation, kind).catch((error: Error) => error);
			met.set(under(operation[0], kind), result);
		}
		await sandbox.close();
	};
	await Promise.all(Array.from({ length: SIDE_BY_SIDE }, meetSome));
}, 120_000);

/** What became of an operation that met a fault: nothing thrown, and every item accounted for. */
function afterFault(name: string, kind: Kind): Met {
	const result = met.get(under(name, kind));
	if (!result || result instanceof Error) throw result ?? new Error(`${name} met no ${kind}`);
	expect(result.error).toBeUndefined();
	expect(result.accounted.length).toBeGreaterThan(0);
	return result;
}

/** Whether a request of an operation may leave again although Braze may have acted on it. */
const isSafe = ({ endpoint }: NamedOperation[1], body: unknown): boolean =>
	endpoint.effect === 'read' ||
	(typeof endpoint.repeat === 'function'
		? endpoint.repeat((body ?? {}) as never)
		: endpoint.repeat === 'safe');

describe.each(namedOperations)('%s', (name, operation) => {
	test('over the rate limit it waits and goes through', () => {
		const { failed, sent } = afterFault(name, '429-retry-after');
		expect(failed).toEqual([]);
		expect(sent).toBe(sampleOf(operation).wire.length + 1);
	});

	test('a connection that ends after Braze acted is repeated only where that does no harm', () => {
		const { wire } = sampleOf(operation);
		const { failed, sent } = afterFault(name, 'reset-after');
		if (isSafe(operation, wire[0].body)) {
			expect(sent).toBe(wire.length + 1);
			return;
		}
		expect(sent).toBe(wire.length);
		const words = JSON.stringify(failed);
		expect(words).toContain(
			operation.endpoint.effect === 'send' ? 'may have been sent' : 'may have been written',
		);
	});
});
