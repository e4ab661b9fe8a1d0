import { eventOf } from '../trigger/eventShapes.cts';
import { act, bench, calls, events, pass, send, SMS, types, openSending } from './sending.cts';
import { API_CAMPAIGN, CANVAS, TRIGGERED_CAMPAIGN } from './support.cts';

openSending();

const EMAIL = {
	app_id: 'app-1',
	from: 'Shop <shop@example.com>',
	subject: 'Hi',
	body: '<a href="https://example.com/a">Hi</a>',
};

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
		const [delivery] = bench.client.sandbox.deliveries;
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
		const { body } = await bench.client.get('/sandbox/users/user-001');
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
		for (const { index } of bench.client.sandbox.deliveries)
			for (const action of ['open', 'click', 'bounce', 'unsubscribe'])
				await bench.client.post(`/sandbox/deliveries/${index}/${action}`, {});
		await act('reply', { text: 'x' });
		expect(new Set(types()).size).toBeGreaterThan(15);
		for (const event of events()) {
			const shape = eventOf(event.event_type) as unknown as { properties: object };
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
		const { status } = await bench.client.post('/users/track', {
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
			const { body } = await bench.client.get(`${list}?${range}`);
			expect(body.emails).toMatchObject([{ email: 'user-001@example.com' }]);
		}
	});

	test('a campaign by its channels, a Canvas by an entry', async () => {
		const recipients = [{ external_user_id: 'user-001' }];
		await bench.client.post('/campaigns/trigger/send', {
			campaign_id: TRIGGERED_CAMPAIGN,
			recipients,
		});
		await bench.client.post('/canvas/trigger/send', { canvas_id: CANVAS, recipients });
		expect(types()).toEqual(['email.Send', 'email.Delivery', 'users.canvas.Entry']);
		expect(events()[2].properties).toMatchObject({ canvas_id: CANVAS, canvas_name: 'Onboarding' });
	});

	test('what cannot be done is refused', async () => {
		await send({ sms: SMS });
		expect((await bench.client.post('/sandbox/deliveries/7/open', {})).status).toBe(404);
		expect((await bench.client.post('/sandbox/deliveries/0/eat', {})).status).toBe(404);
		expect((await bench.client.post('/sandbox/deliveries/0/reply', {})).status).toBe(400);
		expect(await act('open')).toEqual({ events: [] });
	});
});

test('the inbox says what can be done with a delivery, and what Braze sent', async () => {
	await send({ sms: SMS });
	await act('reply', { text: '<b>When?</b>' });
	await pass(1000);
	const feed = (await bench.client.get('/sandbox/inbox/feed')).body;
	expect(feed.deliveries).toMatchObject({
		items: [{ actions: ['click', 'bounce', 'unsubscribe', 'reply'] }],
	});
	const sent = (await bench.client.get('/sandbox/inbox/sent-feed')).body;
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
