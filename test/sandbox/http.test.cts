import {
	API_CAMPAIGN,
	FULL_KEY,
	HOUR,
	MEMBERS,
	MINUTE,
	NOW,
	openSandbox,
	SEND_ID,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeEach(async () => {
	client = await openSandbox();
});
afterEach(() => client.sandbox.close());

const push = { external_user_ids: ['user-001'], messages: { apple_push: { alert: 'Hi' } } };

describe('authentication', () => {
	test.each([
		['Bearer wrong-key', 'wrong-key'],
		['Bearer ', ''],
		['Basic abc', ''],
		[FULL_KEY, ''],
		['', ''],
		[`Bearer "${FULL_KEY}"`, `"${FULL_KEY}"`],
	])('%s is refused with the key repeated', async (authorization, key) => {
		const answer = await client.post('/messages/send', push, { authorization });
		expect(answer).toMatchObject({ status: 401, body: { message: `Invalid API key: ${key}` } });
		expect(answer.headers.get('x-ratelimit-remaining')).toBe('');
		expect(client.sandbox.deliveries).toEqual([]);
	});

	test('the scheme may be written in any case', async () => {
		const headers = { authorization: `bEARER ${FULL_KEY}` };
		expect(await client.post('/messages/send', push, headers)).toMatchObject({ status: 201 });
	});

	test.each([
		['sandbox-send-only-key', 'POST', '/messages/send', 201],
		['sandbox-send-only-key', 'POST', '/campaigns/trigger/send', 403],
		['sandbox-send-only-key', 'POST', '/messages/schedule/create', 403],
		['sandbox-send-only-key', 'GET', '/campaigns/list', 403],
		['sandbox-no-lists-key', 'POST', '/messages/send', 201],
		['sandbox-no-lists-key', 'GET', '/segments/list', 403],
		['sandbox-no-lists-key', 'GET', '/messages/scheduled_broadcasts?end_time=2027-01-01', 403],
		['sandbox-full-access-key', 'GET', '/campaigns/list', 200],
	])('%s %s %s answers %s', async (key, method, path, status) => {
		const headers = { authorization: `Bearer ${key}` };
		const call = method === 'GET' ? client.get(path, headers) : client.post(path, push, headers);
		const answer = await call;
		expect(answer.status).toBe(status);
		if (status === 403) expect(answer.body.message).toBe('Access Denied');
	});

	test('no record shows a key', async () => {
		await client.post('/messages/send', push);
		await client.post('/messages/send', push, { authorization: 'Bearer wrong-key' });
		const views = await (await fetch(`${client.sandbox.url}/sandbox/requests`)).text();
		expect(views).not.toContain('-key');
		expect(client.sandbox.requests.map((request) => request.keyName)).toEqual([
			'full access',
			undefined,
		]);
	});
});

describe('the envelope', () => {
	test.each([
		['/messages/sent', 404],
		['/', 404],
		['/messages/send/', 403],
	])('POST %s answers %s', async (path, status) => {
		expect(await client.post(path, push)).toMatchObject({ status });
	});

	test('the wrong method is not found', async () => {
		expect(await client.get('/messages/send')).toMatchObject({ status: 404 });
	});

	test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not found either', async (method) => {
		const headers = { authorization: `Bearer ${FULL_KEY}` };
		const response = await fetch(`${client.sandbox.url}/messages/send`, { method, headers });
		expect(response.status).toBe(404);
	});

	test('a query where none is taken, and a body where none is taken, are refused', async () => {
		expect(await client.post('/messages/send?page=1', push)).toMatchObject({
			status: 400,
			body: { errors: ['page is not a known key'] },
		});
		expect(await client.delete('/catalogs/restaurants', {})).toMatchObject({ status: 400 });
	});

	test('a path that is no percent-encoding is refused', async () => {
		expect(await client.get('/catalogs/restaurants/items/%E0%A4')).toMatchObject({ status: 400 });
	});

	test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
		'the content type %s is refused',
		async (type) => {
			const answer = await client.post('/messages/send', push, { 'content-type': type });
			expect(answer).toMatchObject({ status: 415 });
		},
	);

	test.each(['{', '', 'undefined'])('the body %j is no JSON', async (body) => {
		const answer = await client.post('/messages/send', body);
		expect([answer.status, Object.keys(answer.body)]).toEqual([400, ['error']]);
	});

	test.each(['[]', 'null', '"a"'])('the body %s is no object', async (body) => {
		const answer = await client.post('/messages/send', body);
		expect(answer).toMatchObject({ status: 400, body: { message: 'Bad Request' } });
	});

	test('a body above 4 MB is refused, one of 4 MB is read', async () => {
		const fit = 4 * 1024 * 1024 - '{"a":""}'.length;
		expect(await client.post('/messages/send', { a: 'x'.repeat(fit) })).toMatchObject({
			status: 400,
		});
		expect(await client.post('/messages/send', { a: 'x'.repeat(fit + 1) })).toMatchObject({
			status: 413,
		});
	});

	test('each answer has a request id and tells what is left of the limit', async () => {
		const first = await client.post('/messages/send', push);
		const second = await client.post('/messages/send', {});
		const third = await client.get('/campaigns/list');
		const left = [first, second, third].map(({ headers }) => headers.get('x-ratelimit-remaining'));
		expect(left).toEqual(['249999', '249998', '249997']);
		expect(first.headers.get('x-ratelimit-limit')).toBe('250000');
		expect(first.headers.get('x-ratelimit-reset')).toBe(String((NOW + HOUR) / 1000));
		expect(first.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
		client.sandbox.clock.set(NOW + HOUR);
		const later = await client.post('/messages/send', push);
		expect(later.headers.get('x-ratelimit-remaining')).toBe('249999');
	});
});

