import { openReceiver, type Receiver } from './receiver.cts';
import { HOUR, MINUTE, NOW, openSandbox, type Client } from './support.cts';

let client: Client;
let receiver: Receiver;
beforeAll(async () => {
	receiver = await openReceiver();
	const currents = [{ url: `${receiver.url}/currents` }];
	const credentials = { shop: { user: 'braze', password: 'secret-1' } };
	client = await openSandbox({ sends: { currents, credentials } });
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
	receiver.received.length = 0;
	receiver.answer = () => ({ body: { code: 'SAVE10', note: { text: 'Hi "you"' } } });
});
afterAll(async () => {
	await client.sandbox.close();
	await receiver.close();
});

const calls = () => receiver.received.filter(({ url }) => !url.startsWith('/currents'));
const types = () => client.sandbox.sender.events.map(({ event_type: type }) => type);

async function pass(ms: number): Promise<void> {
	client.sandbox.clock.advance(ms);
	await client.sandbox.sender.wire.settled();
}

/** Sends a text to users and gives what each of them sees. */
async function texts(body: string, ...users: string[]): Promise<unknown[]> {
	const before = client.sandbox.deliveries.length;
	const { status } = await client.post('/messages/send', {
		external_user_ids: users.length > 0 ? users : ['user-001'],
		messages: { sms: { subscription_group_id: 'group-1', app_id: 'app-1', body } },
	});
	expect(status).toBe(201);
	await client.sandbox.sender.wire.settled();
	return client.sandbox.deliveries
		.slice(before)
		.map(({ rendered }) => (rendered as { body: string } | undefined)?.body);
}

const tag = (options = '', path = '/coupon?user={{${user_id} | url_param_escape}}') =>
	`{% connected_content ${receiver.url}${path} ${options} %}`;

test('an answer is saved, and its fields stand in the text', async () => {
	const [text] = await texts(
		`${tag(':basic_auth shop :save reply')}Hi {{\${first_name}}}: {{reply.code}}, {{reply.note.text}} ({{reply.__http_status_code__}}){{reply.nothing}}`,
	);
	expect(text).toBe('Hi User: SAVE10, Hi "you" (200)');
	expect(calls()).toHaveLength(1);
	expect(calls()[0]).toMatchObject({
		method: 'GET',
		url: '/coupon?user=user-001',
		headers: { authorization: `Basic ${Buffer.from('braze:secret-1').toString('base64')}` },
	});
	expect(types()).toEqual(
		['Send', 'CarrierSend', 'Delivery'].map((name) => `users.messages.sms.${name}`),
	);
	expect(JSON.stringify(client.sandbox.sender.sent)).not.toContain('c2VjcmV0');
});

test('what was sent stays as it was sent', async () => {
	await texts(`${tag()}`);
	expect(client.sandbox.deliveries[0].content).toMatchObject({ body: tag() });
});

test('without :save the answer is inserted as it is', async () => {
	receiver.answer = () => ({ body: 'SAVE10' });
	expect(await texts(`Code: ${tag()}!`)).toEqual(['Code: SAVE10!']);
});

test.each([404, 500, 302])('%i inserts nothing, and its code can be read', async (status) => {
	receiver.answer = () => ({ status, body: { code: 'SAVE10' } });
	expect(await texts(`Code: ${tag()}!`)).toEqual(['Code: !']);
	expect(await texts(`${tag(':save r')}{{r.__http_status_code__}}`)).toEqual([String(status)]);
});

test('an answer later than two seconds is none', async () => {
	receiver.answer = () => ({ after: 4000, body: 'SAVE10' });
	expect(await texts(`Code: ${tag()}!`)).toEqual(['Code: !']);
	expect(client.sandbox.sender.sent[0]).toMatchObject({
		status: null,
		failure: 'no answer in time',
	});
});

test('a GET is kept for five minutes, longer where asked, and not at all with :no_cache', async () => {
	const rest = [
		['', 5 * MINUTE],
		[':cache_max_age 900', 15 * MINUTE],
		[':cache_max_age 10', 5 * MINUTE],
		[':cache_max_age 999999', 4 * HOUR],
	] as const;
	for (const [options, kept] of rest) {
		client.sandbox.reset();
		receiver.received.length = 0;
		await texts(tag(options));
		await pass(kept - 5000);
		await texts(tag(options));
		expect([options, calls().length]).toEqual([options, 1]);
		await pass(5001);
		await texts(tag(options));
		expect([options, calls().length]).toEqual([options, 2]);
	}
	receiver.received.length = 0;
	await texts(tag(':no_cache'));
	await texts(tag(':no_cache'));
	expect(calls()).toHaveLength(2);
});

