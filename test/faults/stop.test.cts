import type { IDataObject, INode } from 'n8n-workflow';

import type { WorkflowRun } from '../../engine/engine.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import type { FaultPlan, Sandbox } from '../../sandbox/sandbox.cts';
import { accountIn, stopMessage } from './account.cts';
import {
	deliveriesByItem,
	endingsOf,
	expectAgreement,
	expectNoKey,
	FULL_KEY,
	send,
	TRIGGERED_CAMPAIGN,
	triggerParameters,
} from './support.cts';

const ITEMS = 100;
const USERS_PER_REQUEST = 10;
const UNKNOWN_CAMPAIGN = '00000000-0000-4000-8000-000000000000';
/** Stands in the middle and is refused by Braze with 400. */
const BAD_ITEM = 50;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const itemsWith = (more: (item: number) => IDataObject): IDataObject[] =>
	Array.from({ length: ITEMS }, (_, item) => ({ user: `user-${item}`, item, ...more(item) }));
const goodItems = itemsWith(() => ({}));
const itemsWithOneBad = itemsWith((item) => ({
	campaign: item === BAD_ITEM ? UNKNOWN_CAMPAIGN : TRIGGERED_CAMPAIGN,
}));

async function run(
	items: IDataObject[],
	node: Partial<INode>,
	{ concurrency = 1, plan = {} }: { concurrency?: number; plan?: FaultPlan } = {},
): Promise<WorkflowRun> {
	sandbox.faults.use(plan);
	const options = {
		batching: { batch: { usersPerRequest: USERS_PER_REQUEST, concurrency } },
		maxAttempts: 1,
		timeout: 1500,
	};
	const campaignId = { __rl: true, mode: 'id', value: '={{ $json.campaign }}' };
	const parameters = {
		...triggerParameters(options),
		...(items[0].campaign === undefined ? {} : { campaignId }),
	};
	const result = await send({ url: sandbox.url, items, parameters, node });
	expectNoKey(FULL_KEY, result);
	return result;
}

const inTheMiddle = (kind: 'slow' | 'reset-after' | '503' | '504-after'): FaultPlan => ({
	script: [...Array<'none'>(5).fill('none'), kind],
	ms: 6000,
});
const untilStopped: Partial<INode> = {};
const withRetries: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe('a run that stops tells which items were sent and which were not', () => {
	test('at a request that Braze refuses', async () => {
		const message = stopMessage(await run(itemsWithOneBad, untilStopped));
		expect(message).toMatch(new RegExp(`^Item ${BAD_ITEM}: Braze refused the request \\(400\\)`));
		const account = accountIn(message);
		expectAgreement(sandbox, account, ITEMS);
		expect(account.get(BAD_ITEM)).toBe('notSent');
	});

	test.each(['slow', 'reset-after', '503', '504-after'] as const)('at %s', async (kind) => {
		const account = accountIn(
			stopMessage(await run(goodItems, untilStopped, { plan: inTheMiddle(kind) })),
		);
		expectAgreement(sandbox, account, ITEMS);
		const endings = new Set(account.values());
		expect(endings.has('mayHaveBeenSent')).toBe(kind !== '503');
		expect(endings.has('delivered') && endings.has('notSent')).toBe(true);
	});

	test('at an item that cannot be sent, before anything is', async () => {
		const items = itemsWith((item) => (item === BAD_ITEM ? { user: '' } : {}));
		expect(stopMessage(await run(items, untilStopped))).toMatch(
			/^Item 50: 'External User ID' is empty/,
		);
		expect(sandbox.requests).toEqual([]);
	});
});

describe("n8n's Retry On Fail sends nothing a second time", () => {
	test('after a request that Braze refuses: the others are sent once in the end', async () => {
		const message = stopMessage(await run(itemsWithOneBad, withRetries));
		expect(message).toMatch(/^Item 50: Braze refused/);
		expectAgreement(sandbox, accountIn(message), ITEMS);
		const refusals = sandbox.requests.filter(({ status }) => status === 400);
		expect(refusals).toHaveLength(3);
	});

	test.each(['slow', 'reset-after', '504-after'] as const)(
		'after %s: nothing leaves any more, until somebody has looked',
		async (kind) => {
			const message = stopMessage(await run(goodItems, withRetries, { plan: inTheMiddle(kind) }));
			expect(message).toMatch(/so this may have been sent/);
			expectAgreement(sandbox, accountIn(message), ITEMS);
			expect(sandbox.requests.length).toBeLessThanOrEqual(7);
		},
	);

	test('after 503: the rest is sent, and the run ends well', async () => {
		const { nodes } = await run(goodItems, withRetries, { plan: inTheMiddle('503') });
		expect(nodes.Braze.error).toBeUndefined();
		expectAgreement(sandbox, endingsOf(nodes.Braze), ITEMS);
		expect(sandbox.requests).toHaveLength(ITEMS / USERS_PER_REQUEST + 1);
	});

	test('where two items share their data', async () => {
		const shared = { user: 'user-shared', item: 0, campaign: TRIGGERED_CAMPAIGN };
		const bad = { user: 'user-bad', item: 2, campaign: UNKNOWN_CAMPAIGN };
		stopMessage(await run([shared, shared, bad], withRetries, { concurrency: 1 }));
		expect(deliveriesByItem(sandbox)).toEqual(new Map([[0, 2]]));
	});

	test('where failed items go to the error output', async () => {
		const node = { ...withRetries, onError: 'continueErrorOutput' as const };
		const { nodes } = await run(goodItems, node, { plan: { script: ['504', '503'] } });
		expectAgreement(sandbox, endingsOf(nodes.Braze), ITEMS);
		expect(sandbox.requests).toHaveLength(ITEMS / USERS_PER_REQUEST);
	});

	test("and the items already hold another node's failure", async () => {
		const node = { ...withRetries, onError: 'continueErrorOutput' as const };
		const items = itemsWith(() => ({ error: 'from the node before' }));
		const { nodes } = await run(items, node, { plan: { script: ['504'] } });
		expectAgreement(sandbox, endingsOf(nodes.Braze), ITEMS);
		expect(sandbox.requests).toHaveLength(ITEMS / USERS_PER_REQUEST);
	});
});
