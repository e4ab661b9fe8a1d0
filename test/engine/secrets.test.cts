import { inspect } from 'node:util';

import type { INode } from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { runWorkflow, type WorkflowRun } from '../../engine/engine.cts';
import { openStub } from './stub.cts';
import { FULL_KEY, messageForm, openBench, userItems } from './support.cts';

const bench = openBench();
const stub = openStub();

/** Keys with what text, JSON and URLs write in other ways. */
const keys = ['plain-key-0123456789', 'key"with\\quotes', 'key/with+signs=&more', 'ключ-0123'];

/** Milliseconds; the first request of a process on a busy machine takes seconds. */
const PATIENT = 20_000;

async function run(
	apiKey: string,
	url: string,
	more: Partial<INode> = {},
	timeout = PATIENT,
): Promise<WorkflowRun> {
	const parameters = messageForm({ options: { maxAttempts: 1, timeout } });
	return await runWorkflow(sourceAndBraze(parameters, more), {
		items: userItems(1).map((json) => ({ json })),
		credentials: credentialsFor(url, apiKey),
	});
}

/** Everything that an execution keeps, as it is stored and as it is printed. */
function traces({ run: whole, error, nodes }: WorkflowRun): string {
	const { data } = whole;
	const parts = [whole, data.resultData.error, error, nodes, error?.stack, error?.message];
	return [
		...parts.map((part) => inspect(part, { depth: null, showHidden: true })),
		...parts.map((part) => JSON.stringify(part)),
		inspect(error?.cause, { depth: null, showHidden: true }),
	].join('\n');
}

/** The key as text, as JSON and as a URL would write it. */
const spellingsOf = (key: string): string[] => [
	key,
	JSON.stringify(key).slice(1, -1),
	encodeURIComponent(key),
	Buffer.from(key).toString('base64'),
];

function expectNoKey(result: WorkflowRun, key: string): void {
	const text = traces(result);
	for (const spelling of spellingsOf(key)) expect(text).not.toContain(spelling);
	expect(text).not.toContain('Bearer');
}

const modes: Array<[string, Partial<INode>]> = [
	['stops', {}],
	['continues', { onError: 'continueRegularOutput' }],
	['has an error output', { onError: 'continueErrorOutput' }],
];

describe.each(modes)('the key shows nowhere where the node %s and', (_mode, node) => {
	test.each([401, 400, 500])('Braze repeats it in a %p', async (status) => {
		for (const key of keys.filter((each) => /^[\x20-\x7e]*$/.test(each))) {
			stub.answer = {
				status,
				body: {
					message: `Invalid API key: ${key}`,
					errors: [key, { message: key, [key]: encodeURIComponent(key) }],
				},
			};
			const result = await run(key, stub.url, node);
			expect(stub.asked.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
			expectNoKey(result, key);
			expect(traces(result)).toContain('***');
		}
	});

	test('Braze repeats it in an accepted answer', async () => {
		stub.answer = { status: 201, body: { message: 'success', echo: { [keys[0]]: [keys[0]] } } };
		expectNoKey(await run(keys[0], stub.url, node), keys[0]);
	});

	test('a page that is no JSON repeats it', async () => {
		stub.answer = { status: 403, body: `<html>${keys[2]}</html>` };
		expectNoKey(await run(keys[2], stub.url, node), keys[2]);
	});

	test.each(['reset-after', 'reset-before', 'truncated', 'slow'] as const)(
		'the connection fails: %s',
		async (kind) => {
			bench.sandbox.faults.use({ script: [{ kind, ms: 700 }] });
			const key = FULL_KEY;
			const timeout = kind === 'slow' ? 300 : PATIENT;
			const result = await run(key, bench.sandbox.url, node, timeout);
			expectNoKey(result, key);
			expect(traces(result)).toContain('Item 0: ');
		},
	);

	test('nothing listens there', async () => {
		expectNoKey(await run(keys[0], 'http://127.0.0.1:1', node), keys[0]);
	});

	test('the address is refused', async () => {
		expectNoKey(await run(keys[0], 'http://example.com', node), keys[0]);
	});

	test('the key cannot stand in a header', async () => {
		expectNoKey(await run(keys[3], bench.sandbox.url, node), keys[3]);
	});
});
