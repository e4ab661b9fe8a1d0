import {
	API_CAMPAIGN,
	CANVAS,
	MEMBERS,
	NOW,
	TRIGGERED_CAMPAIGN,
	HOUR,
	openSandbox,
	type Client,
} from './support.cts';

interface Entry {
	index: number;
	user: string;
	label: string;
	origin?: string;
	isScheduled: boolean;
	preview: Record<string, unknown>;
	facts: Array<{ name: string; value: string }>;
}

interface Feed {
	now: number;
	channels: Array<{ key: string; label: string }>;
	deliveries: { total: number; items: Entry[]; continues: boolean; cursor: string };
	schedules: { total: number; items: Array<Record<string, unknown>> };
}

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
});
afterAll(() => client.sandbox.close());

const feed = async (query = {}): Promise<Feed> => {
	const answer = await client.get(`/sandbox/inbox/feed?${new URLSearchParams(query)}`);
	return answer.body as unknown as Feed;
};
const alert = { apple_push: { alert: 'Hi' } };
const email = { email: { app_id: 'app-1', from: 'Shop <shop@example.com>', body: '<b>Hi</b>' } };
const send = (messages: object, ...ids: string[]) =>
	client.post('/messages/send', { external_user_ids: ids, messages });
const schedule = async (body: object): Promise<unknown> => {
	const answer = await client.post('/messages/schedule/create', body);
	return answer.body.schedule_id;
};

describe('deliveries', () => {
	test('come newest first, with who got what and where it belongs', async () => {
		await send(alert, 'user-001');
		await client.post('/messages/send', {
			user_aliases: [{ alias_name: 'alias-001', alias_label: 'shop' }],
			campaign_id: API_CAMPAIGN,
			messages: { email: { ...email.email, message_variation_id: 'email-105' } },
		});
		const { deliveries, now, channels } = await feed();
		expect(deliveries).toMatchObject({ total: 2, continues: false });
		expect(deliveries.items).toMatchObject([
			{
				index: 1,
				user: 'alias-001 (alias, shop)',
				label: 'Email',
				origin: 'Campaign Order messages',
			},
			{ index: 0, user: 'user-001', label: 'Apple push', isScheduled: false },
		]);
		expect(deliveries.items[1].facts).toEqual([
			{ name: 'dispatch_id', value: expect.stringMatching(/^[0-9a-f]{32}$/) },
		]);
		expect(now).toBeGreaterThanOrEqual(NOW);
		expect(channels).toContainEqual({ key: 'canvas', label: 'Canvas trigger' });
	});

	test('of triggers show the name, the channels and each property', async () => {
		await client.post('/campaigns/trigger/send', {
			campaign_id: TRIGGERED_CAMPAIGN,
			recipients: [{ external_user_id: 'a', trigger_properties: { order: 42, items: ['x'] } }],
			attachments: [{ file_name: 'a', url: 'https://example.com/a.pdf' }],
		});
		await client.post('/canvas/trigger/send', {
			canvas_id: CANVAS,
			recipients: [{ external_user_id: 'b' }],
		});
		const { items } = (await feed()).deliveries;
		expect(items[0]).toMatchObject({
			label: 'Canvas trigger',
			preview: { look: 'trigger', title: 'Canvas Onboarding', footer: 'No properties' },
		});
		expect(items[1].preview).toMatchObject({
			title: 'Campaign Order shipped',
			text: 'Sent as Email',
			facts: [
				{ name: 'order', value: '42' },
				{ name: 'items', value: '[\n  "x"\n]' },
			],
			rest: [{ name: 'attachments', value: expect.stringContaining('a.pdf') }],
		});
	});

	test('are found by any part of any name of a user, and by channel', async () => {
		await send({ ...alert, ...email }, 'user-001', 'someone');
		await client.post('/campaigns/trigger/send', {
			campaign_id: TRIGGERED_CAMPAIGN,
			recipients: [{ email: 'user-001@example.com', prioritization: ['identified'] }],
		});
		const total = async (query: object) => (await feed(query)).deliveries.total;
		expect(await total({ user: 'USER-0' })).toBe(3);
		expect(await total({ user: '@example' })).toBe(1);
		expect(await total({ channel: 'apple_push' })).toBe(2);
		expect(await total({ channel: 'email' })).toBe(3);
		expect(await total({ channel: 'campaign' })).toBe(1);
		expect(await total({ user: 'someone', channel: 'email' })).toBe(1);
		expect(await total({ user: 'nobody' })).toBe(0);
	});

	test('since the last look are all that is sent, unless everything was forgotten', async () => {
		await send(alert, 'a');
		const first = (await feed()).deliveries;
		await send(alert, 'b', 'c');
		const next = (await feed({ after: first.cursor })).deliveries;
		expect(next).toMatchObject({
			total: 3,
			continues: true,
			items: [{ user: 'c' }, { user: 'b' }],
		});
		expect((await feed({ after: next.cursor })).deliveries.items).toEqual([]);
		client.sandbox.reset();
		await send(alert, 'd', 'e', 'f');
		const anew = (await feed({ after: next.cursor })).deliveries;
		expect(anew).toMatchObject({ total: 3, continues: false });
		expect(anew.items).toHaveLength(3);
		expect((await feed({ after: 'nonsense' })).deliveries.continues).toBe(false);
	});

	test('beyond the newest 200 are only counted', async () => {
		const ids = (from: number) => Array.from({ length: 50 }, (_, at) => `user-${from + at}`);
		for (const from of [0, 50, 100, 150, 200]) await send(alert, ...ids(from));
		const { deliveries } = await feed();
		expect(deliveries.total).toBe(250);
		expect(deliveries.items).toHaveLength(200);
		expect(deliveries.items[0].user).toBe('user-249');
		const found = (await feed({ channel: 'apple_push' })).deliveries;
		expect([found.total, found.items.length]).toEqual([250, 200]);
	});
});

