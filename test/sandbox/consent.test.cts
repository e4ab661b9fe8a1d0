import { openSandbox, type Client } from './support.cts';

const NEWSLETTER = '5b000000-0000-4000-8000-000000000001';
const TEXTS = '5b000000-0000-4000-8000-000000000003';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(async () => await client.sandbox.close());

const set = (...groups: object[]) =>
	client.post('/v2/subscription/status/set', { subscription_groups: groups });
const group = (more: object, state = 'subscribed', id = NEWSLETTER) => ({
	subscription_group_id: id,
	subscription_state: state,
	...more,
});
const statusOf = async (query: string, id = NEWSLETTER) =>
	(await client.get(`/subscription/status/get?subscription_group_id=${id}&${query}`)).body.status;

describe('subscription groups', () => {
	test('a state is set in lower case and told with a capital', async () => {
		expect((await set(group({ external_ids: ['user-001'] }))).status).toBe(201);
		expect(await statusOf('external_id[]=user-001&external_id[]=user-002')).toEqual({
			'user-001': 'Subscribed',
			'user-002': 'unknown',
		});
	});

	test('a state belongs to the address: whoever has it changes, and who gets it later inherits', async () => {
		await set(group({ external_ids: ['user-001'] }));
		expect(await statusOf('email=user-001@example.com')).toEqual({
			'user-001@example.com': 'Subscribed',
		});
		await set(group({ emails: 'later@example.com' }, 'unsubscribed'));
		expect(await statusOf('email=later@example.com')).toEqual({
			'later@example.com': 'Unsubscribed',
		});
	});

	test('the groups of a user are those that were ever set', async () => {
		await set(group({ external_ids: ['user-001'] }));
		const { body } = await client.get('/subscription/user/status?external_id=user-001');
		expect(body).toMatchObject({
			total_count: 1,
			users: [
				{
					external_id: 'user-001',
					phone: null,
					subscription_groups: [
						{ id: NEWSLETTER, name: 'Newsletter', channel: 'email', status: 'Subscribed' },
					],
				},
			],
		});
	});

	test.each([
		['an unknown group', [group({ external_ids: ['user-001'] }, 'subscribed', 'none')]],
		['a capital', [group({ external_ids: ['user-001'] }, 'Subscribed')]],
		['a number for an email group', [group({ phones: ['+15550100001'] })]],
		['a number without a plus', [group({ phones: ['15550100001'] }, 'subscribed', TEXTS)]],
		['the key of the old endpoint', [group({ external_id: 'user-001' })]],
		['51 users', [group({ external_ids: Array.from({ length: 51 }, (_, id) => `user-${id}`) })]],
		[
			'51 users in two groups',
			[
				group({ external_ids: Array.from({ length: 50 }, (_, id) => `user-${id}`) }),
				group({ external_ids: ['user-050'] }, 'unsubscribed'),
			],
		],
		['nobody', [group({})]],
	])('%s is refused', async (_name, groups) => {
		expect((await set(...groups)).status).toBe(400);
	});

	test('addresses and numbers in one request are refused in the words of Braze', async () => {
		const { body } = await set(
			group({ emails: ['user-001@example.com'] }),
			group({ phones: ['+15550100001'] }, 'subscribed', TEXTS),
		);
		expect(body.message).toBe(
			'Either an email address or a phone number should be provided, but not both.',
		);
	});

	test('nobody asked for is refused', async () => {
		const path = `/subscription/status/get?subscription_group_id=${NEWSLETTER}`;
		expect((await client.get(path)).status).toBe(400);
		expect((await client.get('/subscription/user/status')).status).toBe(400);
	});
});

