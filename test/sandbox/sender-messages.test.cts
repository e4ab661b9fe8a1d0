import { eventOf } from '../trigger/eventShapes.cts';
import { openReceiver, type Receiver } from './receiver.cts';
import {
	ALL_USERS,
	API_CAMPAIGN,
	CANVAS,
	HOUR,
	MINUTE,
	NOW,
	openSandbox,
	TRANSACTIONAL_CAMPAIGN,
	TRIGGERED_CAMPAIGN,
} from './support.cts';
import type { Client } from './support.cts';

interface Event {
	event_type: string;
	user: Record<string, unknown>;
	properties: Record<string, unknown>;
}

let client: Client;
let receiver: Receiver;
beforeAll(async () => {
	receiver = await openReceiver();
	client = await openSandbox({ sends: { currents: [{ url: `${receiver.url}/currents` }] } });
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
	receiver.received.length = 0;
	receiver.answer = () => ({});
});
afterAll(async () => {
	await client.sandbox.close();
	await receiver.close();
});

const SMS = { subscription_group_id: 'group-1', app_id: 'app-1', body: 'Hi' };
const EMAIL = {
	app_id: 'app-1',
	from: 'Shop <shop@example.com>',
	subject: 'Hi',
	body: '<a href="https://example.com/a">Hi</a>',
};
const events = (): Event[] => client.sandbox.sender.events as unknown as Event[];
const types = (): string[] =>
	events().map(({ event_type: type }) => type.replace('users.messages.', ''));

async function send(messages: object, more: object = {}): Promise<void> {
	const { status } = await client.post('/messages/send', {
		external_user_ids: ['user-001'],
		messages,
		...more,
	});
	expect(status).toBe(201);
	await client.sandbox.sender.wire.settled();
}

async function pass(ms: number): Promise<void> {
	client.sandbox.clock.advance(ms);
	await client.sandbox.sender.wire.settled();
}

const act = async (action: string, body?: object) =>
	(await client.post(`/sandbox/deliveries/0/${action}`, body ?? {})).body;

const calls = (path: string) => receiver.received.filter(({ url }) => url.startsWith(path));

