import { LoggerProxy } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';

import { loadPackage, silenceLog } from '../../engine/nodeTypes.cts';
import type { FaultKind } from '../../sandbox/faults.cts';
import { readSeed, startSandbox } from '../../sandbox/sandbox.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { expectNoKey, send, triggerParameters } from './support.cts';

/** Holds what JSON, URLs, HTML and regular expressions write in another way. */
const ODD_KEY = 'k"ey/\\<a>&b%2F+#\'{$1}[.*]z';
const UNKNOWN_KEY = `unknown-${ODD_KEY}`;

const items = Array.from({ length: 3 }, (_, item) => ({ user: `user-${item}`, item }));

let sandbox: Sandbox;
const logged: unknown[] = [];

beforeAll(async () => {
	const seed = readSeed();
	const key = { name: 'odd', key: ODD_KEY, permissions: ['campaigns.trigger.send'] };
	sandbox = await startSandbox({ seed: { ...seed, keys: [...seed.keys, key] } });
	const log = (...entry: unknown[]): void => {
		logged.push(entry);
	};
	// n8n's own logger takes its place when the engine is loaded, so this one comes after it
	await loadPackage();
	LoggerProxy.init({ error: log, warn: log, info: log, debug: log } as never);
	for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
		jest.spyOn(console, level).mockImplementation(log);
	}
});
beforeEach(() => {
	sandbox.reset();
	logged.length = 0;
});
afterAll(async () => {
	jest.restoreAllMocks();
	silenceLog();
	await sandbox.close();
});

/** Runs with the key and searches for it in all that the run gives and logs. */
async function runAndSearch(apiKey: string, more: { url?: string; node?: Partial<INode> } = {}) {
	const parameters: IDataObject = triggerParameters({ maxAttempts: 2, maxWait: 3, timeout: 700 });
	const run = await send({ url: sandbox.url, items, parameters, apiKey, ...more });
	expect(logged.length).toBeGreaterThan(0);
	expectNoKey(apiKey, run, logged, sandbox.requests);
	return run;
}

const endings: Array<[string, Partial<INode>]> = [
	['the failure stops the run', {}],
	['failed items go to the error output', { onError: 'continueErrorOutput' }],
	['failed items stay among the others', { onError: 'continueRegularOutput' }],
];

describe('the key stands in no output, failure, hint or log line', () => {
	test.each(endings)('of a 401 that echoes it, where %s', async (_name, node) => {
		const run = await runAndSearch(UNKNOWN_KEY, { node });
		expect(JSON.stringify(run)).toContain('Invalid API key: ***');
	});

	test.each(endings)('of a fault before delivery, where %s', async (_name, node) => {
		await runAndSearch(ODD_KEY, { url: 'http://127.0.0.1:1', node });
	});

	test.each<FaultKind>(['504', 'slow', 'reset-after', 'truncated', 'html-502', 'queued', '500'])(
		'of %s',
		async (kind) => {
			for (const [, node] of endings) {
				sandbox.faults.use({ script: [kind, kind], ms: 1500 });
				await runAndSearch(ODD_KEY, { node });
			}
		},
	);

	test('of a run that ends well, nor in what the sandbox writes down', async () => {
		const { nodes } = await runAndSearch(ODD_KEY);
		expect(nodes.Braze.output[0]).toHaveLength(items.length);
	});
});

test.each(['two words', 'line\nbreak', 'клюc', 'tab\there'])(
	'a key that HTTP would alter is refused before anything is sent, and not shown: %j',
	async (key) => {
		const run = await send({ url: sandbox.url, items, apiKey: key, node: {} });
		expect(run.nodes.Braze.error?.message).toMatch(/another character that no key has/);
		expectNoKey(key, run);
		expect(sandbox.requests).toEqual([]);
	},
);
