import { setTimeout as wait } from 'node:timers/promises';
import type { INode } from 'n8n-workflow';

import type { NodeRun, WorkflowRun } from '../../engine/engine.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import type { FaultPlan, Sandbox } from '../../sandbox/sandbox.cts';
import { accountIn } from './account.cts';
import {
	endingsOf,
	expectAgreement,
	expectNoKey,
	FULL_KEY,
	send,
	triggerParameters,
	userItems,
} from './support.cts';

const ITEMS = 1000;
const CONCURRENCY = 4;
const items = userItems(ITEMS);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function until<T>(look: () => T | undefined | false): Promise<T> {
	for (let count = 0; count < 2000; count++) {
		const found = look();
		if (found) return found;
		await wait(5);
	}
	throw new Error('it did not come to pass');
}

/** n8n calls a run finished as soon as it is cancelled; the node comes to its end a little later. */
async function endOfNode({ run }: WorkflowRun): Promise<NodeRun> {
	const task = await until(() => run.data.resultData.runData.Braze?.[0]);
	const output = (task.data?.main ?? []).map((list) => list ?? []);
	return { output, hints: task.hints ?? [], error: task.error, executions: 1 };
}

/** Cancels once so many requests have reached Braze. */
async function cancelAfter(requests: number, plan: FaultPlan, node: Partial<INode>) {
	sandbox.faults.use(plan);
	const abort = new AbortController();
	const batch = { usersPerRequest: 20, concurrency: CONCURRENCY };
	const running = send({
		url: sandbox.url,
		items,
		parameters: triggerParameters({ batching: { batch }, maxWait: 600 }),
		node,
		cancel: abort.signal,
	});
	await until(() => sandbox.requests.length >= requests);
	const arrived = sandbox.requests.length;
	const start = Date.now();
	abort.abort();
	const run = await running;
	const ended = await endOfNode(run);
	const took = Date.now() - start;
	// what was under way may still arrive
	await wait(300);
	const atEnd = sandbox.requests.length;
	await wait(300);
	expect(sandbox.requests).toHaveLength(atEnd);
	expect(atEnd - arrived).toBeLessThanOrEqual(CONCURRENCY);
	expect(took).toBeLessThan(5000);
	expectNoKey(FULL_KEY, run);
	return ended;
}

const slowly: FaultPlan = { shares: { slow: 1 }, ms: 60 };
const limited: FaultPlan = {
	script: ['none', 'none', ...Array<'429-retry-after'>(50).fill('429-retry-after')],
	retryAfterSeconds: 500,
};

describe('cancelled in the middle, nothing leaves any more and the account holds', () => {
	test.each([
		['while answers are awaited', slowly, 10],
		['while the limit is awaited', limited, 3],
	])('%s', async (_name, plan, requests) => {
		const ended = await cancelAfter(requests, plan, { onError: 'continueErrorOutput' });
		const endings = endingsOf(ended);
		expectAgreement(sandbox, endings, ITEMS);
		expect(new Set(endings.values())).toContain('notSent');
		expect(new Set(endings.values())).toContain('delivered');
	});

	test.each<[string, Partial<INode>]>([
		['and the failure stops the run', {}],
		['and n8n retries the node', { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 }],
	])('%s', async (_name, node) => {
		const { error } = await cancelAfter(10, slowly, node);
		const account = accountIn(error?.message ?? '');
		expectAgreement(sandbox, account, ITEMS);
		expect(new Set(account.values())).toContain('notSent');
	});
});

test('cancelled while expressions are evaluated, nothing leaves and the rest is not evaluated', async () => {
	const abort = new AbortController();
	const parameters = {
		...triggerParameters(),
		// some milliseconds for each item
		externalUserId: '={{ $json.user + Array(200000).fill(0).map((_, i) => i).length }}',
	};
	const running = send({ url: sandbox.url, items, parameters, cancel: abort.signal });
	await wait(300);
	const start = Date.now();
	abort.abort();
	const endings = endingsOf(await endOfNode(await running));
	expect(Date.now() - start).toBeLessThan(2000);
	expect(sandbox.requests).toEqual([]);
	expect([...endings.values()]).toEqual(Array<string>(ITEMS).fill('notSent'));
});