describe('what arrives makes events', () => {
	test('an email, opened, clicked, bounced and unsubscribed', async () => {
		await send(
			{ email: { ...EMAIL, message_variation_id: 'email-105' } },
			{ campaign_id: API_CAMPAIGN },
		);
		for (const action of ['open', 'click', 'bounce', 'unsubscribe']) await act(action);
		expect(types()).toEqual([
			'email.Send',
			'email.Delivery',
			'email.Open',
			'email.Click',
			'email.Bounce',
			'email.Unsubscribe',
			'users.behaviors.subscription.GlobalStateChange',
		]);
		const [delivery] = client.sandbox.deliveries;
		expect(events()[3]).toMatchObject({
			user: {
				user_id: 'b00000000000000000000001',
				external_user_id: 'user-001',
				timezone: 'Europe/Berlin',
			},
			properties: {
				campaign_id: API_CAMPAIGN,
				campaign_name: 'Order messages',
				message_variation_id: 'email-105',
				canvas_id: null,
				dispatch_id: delivery.dispatchId,
				email_address: 'user-001@example.com',
				url: 'https://example.com/a',
			},
		});
		const { body } = await client.get('/sandbox/users/user-001');
		expect(body.user).toMatchObject({ email_subscription: 'unsubscribed' });
		await pass(1000);
		expect(calls('/currents')).toHaveLength(1);
		expect(calls('/currents')[0].body).toEqual({ events: events() });
	});

	test('an SMS and its reply; STOP leaves the group', async () => {
		await send({ sms: SMS });
		expect(await act('reply', { text: 'When?' })).toEqual({
			events: ['users.messages.sms.InboundReceive'],
		});
		await act('reply', { text: ' stop' });
		expect(types()).toEqual([
			'sms.Send',
			'sms.CarrierSend',
			'sms.Delivery',
			'sms.InboundReceive',
			'sms.InboundReceive',
			'users.behaviors.subscriptiongroup.StateChange',
		]);
		expect(events()[3].properties).toMatchObject({
			message_body: 'When?',
			action: 'None',
			subscription_group_id: 'group-1',
		});
		expect(events()[4].properties).toMatchObject({ action: 'Unsubscribed' });
	});

	test('each has the properties that Braze documents, and no other', async () => {
		await send({
			email: EMAIL,
			sms: SMS,
			apple_push: { alert: 'Hi' },
			content_card: {
				type: 'CLASSIC',
				title: 'Hi',
				description: 'Hi',
				time_to_live: 3600,
			},
		});
		for (const { index } of client.sandbox.deliveries)
			for (const action of ['open', 'click', 'bounce', 'unsubscribe'])
				await client.post(`/sandbox/deliveries/${index}/${action}`, {});
		await act('reply', { text: 'x' });
		expect(new Set(types()).size).toBeGreaterThan(15);
		for (const event of events()) {
			const shape = eventOf(event.event_type) as unknown as Event;
			const keys = Object.keys(event.properties).sort();
			expect([event.event_type, keys]).toEqual([
				event.event_type,
				Object.keys(shape.properties)
					.filter((key) => !key.startsWith('ad_'))
					.sort(),
			]);
		}
	});

	test('a tracked event and a purchase', async () => {
		const time = '2026-01-16T11:00:00Z';
		const { status } = await client.post('/users/track', {
			events: [{ external_id: 'user-001', name: 'ordered', time, properties: { size: 41 } }],
			purchases: [
				{ external_id: 'user-001', product_id: 'shoes', currency: 'EUR', price: 74, time },
			],
		});
		expect(status).toBe(201);
		expect(types()).toEqual(['users.behaviors.CustomEvent', 'users.behaviors.Purchase']);
		expect(events().map(({ properties }) => properties)).toMatchObject([
			{ name: 'ordered', custom_properties: { size: 41 } },
			{ product_id: 'shoes', currency: 'EUR', price: 74, purchase_properties: {} },
		]);
	});

	test('a bounce is on the list of hard bounces, an unsubscribed address on the other', async () => {
		await send({ email: EMAIL });
		await act('bounce');
		await act('unsubscribe');
		const range = 'start_date=2026-01-16&end_date=2026-01-17';
		const lists = ['/email/hard_bounces', '/email/unsubscribes'];
		for (const list of lists) {
			const { body } = await client.get(`${list}?${range}`);
			expect(body.emails).toMatchObject([{ email: 'user-001@example.com' }]);
		}
	});

	test('a campaign by its channels, a Canvas by an entry', async () => {
		const recipients = [{ external_user_id: 'user-001' }];
		await client.post('/campaigns/trigger/send', { campaign_id: TRIGGERED_CAMPAIGN, recipients });
		await client.post('/canvas/trigger/send', { canvas_id: CANVAS, recipients });
		expect(types()).toEqual(['email.Send', 'email.Delivery', 'users.canvas.Entry']);
		expect(events()[2].properties).toMatchObject({ canvas_id: CANVAS, canvas_name: 'Onboarding' });
	});

	test('what cannot be done is refused', async () => {
		await send({ sms: SMS });
		expect((await client.post('/sandbox/deliveries/7/open', {})).status).toBe(404);
		expect((await client.post('/sandbox/deliveries/0/eat', {})).status).toBe(404);
		expect((await client.post('/sandbox/deliveries/0/reply', {})).status).toBe(400);
		expect(await act('open')).toEqual({ events: [] });
	});
});