describe('schedules', () => {
	test('tell their time, whose clock, for whom, and their state', async () => {
		const time = '2026-01-16T14:00:00+01:00';
		await schedule({ external_user_ids: ['a'], schedule: { time }, messages: alert });
		const local = { time: '2026-01-17T10:00:00', in_local_time: true };
		await schedule({ broadcast: true, segment_id: MEMBERS, schedule: local, messages: email });
		const best = { time: '2026-01-17T10:00:00Z', at_optimal_time: true };
		const many = Array.from({ length: 7 }, (_, at) => `user-${at}`);
		const id = await schedule({ external_user_ids: many, schedule: best, messages: alert });
		await client.post('/messages/schedule/delete', { schedule_id: id });
		const { items, total } = (await feed()).schedules;
		expect(total).toBe(3);
		expect(items).toMatchObject([
			{
				id,
				state: 'cancelled',
				clock: 'on that day, at the best hour for each user',
				who: 'user-0, user-1, user-2, user-3, user-4 and 2 more',
			},
			{
				title: 'Email',
				state: 'waiting',
				time: '2026-01-17T10:00:00',
				clock: 'on each user’s own clock',
				who: 'Everyone in segment Members',
			},
			{ title: 'Apple push', time, at: NOW + HOUR, next: NOW + HOUR, who: 'a' },
		]);
		expect(items[0]).not.toHaveProperty('next');
		expect(items[1]).not.toHaveProperty('at');
	});

	test('turn from waiting over partly sent to sent', async () => {
		const local = { time: '2026-01-17T10:00:00', in_local_time: true };
		await schedule({ broadcast: true, segment_id: MEMBERS, schedule: local, messages: alert });
		const state = async () => (await feed()).schedules.items[0].state;
		expect(await state()).toBe('waiting');
		client.sandbox.clock.set(Date.UTC(2026, 0, 17, 10));
		expect(await state()).toBe('partly sent');
		client.sandbox.clock.set(Date.UTC(2026, 0, 18, 12));
		expect(await state()).toBe('sent');
		expect((await feed()).deliveries.items[0].isScheduled).toBe(true);
	});

	test('are found by user and channel; one for a segment is for any user', async () => {
		const at = { time: '2026-01-17T10:00:00Z' };
		await schedule({ external_user_ids: ['a'], schedule: at, messages: alert });
		await schedule({ broadcast: true, segment_id: MEMBERS, schedule: at, messages: email });
		await client.post('/campaigns/trigger/schedule/create', {
			campaign_id: TRIGGERED_CAMPAIGN,
			recipients: [{ external_user_id: 'b' }],
			schedule: at,
		});
		const total = async (query: object) => (await feed(query)).schedules.total;
		expect(await total({ user: 'a' })).toBe(2);
		expect(await total({ user: 'nobody' })).toBe(1);
		expect(await total({ channel: 'email' })).toBe(2);
		expect(await total({ channel: 'campaign', user: 'b' })).toBe(1);
	});
});

test('users come with what they hold and what changed last, the ones written to first', async () => {
	await client.post('/users/track', {
		attributes: [{ external_id: 'user-003', tier: 'gold', country: 'BE' }],
		events: [{ external_id: 'user-003', name: 'trial_started', time: '2026-01-16T09:00:00Z' }],
		purchases: [
			{
				external_id: 'user-003',
				product_id: 'shoes',
				price: 10,
				currency: 'EUR',
				quantity: 2,
				time: '2026-01-16T10:00:00Z',
			},
		],
	});
	const users = async (query = {}) =>
		((await feed(query)) as unknown as { users: { total: number; items: object[] } }).users;
	const { total, items } = await users();
	expect(total).toBe(5);
	expect(items[0]).toMatchObject({
		id: 'user-003',
		names: expect.arrayContaining([{ name: 'external_id', value: 'user-003' }]),
		profile: expect.arrayContaining([{ name: 'country', value: 'BE' }]),
		attributes: expect.arrayContaining([{ name: 'tier', value: 'gold' }]),
		events: [{ name: 'trial_started' }],
		orders: [{ name: 'shoes', facts: [{ name: 'price', value: '2 × 10 EUR' }] }],
		changes: [
			{ what: 'Purchase: shoes' },
			{ what: 'Event: trial_started' },
			{ what: 'Attributes: tier, country' },
		],
	});
	expect((await users({ user: 'USER-004@' })).items).toMatchObject([{ id: 'user-004' }]);
});
