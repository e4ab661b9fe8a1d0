import { openUsers, profile, TIME, track } from './users.cts';

openUsers();

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
