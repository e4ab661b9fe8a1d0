import {
	DAY,
	openSandbox,
	reachedUsers,
	TRANSACTIONAL_CAMPAIGN,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(async () => await client.sandbox.close());

const pathOf = (id: string) => `/transactional/v1/campaigns/${id}/send`;
const send = async (body: unknown, id = TRANSACTIONAL_CAMPAIGN) =>
	await client.post(pathOf(id), body);
const recipient = { external_user_id: 'user-001' };

test('an email goes to one user, without a message key in the answer', async () => {
	const { status, body } = await send({ external_send_id: 'order-1', recipient });
	expect(status).toBe(201);
	expect(body).toEqual({
		dispatch_id: expect.stringMatching(/^[0-9a-f]{32}$/),
		status: 'sent',
		metadata: expect.objectContaining({ external_send_id: 'order-1' }),
	});
	expect(reachedUsers(client)).toEqual(['user-001']);
});

test('a repeat within a day sends nothing and tells the first dispatch', async () => {
	const body = { external_send_id: 'order-1', recipient };
	const first = await send(body);
	expect((await send(body)).body.dispatch_id).toBe(first.body.dispatch_id);
	expect(reachedUsers(client)).toHaveLength(1);
	client.sandbox.clock.advance(DAY);
	expect((await send(body)).body.dispatch_id).not.toBe(first.body.dispatch_id);
	expect(reachedUsers(client)).toHaveLength(2);
});

test('without an external_send_id each request sends', async () => {
	await send({ recipient });
	await send({ recipient });
	expect(reachedUsers(client)).toHaveLength(2);
});

test.each([
	[{ recipient }, TRIGGERED_CAMPAIGN, 'is not a transactional campaign'],
	[{ recipient }, UNKNOWN_ID, 'Campaign does not exist'],
	[{}, TRANSACTIONAL_CAMPAIGN, 'recipient is required'],
	[{ recipient: {} }, TRANSACTIONAL_CAMPAIGN, 'exactly one of external_user_id, user_alias'],
	[{ recipient: [recipient] }, TRANSACTIONAL_CAMPAIGN, 'recipient must be object'],
	[{ recipient: { email: 'user-001@example.com' } }, TRANSACTIONAL_CAMPAIGN, 'email'],
	[{ recipient, external_send_id: 'a b' }, TRANSACTIONAL_CAMPAIGN, 'external_send_id'],
	[{ recipient, broadcast: true }, TRANSACTIONAL_CAMPAIGN, 'broadcast is not a known key'],
])('%j to %s is refused', async (body, id, words) => {
	const { status, body: answer } = await send(body, id);
	expect(status).toBe(400);
	expect(JSON.stringify(answer)).toContain(words);
	expect(reachedUsers(client)).toEqual([]);
});

describe('a Live Activity', () => {
	const start = {
		app_id: 'app',
		activity_id: 'a',
		activity_attributes_type: 'Delivery',
		activity_attributes: {},
		content_state: {},
		notification: { alert: { title: 'Hi', body: 'There' } },
	};
	const users = (count: number) => Array.from({ length: count }, (_, index) => `user-${index}`);

	test.each([
		[{ external_user_ids: users(50) }, 201, 'success'],
		[{ external_user_ids: users(51) }, 400, 'at most 50'],
		[{}, 400, 'exactly one of'],
		[{ external_user_ids: ['a'], segment_id: UNKNOWN_ID }, 400, 'exactly one of'],
		[{ segment_id: UNKNOWN_ID }, 400, 'Invalid Segment ID'],
		[{ external_user_ids: ['a'], notification: { alert: 'Hi' } }, 400, 'title and body'],
		[{ external_user_ids: ['a'], dismissal_date: '2026-01-17T00:00:00Z' }, 400, 'dismissal_date'],
	])('start with %j', async (more, expected, words) => {
		const { status, body } = await client.post('/messages/live_activity/start', {
			...start,
			...more,
		});
		expect(status).toBe(expected);
		expect(JSON.stringify(body)).toContain(words);
	});

	test('ends by an update', async () => {
		const { app_id, activity_id, content_state } = start;
		const body = { app_id, activity_id, content_state, end_activity: true };
		expect(await client.post('/messages/live_activity/update', body)).toMatchObject({
			status: 201,
			body: { message: 'success' },
		});
	});
});