describe('a webhook message', () => {
	const webhook = (more: object = {}) => ({
		webhook: {
			url: `${receiver.url}/hook?user={{\${user_id}}}`,
			request_method: 'POST',
			request_headers: { 'Content-Type': 'application/json', 'X-Braze-Secret': 'secret-1' },
			body: '{"name": "{{${first_name} | json_escape}}", "dispatch": "{{campaign.${dispatch_id}}}"}',
			...more,
		},
	});
	const attempts = () => calls('/hook').length;

	test('is an HTTP request with its Liquid filled in', async () => {
		await send(webhook());
		const [{ method, url, headers, body }] = calls('/hook');
		expect([method, url]).toEqual(['POST', '/hook?user=user-001']);
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			'x-braze-secret': 'secret-1',
		});
		expect(body).toEqual({ name: 'User', dispatch: client.sandbox.deliveries[0].dispatchId });
		expect(types()).toEqual(['webhook.Send']);
		expect(JSON.stringify(client.sandbox.sender.sent)).not.toContain('secret-1');
	});

	test('declares only what is typed, and has no body for GET', async () => {
		await send(webhook({ request_headers: {} }));
		await send(webhook({ request_method: 'GET' }));
		expect(calls('/hook')[0].headers['content-type']).toBeUndefined();
		expect([calls('/hook')[1].method, calls('/hook')[1].body]).toEqual(['GET', undefined]);
	});

	test.each([408, 429, 500, 503])('%i: five times more inside half an hour', async (status) => {
		receiver.answer = ({ url }) => ({ status: url.startsWith('/hook') ? status : 200 });
		await send(webhook());
		expect(attempts()).toBe(1);
		await pass(29_000);
		expect(attempts()).toBe(1);
		await pass(1_001);
		expect(attempts()).toBe(2);
		for (let minute = 0; minute < 30; minute += 1) await pass(MINUTE);
		expect(attempts()).toBe(6);
		await pass(HOUR);
		expect(attempts()).toBe(6);
		const failures = events().map(({ properties }) => [
			properties.http_status_code,
			properties.retry_count,
			properties.is_terminal,
		]);
		expect(failures).toEqual([0, 1, 2, 3, 4, 5].map((retry) => [status, retry, retry === 5]));
	});

	test.each([301, 400, 401, 403, 404, 422])('%i: never again, no redirect', async (status) => {
		receiver.answer = () => ({ status, headers: { location: `${receiver.url}/other` } });
		await send(webhook());
		await pass(30 * MINUTE);
		expect(attempts()).toBe(1);
		expect(calls('/other')).toEqual([]);
		expect(events()[0].properties).toMatchObject({ http_status_code: status, is_terminal: true });
	});

	test('Retry-After changes the wait, and ends the retries where it is too long', async () => {
		receiver.answer = () => ({
			status: 429,
			headers: { 'retry-after': attempts() === 1 ? '120' : '7200' },
		});
		await send(webhook());
		await pass(119_000);
		expect(attempts()).toBe(1);
		await pass(1_001);
		expect(attempts()).toBe(2);
		await pass(24 * HOUR);
		expect(attempts()).toBe(2);
	});

	test('X-Rate-Limit-Reset changes the wait', async () => {
		receiver.answer = () => ({
			status: attempts() > 1 ? 200 : 429,
			headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(NOW / 1000 + 300) },
		});
		await send(webhook());
		await pass(290_000);
		expect(attempts()).toBe(1);
		await pass(11_000);
		expect(attempts()).toBe(2);
		expect(types()).toEqual(['webhook.Failure', 'webhook.Send']);
	});

	test('a host that cannot be reached is tried over a day', async () => {
		await send(webhook({ url: 'http://127.0.0.1:2/hook' }));
		for (let hour = 0; hour < 30; hour += 1) await pass(HOUR);
		expect(client.sandbox.sender.sent.filter(({ kind }) => kind === 'webhook')).toHaveLength(6);
		expect(events()[0].properties).toMatchObject({
			http_status_code: null,
			webhook_failure_source: 'Host unreachable',
		});
	});

	test('to another machine it is written down and not made', async () => {
		await send(webhook({ url: 'https://example.com/hook', request_method: 'POST' }));
		expect(client.sandbox.sender.sent[0]).toMatchObject({
			status: null,
			failure:
				'https://example.com/hook is not below http://127.0.0.1, and the sandbox sends nowhere else',
			outcome: 'not sent',
		});
		await pass(24 * HOUR);
		expect(client.sandbox.sender.sent.filter(({ kind }) => kind === 'webhook')).toHaveLength(1);
	});
});