test('users with the same address share an answer, others have their own', async () => {
	await texts(tag('', '/same'), 'user-001');
	await texts(tag('', '/same'), 'user-002', 'user-003');
	expect(calls()).toHaveLength(1);
	await texts(tag(), 'user-002', 'user-003');
	expect(
		calls()
			.map(({ url }) => url)
			.slice(1),
	).toEqual(['/coupon?user=user-002', '/coupon?user=user-003']);
});

test('an error is not kept', async () => {
	receiver.answer = () => ({ status: 500 });
	await texts(tag());
	await texts(tag());
	expect(calls()).toHaveLength(2);
});

test('a POST has a body and headers, as a form or as JSON, and is kept only where asked', async () => {
	await texts(tag(':method post :body name={{${first_name}}}&n=1'));
	await texts(tag(':method post :body name={{${first_name}}}&n=1 :content_type application/json'));
	await texts(
		tag(':method post :headers {"X-Key": "{{${user_id}}}", "X-B": "b c"} :body {"a": "b c"}'),
	);
	await texts(tag(':method post :body a=1 :cache_max_age 60'));
	await texts(tag(':method post :body a=1 :cache_max_age 60'));
	expect(calls().map(({ method }) => method)).toEqual(Array(4).fill('POST'));
	expect(calls().map(({ body }) => body)).toEqual([
		'name=User&n=1',
		{ name: 'User', n: '1' },
		{ a: 'b c' },
		'a=1',
	]);
	expect(calls()[1].headers).toMatchObject({
		'content-type': 'application/json',
		accept: 'application/json',
	});
	expect(calls()[2].headers).toMatchObject({ 'x-key': 'user-001', 'x-b': 'b c' });
});

test('a value cannot add an option to its tag', async () => {
	const { sandbox } = client;
	sandbox.deliveries.length = 0;
	await client.post('/campaigns/trigger/send', {
		campaign_id: 'c0000000-0000-4000-8000-000000000003',
		trigger_properties: {
			text: tag(':headers {"X-A": "{{api_trigger_properties.${evil}}}"}'),
			evil: 'a :method post',
		},
		recipients: [{ external_user_id: 'user-001' }],
	});
	await sandbox.sender.wire.settled();
	expect(calls().map(({ method, headers }) => [method, headers['x-a']])).toEqual([
		['GET', 'a :method post'],
	]);
});

test('with :retry it is asked five times more, then the message is aborted', async () => {
	receiver.answer = () => ({ status: 500 });
	await texts(tag(':retry'));
	expect([calls().length, types()]).toEqual([1, []]);
	for (let second = 0; second < 40; second += 1) await pass(1000);
	expect(calls()).toHaveLength(6);
	expect(types()).toEqual(['users.messages.sms.Abort']);
	expect(client.sandbox.deliveries[0].aborted).toMatch('gave no answer of 2XX');
});

test('with :retry a late answer still counts', async () => {
	receiver.answer = () => ({ status: calls().length > 1 ? 200 : 500, body: 'SAVE10' });
	await texts(`Code: ${tag(':retry')}`);
	await pass(1001);
	expect(client.sandbox.deliveries[0].rendered).toMatchObject({ body: 'Code: SAVE10' });
});

test('it asks this machine alone', async () => {
	expect(await texts('Code: {% connected_content https://example.com/ %}!')).toEqual(['Code: !']);
	expect(client.sandbox.sender.sent[0].failure).toMatch('the sandbox sends nowhere else');
});

test('a tag with broken headers aborts the message', async () => {
	await texts(tag(':headers {a}'));
	expect(client.sandbox.deliveries[0].aborted).toBe(':headers must be a JSON object, it is {a}');
});

test('a webhook message can ask, too', async () => {
	await client.post('/messages/send', {
		external_user_ids: ['user-001'],
		messages: {
			webhook: {
				url: `${receiver.url}/hook`,
				request_method: 'POST',
				body: `${tag(':save r')}{"code": "{{r.code}}"}`,
			},
		},
	});
	await client.sandbox.sender.wire.settled();
	expect(calls().at(-1)).toMatchObject({ url: '/hook', body: { code: 'SAVE10' } });
});
