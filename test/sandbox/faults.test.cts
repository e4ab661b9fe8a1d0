import { setTimeout as sleep } from 'node:timers/promises';

import { FAULTS_AFTER, FAULTS_BEFORE, type FaultPlan } from '../../sandbox/faults.cts';
import { CANVAS, openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

const body = { canvas_id: CANVAS, recipients: [{ external_user_id: 'user-001' }] };

/** What a client gets to see: the status and the answer's text, or that the connection broke. */
async function send(
	signal?: AbortSignal,
): Promise<{ status: number; text: string; headers: Headers } | 'broken'> {
	try {
		const response = await fetch(`${client.sandbox.url}/canvas/trigger/send`, {
			method: 'POST',
			headers: {
				authorization: 'Bearer sandbox-full-access-key',
				'content-type': 'application/json',
			},
			body: JSON.stringify(body),
			signal,
		});
		return { status: response.status, text: await response.text(), headers: response.headers };
	} catch (error) {
		// fetch throws the TypeError of another realm than the one jest runs a test in.
		if ((error as Error).name === 'TypeError') return 'broken';
		throw error;
	}
}

async function sendAll(count: number): Promise<Array<number | null>> {
	for (let index = 0; index < count; index++) await send();
	return client.sandbox.requests.map((request) => request.status);
}

function script(...faults: NonNullable<FaultPlan['script']>): void {
	client.sandbox.faults.use({ script: faults });
}

const seconds = () => Math.ceil(Date.now() / 1000);

test.each<[NonNullable<FaultPlan['script']>[number], number, Record<string, string>]>([
	['429-seconds-reset', 429, { 'x-ratelimit-reset': '1', 'x-ratelimit-remaining': '0' }],
	[{ kind: '429-seconds-reset', retryAfterSeconds: 7 }, 429, { 'x-ratelimit-reset': '7' }],
	['429-x-ratelimit-retry-after', 429, { 'x-ratelimit-retry-after': '1' }],
	['429-retry-after', 429, { 'retry-after': '1' }],
	['429-garbage-headers', 429, { 'x-ratelimit-reset': 'soon', 'retry-after': 'later' }],
	['500', 500, {}],
	['502', 502, {}],
	['503', 503, {}],
	['504', 504, {}],
	['html-502', 502, { 'content-type': 'text/html; charset=utf-8' }],
	['queued', 202, {}],
])('%j comes once', async (fault, status, headers) => {
	script(fault);
	const answer = await send();
	if (answer === 'broken') throw new Error('the connection broke');
	expect(answer.status).toBe(status);
	for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
	expect(await send()).toMatchObject({ status: 201 });
});

test('429-epoch-reset tells a moment', async () => {
	script({ kind: '429-epoch-reset', retryAfterSeconds: 5 });
	const answer = await send();
	if (answer === 'broken') throw new Error('the connection broke');
	expect(Number(answer.headers.get('x-ratelimit-reset')) - seconds()).toBeGreaterThanOrEqual(4);
	expect(Number(answer.headers.get('x-ratelimit-reset')) - seconds()).toBeLessThanOrEqual(5);
});

test('queued and html-502 say what they are', async () => {
	script('queued', 'html-502');
	expect(await send()).toMatchObject({ text: '{"message":"queued"}' });
	expect(await send()).toMatchObject({ text: expect.stringContaining('<html>') });
});

test.each(['reset-before', 'reset-after', 'truncated'] as const)(
	'%s breaks the connection',
	async (fault) => {
		script(fault);
		expect(await send()).toBe('broken');
		expect(client.sandbox.requests[0]).toMatchObject({ fault, status: null });
		expect(await send()).toMatchObject({ status: 201 });
	},
);

test('truncated sends half a body', async () => {
	script('truncated');
	await send();
	expect(client.sandbox.requests[0].response).toMatch(/^\{"dispatch_id":/);
	expect(client.sandbox.requests[0].response).not.toMatch(/\}$/);
});

test('slow takes its time', async () => {
	script({ kind: 'slow', ms: 120 });
	const start = performance.now();
	expect(await send()).toMatchObject({ status: 201 });
	expect(performance.now() - start).toBeGreaterThanOrEqual(115);
});

test('a client that gives up on a slow answer has been heard all the same', async () => {
	script({ kind: 'slow', ms: 5000 });
	const heard = new AbortController();
	const answer = send(heard.signal);
	while (client.sandbox.deliveries.length === 0) await sleep(10);
	heard.abort();
	await expect(answer).rejects.toThrow();
	expect(client.sandbox.deliveries).toHaveLength(1);
});

test.each(FAULTS_BEFORE)('after %s nothing was delivered', async (fault) => {
	script(fault);
	await send();
	expect(client.sandbox.requests[0]).toMatchObject({ fault, processed: false, accepted: false });
	expect(client.sandbox.deliveries).toEqual([]);
});

test.each(FAULTS_AFTER)('after %s it was', async (fault) => {
	script({ kind: fault, ms: 1 });
	await send();
	expect(client.sandbox.requests[0]).toMatchObject({ fault, processed: true, accepted: true });
	expect(client.sandbox.deliveries).toHaveLength(1);
});

test('a repeat of what got through counts twice', async () => {
	script('reset-after');
	await send();
	await send();
	expect(client.sandbox.deliveryCounts()).toEqual([
		{ userId: 'user-001', contentKey: client.sandbox.deliveries[0].contentKey, count: 2 },
	]);
});

test('the script leaves out what is named none, and other paths', async () => {
	client.sandbox.faults.use({ script: ['none', '500', null, '503'], paths: ['/canvas'] });
	expect(await client.get('/campaigns/list')).toMatchObject({ status: 200 });
	expect(await sendAll(5)).toEqual([200, 201, 500, 201, 503, 201]);
});

const shares = { '429-retry-after': 0.2, '500': 0.2, 'reset-after': 0.2, slow: 0.1 };

test('the same seed draws the same faults, another seed others', async () => {
	const run = async (seed: number) => {
		client.sandbox.reset();
		client.sandbox.faults.use({ shares, seed, ms: 1 });
		await sendAll(60);
		return client.sandbox.requests.map((request) => request.fault);
	};
	const first = await run(7);
	expect(await run(7)).toEqual(first);
	expect(await run(8)).not.toEqual(first);
});

test('shares come out about as asked for', async () => {
	client.sandbox.faults.use({ shares: { '500': 0.3 }, seed: 3 });
	const statuses = await sendAll(400);
	const share = statuses.filter((status) => status === 500).length / 400;
	expect(share).toBeGreaterThan(0.24);
	expect(share).toBeLessThan(0.36);
});

test('clear ends a plan', async () => {
	client.sandbox.faults.use({ shares: { '500': 1 } });
	expect(await sendAll(1)).toEqual([500]);
	client.sandbox.faults.clear();
	expect(await sendAll(1)).toEqual([500, 201]);
});

test.each([
	[{ shares: { '500': 1.5 } }, 'shares must be between 0 and 1'],
	[{ shares: { '500': 0.6, '502': 0.6 } }, 'at most 1 together'],
	[{ script: ['thunder'] }, 'thunder is not a fault'],
	[{ script: [{ kind: 'none' }] }, 'none is not a fault'],
])('the plan %j is refused', (plan, error) => {
	expect(() => client.sandbox.faults.use(plan as unknown as FaultPlan)).toThrow(error);
});