describe('addresses', () => {
	test('a global state is kept for an address that nobody has, and listed where it ends the emails', async () => {
		const { status } = await client.post('/email/status', {
			email: 'new-001@example.com',
			subscription_state: 'unsubscribed',
		});
		expect(status).toBe(201);
		await client.post('/users/track', {
			attributes: [{ external_id: 'user-001', email: 'new-001@example.com' }],
		});
		const { body } = await client.get('/sandbox/users/user-001');
		expect(body.user).toMatchObject({ email_subscription: 'unsubscribed' });
		const list = await client.get('/email/unsubscribes?start_date=2026-01-16&end_date=2026-01-17');
		expect(list.body.emails).toEqual([
			{ email: 'new-001@example.com', unsubscribed_at: '2026-01-16 12:00:00 +0000' },
		]);
	});

	test('the blocklist unsubscribes and bounces; a bounce can be removed', async () => {
		const email = 'user-001@example.com';
		await client.post('/email/blocklist', { email });
		const bounces = async () =>
			(await client.get(`/email/hard_bounces?email=${email}&end_date=2026-01-17`)).body.emails;
		expect(await bounces()).toHaveLength(1);
		await client.post('/email/bounce/remove', { email: [email] });
		expect(await bounces()).toEqual([]);
		expect((await client.get('/sandbox/users/user-001')).body.user).toMatchObject({
			email_subscription: 'unsubscribed',
		});
	});

	test('the end date is outside', async () => {
		const list = (end: string) =>
			client.get(`/email/hard_bounces?start_date=2026-01-10&end_date=${end}`);
		expect((await list('2026-01-12')).body.emails).toHaveLength(1);
		expect((await list('2026-01-13')).body.emails).toHaveLength(2);
	});

	test('with a limit beside an address the answer is empty', async () => {
		const path = '/email/hard_bounces?email=gone-001@example.com&end_date=2026-01-17';
		expect((await client.get(path)).body.emails).toHaveLength(1);
		expect((await client.get(`${path}&limit=100`)).body.emails).toEqual([]);
	});

	test.each([
		'/email/hard_bounces?start_date=2026-01-10',
		'/email/hard_bounces?start_date=2026-01-10&end_date=2026-01-10',
		'/email/hard_bounces?start_date=10.01.2026&end_date=2026-01-12',
		'/email/unsubscribes?end_date=2026-01-12',
		'/email/unsubscribes?start_date=2026-01-10&end_date=2026-01-12&limit=501',
		'/sms/invalid_phone_numbers?start_date=2026-01-10',
		'/sms/invalid_phone_numbers?phone_numbers[]=%2B15550100001&reason=other',
	])('GET %s is refused', async (path) => {
		expect((await client.get(path)).status).toBe(400);
	});

	test.each([
		['/email/status', { email: 'a@example.com', subscription_state: 'maybe' }],
		['/email/status', { email: 'nobody', subscription_state: 'subscribed' }],
		['/email/bounce/remove', { email: [] }],
		[
			'/email/blocklist',
			{ email: Array.from({ length: 51 }, (_, index) => `user-${index}@example.com`) },
		],
		['/sms/invalid_phone_numbers/remove', { phone_numbers: '+15550100001' }],
	])('POST %s refuses %j', async (path, body) => {
		expect((await client.post(path, body)).status).toBe(400);
	});

	test('an invalid number is found by day, by number and by reason, and removed', async () => {
		const found = async (query: string) =>
			(await client.get(`/sms/invalid_phone_numbers?${query}`)).body.sms as unknown[];
		const days = 'start_date=2026-01-01&end_date=2026-02-01';
		expect(await found(days)).toHaveLength(2);
		expect(await found(`${days}&reason=deactivated`)).toEqual([
			{
				phone: '+15550100001',
				invalid_detected_at: '2026-01-11T07:00:00+00:00',
				reason: 'deactivated',
			},
		]);
		expect(await found('phone_numbers[]=%2B15550100002')).toHaveLength(1);
		await client.post('/sms/invalid_phone_numbers/remove', { phone_numbers: ['+15550100002'] });
		expect(await found(days)).toHaveLength(1);
	});
});

describe('exports', () => {
	const MEMBERS = '5e000000-0000-4000-8000-000000000002';
	const start = (more: object = {}) =>
		client.post('/users/export/segment', {
			segment_id: MEMBERS,
			fields_to_export: ['external_id'],
			...more,
		});

	test('a second export of a segment is refused while the first runs, and taken once it is cancelled', async () => {
		expect((await start()).status).toBe(201);
		expect((await start()).status).toBe(429);
		await client.post('/export/segment/cancel', { segment_id: MEMBERS });
		expect((await start()).status).toBe(201);
		client.sandbox.clock.advance(2000);
		expect((await start()).status).toBe(201);
	});

	test.each([
		[{ fields_to_export: [] }],
		[{ fields_to_export: ['nothing'] }],
		[{ fields_to_export: undefined }],
		[{ segment_id: 'none' }],
		[{ output_format: 'gzip' }],
		[{ callback_endpoint: 'nowhere' }],
	])('refuses %j', async (more) => {
		expect((await start(more)).status).toBe(400);
	});

	test('the control group gives no subscription states', async () => {
		const { status } = await client.post('/users/export/global_control_group', {
			fields_to_export: ['email_subscribe'],
		});
		expect(status).toBe(400);
	});
});