describe('a transactional email', () => {
	const email = {
		dispatchId: 'd'.repeat(32),
		campaignId: TRIGGERED_CAMPAIGN,
		externalSendId: 'order-1',
	};
	const statuses = () => calls('/postback').map(({ body }) => (body as { status: string }).status);
	beforeEach(() => client.sandbox.sender.usePostbacks(`${receiver.url}/postback?secret=secret-1`));

	test('is reported as sent, processed and delivered', async () => {
		client.sandbox.sender.transactional(email);
		await pass(500);
		await pass(500);
		expect(statuses()).toEqual(['sent', 'processed', 'delivered']);
		expect(calls('/postback')[2].body).toEqual({
			dispatch_id: email.dispatchId,
			status: 'delivered',
			metadata: {
				delivered_at: expect.stringMatching(/^2026-01-16T12:00:01\.\d{3}\+00:00$/),
				campaign_api_id: TRIGGERED_CAMPAIGN,
				external_send_id: 'order-1',
			},
		});
		expect(JSON.stringify(client.sandbox.sender.sent)).not.toContain('secret-1');
	});

	test('that the API is asked for is reported, and once more when it bounces in the inbox', async () => {
		const { body } = await client.post(
			`/transactional/v1/campaigns/${TRANSACTIONAL_CAMPAIGN}/send`,
			{ external_send_id: 'order-1', recipient: { external_user_id: 'user-001' } },
		);
		await pass(1000);
		await act('bounce');
		await pass(0);
		expect(statuses()).toEqual(['sent', 'processed', 'delivered', 'bounced']);
		for (const call of calls('/postback')) {
			expect(call.body).toMatchObject({
				dispatch_id: body.dispatch_id,
				metadata: { external_send_id: 'order-1', campaign_api_id: TRANSACTIONAL_CAMPAIGN },
			});
		}
	});

	test.each([
		['bounced', ['sent', 'processed', 'bounced']],
		['aborted', ['aborted']],
	])('that is %s says why', async (outcome, expected) => {
		const body = { ...email, outcome, reason: 'no mailbox' };
		expect((await client.post('/sandbox/transactional', body)).status).toBe(200);
		await pass(1000);
		expect(statuses()).toEqual(expected);
		expect(calls('/postback').at(-1)?.body).toMatchObject({ metadata: { reason: 'no mailbox' } });
	});
});

test('the callback of an export is posted once the file is there, and what came of it is told', async () => {
	receiver.answer = () => ({ status: 500 });
	const { body } = await client.post('/users/export/segment', {
		segment_id: ALL_USERS,
		fields_to_export: ['email'],
		callback_endpoint: `${receiver.url}/ready?export=a`,
	});
	expect(calls('/ready')).toEqual([]);
	await pass(2000);
	await pass(HOUR);
	expect(calls('/ready').map(({ body: sent }) => sent)).toEqual([{ success: true, url: body.url }]);
	expect(client.sandbox.requests[0].notes).toEqual(['the callback endpoint: 500']);
});

test('a callback on another machine is not called', async () => {
	const outcome = await new Promise((resolve) =>
		client.sandbox.sender.callback('https://example.com/', { success: true }, resolve),
	);
	expect(outcome).toMatch('is not below http://127.0.0.1');
});

test('the inbox says what can be done with a delivery, and what Braze sent', async () => {
	await send({ sms: SMS });
	await act('reply', { text: '<b>When?</b>' });
	await pass(1000);
	const feed = (await client.get('/sandbox/inbox/feed')).body;
	expect(feed.deliveries).toMatchObject({
		items: [{ actions: ['click', 'bounce', 'unsubscribe', 'reply'] }],
	});
	const sent = (await client.get('/sandbox/inbox/sent-feed')).body;
	expect(sent).toMatchObject({
		total: 1,
		requests: [{ what: 'currents POST (4 events)', outcome: '200, delivered' }],
		currents: [{ state: 'on, 4 delivered, 0 waiting, 0 lost' }],
	});
	expect(sent.events).toMatchObject([
		{ type: 'messages.sms.InboundReceive', user: 'user-001' },
		{ type: 'messages.sms.Delivery' },
		{ type: 'messages.sms.CarrierSend' },
		{ type: 'messages.sms.Send' },
	]);
});