describe('rate limits', () => {
	const toMembers = { messages: push.messages, segment_id: MEMBERS, broadcast: true };
	const audience = (name: string) => ({
		messages: push.messages,
		audience: { custom_attribute: { custom_attribute_name: name, comparison: 'exists' } },
	});

	async function times(count: number, call: () => Promise<{ status: number }>): Promise<number[]> {
		const statuses: number[] = [];
		for (let index = 0; index < count; index++) statuses.push((await call()).status);
		return statuses;
	}

	test('the eleventh broadcast to one audience in a minute is refused', async () => {
		const ten = await times(10, () => client.post('/messages/send', toMembers));
		expect(new Set(ten)).toEqual(new Set([201]));
		const answer = await client.post('/messages/send', toMembers);
		expect(answer).toMatchObject({ status: 429, body: { message: 'Rate Limited' } });
		expect(answer.headers.get('x-ratelimit-limit')).toBe('10');
		expect(answer.headers.get('x-ratelimit-reset')).toBe(String((NOW + MINUTE) / 1000));
		expect(await client.post('/messages/send', audience('a'))).toMatchObject({ status: 201 });
		expect(await client.post('/messages/send', push)).toMatchObject({ status: 201 });
		client.sandbox.clock.set(NOW + MINUTE);
		expect(await client.post('/messages/send', toMembers)).toMatchObject({ status: 201 });
	});

	test('the 251st broadcast in a minute is refused, whatever its audience', async () => {
		let name = 0;
		const all = await times(251, () => client.post('/messages/send', audience(`a${name++}`)));
		expect(all.indexOf(429)).toBe(250);
	});

	test('a lower limit of the seed holds', async () => {
		const seed = { ...client.sandbox.seed, rateLimits: { requestsPerHour: 2 } };
		const low = await openSandbox({ seed });
		expect(await times(3, () => low.post('/messages/send', push))).toEqual([201, 201, 429]);
		expect(low.sandbox.deliveries).toHaveLength(2);
		await low.sandbox.close();
	});

	test('a hundred send_ids a day, of which one known already is none', async () => {
		let id = 0;
		const make = () =>
			client.post('/sends/id/create', { campaign_id: API_CAMPAIGN, send_id: `s${id++}` });
		const all = await times(101, make);
		expect(all.indexOf(429)).toBe(100);
		const known = await client.post('/sends/id/create', {
			campaign_id: API_CAMPAIGN,
			send_id: 's0',
		});
		expect(known).toMatchObject({ status: 201, body: { message: 'success', send_id: 's0' } });
		expect(known.headers.get('x-ratelimit-limit')).toBe('100');
		client.sandbox.clock.advance(12 * HOUR);
		expect(await make()).toMatchObject({ status: 201 });
	});
});

describe('/sends/id/create', () => {
	const create = (body: object) => client.post('/sends/id/create', body);

	test('makes an id up when none is given, and it can be used', async () => {
		const made = await create({ campaign_id: TRIGGERED_CAMPAIGN });
		expect(made).toMatchObject({ status: 201, body: { message: 'success' } });
		const answer = await client.post('/campaigns/trigger/send', {
			campaign_id: TRIGGERED_CAMPAIGN,
			recipients: [{ external_user_id: 'a' }],
			send_id: made.body.send_id,
		});
		expect(answer).toMatchObject({ status: 201, body: { send_id: made.body.send_id } });
	});

	test('registers for its campaign alone', async () => {
		await create({ campaign_id: API_CAMPAIGN, send_id: 'mine' });
		const body = { campaign_id: TRIGGERED_CAMPAIGN, recipients: [{ external_user_id: 'a' }] };
		const answer = await client.post('/campaigns/trigger/send', { ...body, send_id: 'mine' });
		expect(answer).toMatchObject({ status: 400, body: { message: 'Invalid Send ID' } });
		expect(
			await client.post('/campaigns/trigger/send', { ...body, send_id: SEND_ID }),
		).toMatchObject({
			status: 201,
		});
	});

	test.each<[object, string]>([
		[{ send_id: 'a' }, 'campaign_id must be a string of the campaign api identifier'],
		[{ campaign_id: UNKNOWN_ID }, 'Invalid Campaign ID'],
		[{ campaign_id: API_CAMPAIGN, send_id: 'a'.repeat(65) }, 'more than 64 characters'],
		[{ campaign_id: API_CAMPAIGN, send_id: 'ä' }, 'ASCII characters only'],
		[{ campaign_id: API_CAMPAIGN, name: 'a' }, 'name is not a known key'],
	])('%j is refused', async (body, error) => {
		const answer = await create(body);
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).toContain(error);
	});
});
