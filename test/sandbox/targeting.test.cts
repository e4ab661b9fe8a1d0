import {
	ALL_USERS,
	MEMBERS,
	openSandbox,
	reachedUsers,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

const webhook = { url: 'https://example.com', request_method: 'POST' };
const ids = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);
const blue = {
	custom_attribute: { custom_attribute_name: 'eye_color', comparison: 'equals', value: 'blue' },
};

function sendWebhook(target: Record<string, unknown>) {
	return client.post('/messages/send', { messages: { webhook }, ...target });
}

describe('whom /messages/send reaches', () => {
	test.each<[string, Record<string, unknown>, string[]]>([
		['ids', { external_user_ids: ['user-001', 'new-user'] }, ['user-001', 'new-user']],
		[
			'an alias of a known user',
			{ user_aliases: [{ alias_name: 'alias-002', alias_label: 'shop' }] },
			['user-002'],
		],
		['a segment', { segment_id: MEMBERS, broadcast: true }, ['user-001', 'user-003']],
		[
			'users in a segment',
			{ segment_id: MEMBERS, external_user_ids: ['user-001', 'user-002'] },
			['user-001'],
		],
		['an audience, broadcast true', { audience: blue, broadcast: true }, ['user-001']],
		['an audience, broadcast false', { audience: blue, broadcast: false }, ['user-001']],
		['an audience alone', { audience: blue }, ['user-001']],
		[
			'an audience in a segment',
			{ audience: blue, segment_id: ALL_USERS, broadcast: true },
			['user-001'],
		],
		['users in an audience', { audience: blue, external_user_ids: ['user-002'] }, []],
		['50 users', { external_user_ids: ids(50) }, ids(50)],
	])('%s', async (_name, target, users) => {
		expect(await sendWebhook(target)).toMatchObject({ status: 201 });
		expect(reachedUsers(client)).toEqual(users);
	});

	test('a user named by id and by alias gets one message, and the record says so', async () => {
		await sendWebhook({
			external_user_ids: ['user-001'],
			user_aliases: [{ alias_name: 'alias-001', alias_label: 'shop' }],
		});
		expect(client.sandbox.deliveries).toMatchObject([
			{ userId: 'user-001', user: { user_alias: { alias_name: 'alias-001' } } },
		]);
		expect(client.sandbox.requests[0].notes).toEqual([
			'user-001 is named more than once, entry 1 wins',
		]);
	});

	test('subscription states hold back email and push, unless all are asked for', async () => {
		const email = { app_id: 'a', from: 'Shop <shop@example.com>', body: 'b' };
		const body = { external_user_ids: ['user-002', 'user-003'], messages: { email } };
		await client.post('/messages/send', body);
		expect(reachedUsers(client)).toEqual(['user-002']);
		await client.post('/messages/send', { ...body, recipient_subscription_state: 'opted_in' });
		expect(client.sandbox.deliveries).toHaveLength(1);
		await client.post('/messages/send', { ...body, recipient_subscription_state: 'all' });
		expect(reachedUsers(client)).toEqual(['user-002', 'user-002', 'user-003']);
	});

	test('tokens of also_send_to are reached, alone or beside users', async () => {
		const push = { alert: 'a', title: 'b', also_send_to: [{ app_id: 'a', tokens: ['t1', 't2'] }] };
		const messages = { android_push: push };
		expect(await client.post('/messages/send', { messages })).toMatchObject({ status: 201 });
		await client.post('/messages/send', { messages, external_user_ids: ['user-001'] });
		const tokens = ['push_token:t1', 'push_token:t2'];
		expect(reachedUsers(client)).toEqual([...tokens, 'user-001', ...tokens]);
		expect(client.sandbox.deliveries[0].user).toEqual({ push_token: 't1' });
	});
});

const TOO_MANY = 'The max number of external_ids and aliases per request was exceeded';

test.each<[string, Record<string, unknown>, string, string]>([
	['nobody', {}, 'No Recipients', 'is required'],
	['an empty list', { external_user_ids: [] }, 'No Recipients', 'is required'],
	['broadcast without a segment', { broadcast: true }, 'No Recipients', 'is required'],
	[
		'broadcast to users',
		{ broadcast: true, external_user_ids: ['a'] },
		'Bad Request',
		'broadcast must not be true when users are named',
	],
	['a segment without broadcast', { segment_id: MEMBERS }, 'Bad Request', 'broadcast must be true'],
	[
		'broadcast as text',
		{ segment_id: MEMBERS, broadcast: 'true' },
		'Bad Request',
		'broadcast must be boolean',
	],
	[
		'an unknown segment',
		{ segment_id: UNKNOWN_ID, broadcast: true },
		'Invalid Segment ID',
		'is not known',
	],
	['51 ids', { external_user_ids: ids(51) }, TOO_MANY, '51 users are named'],
	[
		'50 ids and an alias',
		{ external_user_ids: ids(50), user_aliases: [{ alias_name: 'a', alias_label: 'b' }] },
		TOO_MANY,
		'51 users are named',
	],
	[
		'numbers as ids',
		{ external_user_ids: [1] },
		'Bad Request',
		'external_user_ids[0] must be string',
	],
	[
		'an alias without label',
		{ user_aliases: [{ alias_name: 'a' }] },
		'Bad Request',
		'alias_label is required',
	],
	[
		'a too long alias',
		{ user_aliases: [{ alias_name: 'é'.repeat(119), alias_label: 'b' }] },
		'Bad Request',
		'user_aliases[0].alias_name must be at most 236 bytes',
	],
	[
		'recipients',
		{ recipients: [{ external_user_id: 'a' }] },
		'Bad Request',
		'recipients is not a known key',
	],
	[
		'a wrong state',
		{ external_user_ids: ['a'], recipient_subscription_state: 'none' },
		'Bad Request',
		'must be one of',
	],
	[
		'a send_id of nobody',
		{ external_user_ids: ['a'], send_id: 's' },
		'Bad Request',
		'campaign_id is required with send_id',
	],
])('/messages/send to %s is refused', async (_name, target, message, error) => {
	const answer = await sendWebhook(target);
	expect(answer).toMatchObject({ status: 400, body: { message } });
	expect(answer.body.errors).toContainEqual(expect.stringContaining(error));
	expect(client.sandbox.deliveries).toEqual([]);
});
