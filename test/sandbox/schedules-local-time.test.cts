import { DAY, HOUR, openSandbox, type Client } from './support.cts';

let client: Client;
beforeEach(async () => {
	client = await openSandbox();
});
afterEach(() => client.sandbox.close());

const everyone = {
	external_user_ids: ['user-001', 'user-002', 'user-003', 'user-004', 'user-005', 'unknown'],
	messages: { webhook: { url: 'https://example.com', request_method: 'POST' } },
};

async function schedule(when: object): Promise<unknown> {
	const answer = await client.post('/messages/schedule/create', { ...everyone, schedule: when });
	expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
	return answer.body.schedule_id;
}

function states(): string[] {
	return client.sandbox.schedules.map((scheduled) => scheduled.state);
}

function deliveryTimes(): Record<string, string> {
	return Object.fromEntries(
		client.sandbox.deliveries.map(({ userId, at }) => [userId, new Date(at).toISOString()]),
	);
}

test.each(['', 'Z', '-05:00'])(
	'a local time comes in each zone, %j behind it is not read',
	async (zone) => {
		await schedule({
			time: `2026-01-17T09:00:00${zone}`,
			in_local_time: true,
		});
		client.sandbox.clock.advance(3 * DAY);
		expect(deliveryTimes()).toEqual({
			'user-003': '2026-01-17T00:00:00.000Z',
			'user-001': '2026-01-17T08:00:00.000Z',
			'user-005': '2026-01-17T09:00:00.000Z',
			unknown: '2026-01-17T09:00:00.000Z',
			'user-002': '2026-01-17T14:00:00.000Z',
			'user-004': '2026-01-17T17:00:00.000Z',
		});
		expect(states()).toEqual(['sent']);
	},
);

test('a local time that has passed in some zones still reaches the others', async () => {
	await schedule({ time: '2026-01-16T09:00:00', in_local_time: true });
	client.sandbox.clock.advance(DAY);
	expect(Object.keys(deliveryTimes())).toEqual(['user-002', 'user-004']);
});

test('a local time that has passed for all users, though not everywhere, is over at once', async () => {
	await schedule({ time: '2026-01-16T02:00:00', in_local_time: true });
	expect(states()).toEqual(['sent']);
	client.sandbox.clock.advance(DAY);
	expect(client.sandbox.deliveries).toEqual([]);
});

test('an update of a local time that has come somewhere is taken and ignored', async () => {
	const id = await schedule({
		time: '2026-01-17T09:00:00',
		in_local_time: true,
	});
	client.sandbox.clock.advance(8 * HOUR);
	const update = { schedule_id: id, schedule: { time: '2026-01-20T09:00:00Z' } };
	expect(await client.post('/messages/schedule/update', update)).toMatchObject({ status: 201 });
	expect(client.sandbox.requests.at(-1)?.notes).toEqual([
		'ignored: the local time has already come in some time zone',
	]);
	client.sandbox.clock.advance(DAY);
	expect(deliveryTimes()).toMatchObject({ 'user-001': '2026-01-17T08:00:00.000Z' });
});

test('an update without in_local_time turns the time into UTC', async () => {
	const id = await schedule({
		time: '2026-01-19T09:00:00',
		in_local_time: true,
	});
	const inUtc = { time: '2026-01-19T10:00:00' };
	await client.post('/messages/schedule/update', { schedule_id: id, schedule: inUtc });
	client.sandbox.clock.advance(5 * DAY);
	expect(new Set(Object.values(deliveryTimes()))).toEqual(new Set(['2026-01-19T10:00:00.000Z']));
});

test('the optimal time is some time of that date', async () => {
	await schedule({ time: '2026-01-18T09:00:00', at_optimal_time: true });
	client.sandbox.clock.advance(5 * DAY);
	const times = Object.values(deliveryTimes());
	expect(times).toHaveLength(6);
	expect(times.every((time) => time.startsWith('2026-01-18'))).toBe(true);
	expect(new Set(times).size).toBeGreaterThan(1);
});
