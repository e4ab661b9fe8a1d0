import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readSeed, startSandbox, type SandboxSeed } from '../../sandbox/sandbox.cts';
import { NOW, openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

const NO_KEY = { authorization: '' };
const send = (...ids: string[]) =>
	client.post('/messages/send', {
		external_user_ids: ids,
		messages: { apple_push: { alert: 'Hi' } },
	});

test('requests, deliveries and users can be looked at without a key', async () => {
	await send('user-001', 'user-002');
	const requests = await client.get('/sandbox/requests', NO_KEY);
	expect(requests.body).toMatchObject(
		[
			{
				index: 0,
				method: 'POST',
				path: '/messages/send',
				status: 201,
				body: { external_user_ids: [] },
			},
		].map((request) => ({ ...request, body: { external_user_ids: ['user-001', 'user-002'] } })),
	);
	expect((await client.get('/sandbox/deliveries', NO_KEY)).body).toHaveLength(2);
	const own = await client.get('/sandbox/deliveries?user=user-002', NO_KEY);
	expect(own.body).toMatchObject([{ userId: 'user-002', channel: 'apple_push' }]);
	const user = await client.get('/sandbox/users/user-002', NO_KEY);
	expect(user.body).toMatchObject({
		user: { first_name: 'User', time_zone: 'America/New_York' },
		deliveries: [{ content: { alert: 'Hi' } }],
	});
	const counts = await client.get('/sandbox/deliveries/counts', NO_KEY);
	expect(counts.body).toMatchObject([{ userId: 'user-001', count: 1 }, { count: 1 }]);
	expect(client.sandbox.requests).toHaveLength(1);
});

test('schedules are shown and fire when the clock is moved from outside', async () => {
	await client.post('/messages/schedule/create', {
		external_user_ids: ['user-001'],
		schedule: { time: '2026-01-16T13:00:00Z' },
		messages: { apple_push: { alert: 'Hi' } },
	});
	expect((await client.get('/sandbox/schedules')).body).toMatchObject([{ state: 'pending' }]);
	expect((await client.post('/sandbox/clock', { advance: 1000 })).status).toBe(200);
	await client.post('/sandbox/clock', { set: NOW + 3_600_000 });
	expect((await client.get('/sandbox/schedules')).body).toMatchObject([{ state: 'sent' }]);
	client.sandbox.clock.set(NOW);
});

test('faults are planned and all is forgotten from outside', async () => {
	await client.post('/sandbox/faults', { script: ['503', '503'] });
	expect((await send('user-001')).status).toBe(503);
	await client.post('/sandbox/reset', undefined);
	expect(client.sandbox.requests).toEqual([]);
	expect((await send('user-001')).status).toBe(201);
});

test('reset takes back users, send_ids, counters, schedules and deliveries', async () => {
	const campaign = 'c0000000-0000-4000-8000-000000000003';
	await client.post('/sends/id/create', { campaign_id: campaign, send_id: 'mine' });
	const attributes = { first_name: 'Other' };
	const recipients = [{ external_user_id: 'user-001', attributes }];
	await client.post('/campaigns/trigger/send', {
		campaign_id: campaign,
		recipients,
		send_id: 'mine',
	});
	client.sandbox.reset();
	const { deliveries, schedules, requests } = client.sandbox;
	expect([deliveries, schedules, requests]).toEqual([[], [], []]);
	const again = { campaign_id: campaign, recipients: [{ external_user_id: 'a' }], send_id: 'mine' };
	expect((await client.post('/campaigns/trigger/send', again)).status).toBe(400);
	expect((await client.get('/sandbox/users/user-001')).body.user).toMatchObject({
		first_name: 'User',
	});
	expect((await send('a')).headers.get('x-ratelimit-remaining')).toBe('249998');
});

test.each([
	['/sandbox/nothing', undefined, 404, 'no view'],
	['/sandbox/users/nobody', undefined, 404, 'no user nobody'],
	['/sandbox/clock', {}, 400, 'body must NOT have fewer than 1'],
	['/sandbox/clock', { advance: -1 }, 400, 'advance must be >= 0'],
	['/sandbox/clock', { advance: '1' }, 400, 'advance must be number'],
	['/sandbox/faults', { script: ['thunder'] }, 400, 'script[0] must be one of'],
	['/sandbox/faults', { shares: { '500': 0.6, '502': 0.6 } }, 400, 'at most 1 together'],
	['/sandbox/faults', { weather: 'bad' }, 400, 'weather is not a known key'],
])('%s with %j answers %s', async (path, body, status, message) => {
	const answer = await (body ? client.post(path, body) : client.get(path));
	expect(answer.status).toBe(status);
	expect(answer.body.message).toContain(message);
});

test.each<[string, Partial<Record<keyof SandboxSeed, unknown>>, string]>([
	['a key it does not know', { colour: 1 } as object, 'colour is not a known key'],
	['no campaigns', { campaigns: undefined }, 'campaigns is required'],
	[
		'a zone that is none',
		{ users: [{ external_id: 'a', time_zone: 'Mars' }] },
		'must be an IANA time zone',
	],
])('a seed with %s is not started with', async (_name, change, error) => {
	const seed = { ...readSeed(), ...change } as SandboxSeed;
	await expect(startSandbox({ seed })).rejects.toThrow(error);
});

describe('the command line', () => {
	const root = join(__dirname, '../..');
	const cli = join(root, 'sandbox/cli.cts');

	test('prints where it is and which keys there are, and closes on Ctrl-C', async () => {
		const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'seed.json');
		const keys = [{ name: 'mine', key: 'my-own-key', permissions: ['*'] }];
		writeFileSync(file, JSON.stringify({ ...readSeed(), keys }));
		const child = spawn(process.execPath, ['-r', 'tsx/cjs', cli, '--seed', file], { cwd: root });
		let output = '';
		for await (const chunk of child.stdout) {
			output += String(chunk);
			if (output.includes('Ctrl-C')) break;
		}
		const closed = new Promise((resolve) => child.once('close', resolve));
		const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
		expect(output).toContain('my-own-key  (mine)');
		expect((await fetch(`${url}/sandbox/requests`)).status).toBe(200);
		child.kill('SIGINT');
		expect(await closed).toBe(0);
	});

	test('refuses a seed it cannot read', async () => {
		const run = promisify(execFile)(
			process.execPath,
			['-r', 'tsx/cjs', cli, '--seed', '/nowhere.json'],
			{ cwd: root },
		);
		await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('ENOENT') });
	});
});
