import {
	API_CAMPAIGN,
	ARCHIVED_CAMPAIGN,
	MEMBERS,
	openSandbox,
	PAUSED_CAMPAIGN,
	reachedUsers,
	SCHEDULED_CAMPAIGN,
	SEND_ID,
	TRIGGERED_CAMPAIGN,
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

describe('a campaign trigger', () => {
	const trigger = (body: Record<string, unknown>) =>
		client.post('/campaigns/trigger/send', { campaign_id: TRIGGERED_CAMPAIGN, ...body });

	test('merges properties key by key and lets the last entry of a user win', async () => {
		const answer = await trigger({
			trigger_properties: { a: 1, b: 1 },
			recipients: [
				{ external_user_id: 'user-001', trigger_properties: { b: 2 } },
				{ user_alias: { alias_name: 'alias-002', alias_label: 'shop' } },
				{ external_user_id: 'user-001', trigger_properties: { b: 3 } },
			],
		});
		expect(answer.body).toEqual({ dispatch_id: expect.any(String), message: 'success' });
		expect(client.sandbox.deliveries).toMatchObject([
			{ userId: 'user-002', content: { trigger_properties: { a: 1, b: 1 } } },
			{
				userId: 'user-001',
				channels: ['email'],
				campaignId: TRIGGERED_CAMPAIGN,
				content: { trigger_properties: { a: 1, b: 3 } },
			},
		]);
	});

	test.each<[string, Record<string, unknown>, string[]]>([
		[
			'by email',
			{ recipients: [{ email: 'user-001@example.com', prioritization: ['identified'] }] },
			['user-001'],
		],
		['by braze_id', { recipients: [{ braze_id: 'b00000000000000000000002' }] }, ['user-002']],
		['the Appboy way', { external_user_ids: ['user-001'] }, ['user-001']],
		['by audience', { audience: blue }, ['user-001']],
		[
			'by audience and recipients',
			{ audience: blue, recipients: [{ external_user_id: 'user-002' }] },
			[],
		],
		[
			'as a broadcast',
			{ broadcast: true },
			['user-001', 'user-002', 'user-003', 'user-004', 'user-005'],
		],
		[
			'with attachments',
			{
				recipients: [{ external_user_id: 'a' }],
				attachments: [
					{ file_name: 'a', url: 'https://example.com/a.pdf', basic_auth_credential: 'c' },
				],
			},
			['a'],
		],
		[
			'with a registered send_id',
			{ recipients: [{ external_user_id: 'a' }], send_id: SEND_ID },
			['a'],
		],
	])('reaches users %s', async (_name, body, users) => {
		expect(await trigger(body)).toMatchObject({ status: 201, body: { message: 'success' } });
		expect(reachedUsers(client)).toEqual(users);
	});

	test('as a broadcast is tracked under a send_id', async () => {
		const { body } = await trigger({ broadcast: true });
		expect(body.send_id).toEqual(expect.any(String));
		expect(client.sandbox.deliveries[0].sendId).toBe(body.send_id);
	});

	test('writes attributes, and creates a user only when told to', async () => {
		const strict = await openSandbox({ seed: { ...client.sandbox.seed, anyUserExists: false } });
		const recipient = { external_user_id: 'new', attributes: { first_name: 'New', vip: true } };
		const body = { campaign_id: TRIGGERED_CAMPAIGN, recipients: [recipient] };
		await strict.post('/campaigns/trigger/send', body);
		expect(reachedUsers(strict)).toEqual([]);
		expect(strict.sandbox.requests[0].notes).toEqual(['new does not exist, so it gets nothing']);
		const creating = { ...recipient, send_to_existing_only: false };
		await strict.post('/campaigns/trigger/send', { ...body, recipients: [creating] });
		expect(reachedUsers(strict)).toEqual(['new']);
		expect((await strict.get('/sandbox/users/new')).body.user).toMatchObject({
			first_name: 'New',
			custom_attributes: { vip: true },
		});
		await strict.sandbox.close();
	});

	test('leaves out users the seed calls invalid and says so', async () => {
		const recipients = ['user-001', 'invalid-user-001'].map((id) => ({ external_user_id: id }));
		const answer = await trigger({ recipients });
		expect(answer).toMatchObject({
			status: 201,
			body: { message: 'success', errors: ['Invalid external_user_id: invalid-user-001'] },
		});
		expect(reachedUsers(client)).toEqual(['user-001']);
	});

	const one = { external_user_id: 'a' };
	const file = { file_name: 'a', url: 'https://example.com/a.pdf' };
	test.each<[string, Record<string, unknown>, string]>([
		[
			'no campaign',
			{ campaign_id: undefined },
			'campaign_id must be a string of the campaign api identifier',
		],
		[
			'a number as campaign',
			{ campaign_id: 1 },
			'campaign_id must be a string of the campaign api identifier',
		],
		['an unknown campaign', { campaign_id: UNKNOWN_ID }, 'Invalid Campaign ID'],
		['an API campaign', { campaign_id: API_CAMPAIGN }, 'Invalid Campaign ID'],
		['a scheduled campaign', { campaign_id: SCHEDULED_CAMPAIGN }, 'Invalid Campaign ID'],
		['a paused campaign', { campaign_id: PAUSED_CAMPAIGN }, 'The campaign is paused.'],
		['an archived campaign', { campaign_id: ARCHIVED_CAMPAIGN }, 'The campaign is archived.'],
		['nobody', { recipients: undefined }, 'No Recipients'],
		['an empty list', { recipients: [] }, 'No Recipients'],
		[
			'broadcast to recipients',
			{ broadcast: true },
			'broadcast must not be true when users are named',
		],
		[
			'51 recipients',
			{ recipients: Array(51).fill(one) },
			'The max number of ids per request was exceeded',
		],
		[
			'51 ids',
			{ recipients: undefined, external_user_ids: ids(51) },
			'The max number of ids per request was exceeded',
		],
		['recipients and ids', { external_user_ids: ['a'] }, 'must not be sent together'],
		['a segment', { segment_id: MEMBERS }, 'segment_id is not a known key'],
		['messages', { messages: { webhook } }, 'messages is not a known key'],
		['context', { context: {} }, 'context is not a known key'],
		['no identifier', { recipients: [{}] }, 'recipients[0] must have exactly one of'],
		[
			'two identifiers',
			{ recipients: [{ ...one, braze_id: 'b' }] },
			'recipients[0] must have exactly one of',
		],
		['a phone', { recipients: [{ phone: '+1' }] }, 'recipients[0].phone is not a known key'],
		[
			'email without prioritization',
			{ recipients: [{ email: 'a@example.com' }] },
			'prioritization is required with email',
		],
		[
			'both identified and unidentified',
			{ recipients: [{ email: 'a@example.com', prioritization: ['identified', 'unidentified'] }] },
			'must not hold both identified and unidentified',
		],
		[
			'context of a recipient',
			{ recipients: [{ ...one, context: {} }] },
			'recipients[0].context is not a known key',
		],
		[
			'creation without attributes',
			{ recipients: [{ ...one, send_to_existing_only: false }] },
			'attributes is required when send_to_existing_only is false',
		],
		[
			'creation with empty attributes',
			{ recipients: [{ ...one, send_to_existing_only: false, attributes: {} }] },
			'recipients[0].attributes must NOT have fewer than 1',
		],
		[
			'creation by alias',
			{
				recipients: [
					{
						user_alias: { alias_name: 'a', alias_label: 'b' },
						send_to_existing_only: false,
						attributes: { a: 1 },
					},
				],
			},
			'recipients[0].user_alias must be left out',
		],
		['properties as text', { trigger_properties: '' }, 'trigger_properties must be object'],
		[
			'properties of 50 KB',
			{ trigger_properties: { a: 'x'.repeat(51200) } },
			'trigger_properties must be at most 51200 bytes',
		],
		[
			'properties of 50 KB for a user',
			{ recipients: [{ ...one, trigger_properties: { a: 'x'.repeat(51200) } }] },
			'recipients[0].trigger_properties must be at most 51200 bytes',
		],
		[
			'attachments in a broadcast',
			{ recipients: undefined, broadcast: true, attachments: [file] },
			'attachments must be left out when broadcast is true',
		],
		['an unregistered send_id', { send_id: 'never-registered' }, 'Invalid Send ID'],
		[
			'a long send_id',
			{ send_id: 'a'.repeat(65) },
			'send_id must NOT have more than 64 characters',
		],
		['a send_id with an umlaut', { send_id: 'ä' }, 'send_id must be ASCII characters only'],
	])('with %s is refused', async (_name, body, error) => {
		const answer = await trigger({ recipients: [one], ...body });
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).toContain(error);
		expect(client.sandbox.deliveries).toEqual([]);
	});
});
