import {
	API_CAMPAIGN,
	CANVAS,
	DAY,
	HOUR,
	MINUTE,
	NOW,
	openSandbox,
	PAUSED_CANVAS,
	PUSH_CAMPAIGN,
	reachedUsers,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeEach(async () => {
	client = await openSandbox();
});
afterEach(() => client.sandbox.close());

const IN_AN_HOUR = '2026-01-16T13:00:00Z';
const push = { apple_push: { alert: 'Hi' } };
const kinds = [
	['/messages', { external_user_ids: ['user-001'], messages: push }, {}],
	[
		'/campaigns/trigger',
		{ campaign_id: TRIGGERED_CAMPAIGN, recipients: [{ external_user_id: 'user-001' }] },
		{ campaign_id: TRIGGERED_CAMPAIGN },
	],
	[
		'/canvas/trigger',
		{ canvas_id: CANVAS, recipients: [{ external_user_id: 'user-001' }] },
		{ canvas_id: CANVAS },
	],
] as const;

async function create(path: string, body: object, schedule: object): Promise<unknown> {
	const answer = await client.post(`${path}/schedule/create`, { ...body, schedule });
	expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
	return answer.body.schedule_id;
}

function states(): string[] {
	return client.sandbox.schedules.map((scheduled) => scheduled.state);
}

describe.each(kinds)('%s/schedule', (path, body, ids) => {
	test('waits for its time and is sent then', async () => {
		const id = await create(path, body, { time: IN_AN_HOUR });
		client.sandbox.clock.set(NOW + HOUR - MINUTE);
		expect([states(), reachedUsers(client)]).toEqual([['pending'], []]);
		client.sandbox.clock.set(NOW + HOUR);
		expect([states(), reachedUsers(client)]).toEqual([['sent'], ['user-001']]);
		expect(client.sandbox.deliveries[0]).toMatchObject({ scheduleId: id, at: NOW + HOUR });
		client.sandbox.clock.advance(DAY);
		expect(client.sandbox.deliveries).toHaveLength(1);
	});

	test('is sent at another time after an update', async () => {
		const id = await create(path, body, { time: IN_AN_HOUR });
		const schedule = { time: '2026-01-16T10:00:00-05:00' };
		const update = { ...ids, schedule_id: id, schedule };
		const answer = await client.post(`${path}/schedule/update`, update);
		expect(answer).toMatchObject({ status: 201, body: { message: 'success' } });
		client.sandbox.clock.advance(2 * HOUR);
		expect(reachedUsers(client)).toEqual([]);
		client.sandbox.clock.advance(HOUR);
		expect(reachedUsers(client)).toEqual(['user-001']);
	});

	test('is never sent after a delete', async () => {
		const id = await create(path, body, { time: IN_AN_HOUR });
		const answer = await client.post(`${path}/schedule/delete`, { ...ids, schedule_id: id });
		expect(answer).toMatchObject({ status: 201, body: { message: 'success' } });
		client.sandbox.clock.advance(DAY);
		expect([states(), reachedUsers(client)]).toEqual([['cancelled'], []]);
	});

	test.each(['update', 'delete'])('refuses an %s of what does not wait', async (action) => {
		const change = (id: unknown) => {
			const schedule = action === 'update' ? { schedule: { time: IN_AN_HOUR } } : {};
			return client.post(`${path}/schedule/${action}`, { ...ids, schedule_id: id, ...schedule });
		};
		const refusal = { status: 400, body: { message: 'Invalid Schedule ID' } };
		expect(await change(UNKNOWN_ID)).toMatchObject(refusal);
		const sent = await create(path, body, { time: IN_AN_HOUR });
		client.sandbox.clock.advance(HOUR + MINUTE);
		expect(await change(sent)).toMatchObject(refusal);
		const cancelled = await create(path, body, { time: '2026-01-17T13:00:00Z' });
		await client.post(`${path}/schedule/delete`, { ...ids, schedule_id: cancelled });
		expect(await change(cancelled)).toMatchObject(refusal);
	});

	test.each<[string, object, string]>([
		['without schedule', { schedule: undefined }, 'schedule is required'],
		['without time', { schedule: {} }, 'schedule.time is required'],
		[
			'with an unreadable time',
			{ schedule: { time: 'soon' } },
			'schedule.time must be an ISO 8601',
		],
		[
			'with an hour as time',
			{ schedule: { time: '13:00:00Z' } },
			'schedule.time must be an ISO 8601',
		],
		['with a number as time', { schedule: { time: 1 } }, 'schedule.time must be string'],
		[
			'with a flag as text',
			{ schedule: { time: IN_AN_HOUR, in_local_time: 'true' } },
			'in_local_time must be boolean',
		],
		[
			'with a zone',
			{ schedule: { time: IN_AN_HOUR, time_zone: 'UTC' } },
			'time_zone is not a known key',
		],
		['with schedule_time', { schedule_time: IN_AN_HOUR }, 'schedule_time is not a known key'],
		[
			'with a local time that has passed everywhere',
			{ schedule: { time: '2026-01-15T23:00:00', in_local_time: true } },
			'schedule.time has passed in every time zone',
		],
	])('refuses to create %s', async (_name, change, error) => {
		const answer = await client.post(`${path}/schedule/create`, {
			...body,
			schedule: { time: IN_AN_HOUR },
			...change,
		});
		expect(answer).toMatchObject({ status: 400, body: { message: 'Bad Request' } });
		expect(answer.body.errors).toContainEqual(expect.stringContaining(error));
		expect(client.sandbox.schedules).toEqual([]);
	});

	test('does not let another kind change it', async () => {
		const id = await create(path, body, { time: IN_AN_HOUR });
		for (const [other, , otherIds] of kinds.filter(([one]) => one !== path)) {
			const answer = await client.post(`${other}/schedule/delete`, {
				...otherIds,
				schedule_id: id,
			});
			expect(answer).toMatchObject({ status: 400, body: { message: 'Invalid Schedule ID' } });
		}
	});
});

test.each([
	['/campaigns/trigger', kinds[1][1], { campaign_id: PUSH_CAMPAIGN }],
	['/canvas/trigger', kinds[2][1], { canvas_id: PAUSED_CANVAS }],
])('%s does not change what another one scheduled', async (path, body, other) => {
	const id = await create(path, body, { time: IN_AN_HOUR });
	const answer = await client.post(`${path}/schedule/delete`, { ...other, schedule_id: id });
	expect(answer).toMatchObject({ status: 400, body: { message: 'Invalid Schedule ID' } });
	expect(states()).toEqual(['pending']);
});

test('a schedule fires in real time as well', async () => {
	const soon = new Date(client.sandbox.clock.now() + 1000).toISOString();
	await create('/messages', kinds[0][1], { time: soon });
	expect(client.sandbox.deliveries).toEqual([]);
	await new Promise((resolve) => setTimeout(resolve, 1500));
	expect(states()).toEqual(['sent']);
});

test('an update replaces the messages, and only them', async () => {
	const id = await create('/messages', kinds[0][1], { time: IN_AN_HOUR });
	const messages = { android_push: { alert: 'a', title: 'b' } };
	expect(
		await client.post('/messages/schedule/update', { schedule_id: id, messages }),
	).toMatchObject({
		status: 201,
	});
	client.sandbox.clock.advance(HOUR + MINUTE);
	expect(client.sandbox.deliveries).toMatchObject([
		{ channel: 'android_push', content: messages.android_push, at: NOW + HOUR },
	]);
});

test.each<[string, object, string, string]>([
	['nothing', {}, 'Bad Request', 'schedule is required unless messages is given'],
	['empty messages', { messages: {} }, 'No message to send', ''],
	[
		'whats_app',
		{ messages: { whats_app: {} } },
		'Bad Request',
		'messages.whats_app is not a known key',
	],
	[
		'a broken message',
		{ messages: { apple_push: {} } },
		'Bad Request',
		'apple_push.alert is required',
	],
	[
		'too long a message',
		{ messages: { apple_push: { alert: 'x'.repeat(2000) } } },
		'Apple Push Length Exceeded',
		'',
	],
	[
		'users',
		{ messages: push, external_user_ids: ['a'] },
		'Bad Request',
		'external_user_ids is not a known key',
	],
	['no variation', { messages: push }, 'Message Variant Unspecified', ''],
])('a message update with %s is refused', async (_name, change, message, error) => {
	const tracked = {
		external_user_ids: ['user-001'],
		campaign_id: API_CAMPAIGN,
		messages: { apple_push: { alert: 'Hi', message_variation_id: 'applePush-101' } },
	};
	const id = await create('/messages', tracked, { time: IN_AN_HOUR });
	const answer = await client.post('/messages/schedule/update', { schedule_id: id, ...change });
	expect(answer).toMatchObject({ status: 400, body: { message } });
	expect(JSON.stringify(answer.body.errors)).toContain(error);
});

test('attachments are refused in a scheduled campaign', async () => {
	const body = { ...kinds[1][1], schedule: { time: IN_AN_HOUR }, attachments: [] };
	const answer = await client.post('/campaigns/trigger/schedule/create', body);
	expect(answer.body.errors).toEqual(['attachments is not a known key']);
});

test('a paused Canvas can be scheduled and reaches nobody', async () => {
	const body = { canvas_id: PAUSED_CANVAS, broadcast: true };
	await create('/canvas/trigger', body, { time: IN_AN_HOUR });
	client.sandbox.clock.advance(DAY);
	expect([states(), reachedUsers(client)]).toEqual([['sent'], []]);
});
