import { NOW, openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(() => client.sandbox.close());

type Body = Record<string, unknown>;

const track = (body: unknown) => client.post('/users/track', body);
const write = (attributes: Body) =>
	track({ attributes: [{ external_id: 'user-001', ...attributes }] });
const profile = async (id = 'user-001') =>
	(await client.get(`/sandbox/users/${id}`)).body.user as Body & {
		custom_attributes: Body;
		events: Body[];
		purchases: Body[];
	};
const notes = () => client.sandbox.requests.flatMap((request) => request.notes);
const TIME = '2026-01-16T09:00:00Z';

describe('attributes', () => {
	test('are set, removed, counted and changed in lists', async () => {
		await write({ orders: { inc: 2 }, favorite_foods: { add: ['soup'], remove: ['pizza'] } });
		await write({ eye_color: null, first_name: 'Other', country: 'BE' });
		expect(await profile()).toMatchObject({
			first_name: 'Other',
			further_fields: { country: 'BE' },
			custom_attributes: { orders: 5, favorite_foods: ['ramen', 'soup'] },
		});
		expect((await profile()).custom_attributes).not.toHaveProperty('eye_color');
	});

	test('lists of objects are added to, then removed from, then updated', async () => {
		await write({ cars: [{ id: 1, model: 'Zoe' }] });
		await write({
			cars: {
				$add: [{ id: 2, model: 'Leaf' }],
				$update: [
					{ $identifier_key: 'id', $identifier_value: 1, $new_object: { id: 1, colour: 'red' } },
				],
			},
		});
		await write({ cars: { $remove: [{ $identifier_key: 'id', $identifier_value: 2 }] } });
		expect((await profile()).custom_attributes.cars).toEqual([{ id: 1, colour: 'red' }]);
	});

	test('objects replace each other unless they are merged', async () => {
		await write({ address: { city: 'Ghent', since: { $time: '2024-02-03' } } });
		await write({ _merge_objects: true, address: { zip: '9000' } });
		expect((await profile()).custom_attributes.address).toEqual({
			city: 'Ghent',
			since: '2024-02-03',
			zip: '9000',
		});
		await write({ address: { city: 'Lier' } });
		expect((await profile()).custom_attributes.address).toEqual({ city: 'Lier' });
	});

	test('what Braze drops without a word is noted', async () => {
		const answer = await write({
			large: [{ text: 'x'.repeat(102_400) }],
			nested: { none: null },
			time: { at: { $time: 'soon' } },
			eye_color: { inc: 1 },
		});
		expect(answer.body).toEqual({ message: 'success', attributes_processed: 1 });
		expect(notes()).toHaveLength(4);
		expect((await profile()).custom_attributes).toMatchObject({ eye_color: 'blue' });
	});
});

describe('who is written to', () => {
	test('an alias creates nobody unless told to, an ID or an address does', async () => {
		const alias = { user_alias: { alias_name: 'new', alias_label: 'crm' } };
		await track({ attributes: [{ ...alias, tier: 'a' }] });
		expect((await client.get('/sandbox/users/alias:crm:new')).status).toBe(404);
		expect(notes()).toHaveLength(1);
		await track({ attributes: [{ ...alias, _update_existing_only: false, tier: 'a' }] });
		expect((await client.get('/sandbox/users/alias:crm:new')).status).toBe(200);
		await track({
			attributes: [{ external_id: 'user-new', _update_existing_only: true, tier: 'a' }],
		});
		expect((await client.get('/sandbox/users/user-new')).status).toBe(404);
		await track({ attributes: [{ email: 'new@example.com', tier: 'a' }] });
		expect((await profile('email:new@example.com')).custom_attributes).toEqual({ tier: 'a' });
	});

	test('a message reaches the user that was written', async () => {
		await track({ attributes: [{ external_id: 'user-new', email_subscribe: 'unsubscribed' }] });
		await client.post('/messages/send', {
			external_user_ids: ['user-new'],
			messages: { email: { app_id: 'a', subject: 's', from: 'A <a@example.com>', body: 'b' } },
		});
		expect(notes()).toEqual(['user-new is unsubscribed, so email is not sent']);
	});
});

describe('objects that are left out', () => {
	test('are named by list and place, the others are taken', async () => {
		const answer = await track({
			attributes: [
				{ external_id: 'user-001', email: 'nobody' },
				{ tier: 'gold' },
				{ external_id: 'invalid-user-001' },
				{ external_id: 'user-001', email_subscribe: 'yes' },
			],
			events: [
				{ external_id: 'user-001', name: 'e', time: TIME },
				{ external_id: 'user-001', name: 'e', time: TIME, properties: { time: 1 } },
			],
			purchases: [
				{
					external_id: 'user-001',
					product_id: 'p',
					currency: 'EUR',
					price: 1,
					quantity: 101,
					time: TIME,
				},
				{ external_id: 'user-001', product_id: 'p', currency: 'XXY', price: 1, time: TIME },
			],
		});
		expect(answer.status).toBe(201);
		expect(answer.body).toEqual({
			message: 'success',
			attributes_processed: 0,
			events_processed: 1,
			purchases_processed: 0,
			errors: [
				['attributes', 0, "The value provided for the 'email' field is not a valid email."],
				[
					'attributes',
					1,
					"'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required",
				],
				['attributes', 2, 'provided external_id is blacklisted and disallowed'],
				['attributes', 3, 'BAD_EMAIL_SUBSCRIPTION_STATE'],
				['events', 1, "Invalid 'properties' field"],
				['purchases', 0, "'quantity' is not valid"],
				['purchases', 1, "'currency' must be an ISO 4217 currency"],
			].map(([input_array, index, type]) => ({ type, input_array, index })),
		});
		expect((await profile()).events).toHaveLength(1);
	});

	test('nothing valid is a refusal, and so is nothing at all', async () => {
		const answer = await track({ events: [{ external_id: 'user-001', time: TIME }] });
		expect(answer.status).toBe(400);
		expect(answer.body.message).toContain('Valid data must be provided');
		expect((await track({})).status).toBe(400);
	});

	test('a lone eCommerce event outside its schema is no refusal', async () => {
		const answer = await track({
			events: [
				{
					external_id: 'user-001',
					name: 'ecommerce.product_viewed',
					time: TIME,
					properties: {
						product_name: 'Lamp',
						variant_id: 'w',
						price: '9.99',
						currency: 'EUR',
						source: 'web',
					},
				},
			],
		});
		expect(answer.status).toBe(201);
		expect(answer.body).toMatchObject({
			events_processed: 0,
			errors: [{ type: "The property '#/' did not contain a required property of 'product_id'" }],
		});
	});

	test('more than 75 objects are too many', async () => {
		const event = { external_id: 'user-001', name: 'e', time: TIME };
		const answer = await track({ events: Array.from({ length: 76 }, () => event) });
		expect([answer.status, answer.body.message]).toEqual([400, 'Max Input Length Exceeded']);
	});
});

test('a time in the future becomes now', async () => {
	await track({ events: [{ external_id: 'user-001', name: 'e', time: '2030-01-01T00:00:00Z' }] });
	const [event] = (await profile()).events;
	expect(Math.abs(Number(event.at) - NOW)).toBeLessThan(60_000);
});

describe('exports', () => {
	const ask = (body: Body) =>
		client.post('/users/export/ids', {
			fields_to_export: ['external_id', 'custom_events'],
			...body,
		});

	test('give what was asked for, and name the IDs that nobody has', async () => {
		await track({ events: [{ external_id: 'user-001', name: 'e', time: TIME }] });
		const answer = await ask({ external_ids: ['user-001', 'user-000'] });
		expect(answer.status).toBe(201);
		expect(answer.body).toEqual({
			message: 'success',
			users: [
				{
					external_id: 'user-001',
					custom_events: [expect.objectContaining({ name: 'e', count: 1 })],
				},
			],
			invalid_user_ids: ['user-000'],
		});
	});

	test('find users by address, alias and Braze ID', async () => {
		for (const asked of [
			{ email_address: 'USER-001@example.com' },
			{ user_aliases: [{ alias_name: 'alias-001', alias_label: 'shop' }] },
			{ braze_id: 'b00000000000000000000001' },
		]) {
			expect((await ask(asked)).body.users).toMatchObject([{ external_id: 'user-001' }]);
		}
	});

	test('refuse an unknown field, nobody and more than 50', async () => {
		for (const body of [
			{ external_ids: ['user-001'], fields_to_export: ['shoe_size'] },
			{},
			{ external_ids: Array.from({ length: 51 }, (_, index) => `user-${index}`) },
			{ email_address: 'a@example.com', phone: '+3225550101' },
		]) {
			expect((await ask(body)).status).toBe(400);
		}
	});
});

test('custom attributes and events come into being when they are written, and are listed by cursor', async () => {
	const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`z_${index}`, index]));
	await write(many);
	const first = await client.get('/custom_attributes');
	expect(first.body.attributes).toHaveLength(50);
	const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
	const second = await client.get(next);
	expect(second.body.attributes).toContainEqual(
		expect.objectContaining({ name: 'z_9', data_type: 'Number (Automatically Detected)' }),
	);
	await track({ events: [{ external_id: 'user-001', name: 'a_new_one', time: TIME }] });
	const names = ['a_new_one', 'trial_started', 'video_watched'];
	expect((await client.get('/events/list')).body.events).toEqual(names);
	expect(((await client.get('/events')).body.events as Body[]).map(({ name }) => name)).toEqual(
		names,
	);
});
