import { NOW } from './support.cts';
import { bench, openUsers, profile, track, write } from './users.cts';

openUsers();

const notes = () => bench.client.sandbox.requests.flatMap((request) => request.notes);

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
		expect((await bench.client.get('/sandbox/users/alias:crm:new')).status).toBe(404);
		expect(notes()).toHaveLength(1);
		await track({ attributes: [{ ...alias, _update_existing_only: false, tier: 'a' }] });
		expect((await bench.client.get('/sandbox/users/alias:crm:new')).status).toBe(200);
		await track({
			attributes: [{ external_id: 'user-new', _update_existing_only: true, tier: 'a' }],
		});
		expect((await bench.client.get('/sandbox/users/user-new')).status).toBe(404);
		await track({ attributes: [{ email: 'new@example.com', tier: 'a' }] });
		expect((await profile('email:new@example.com')).custom_attributes).toEqual({ tier: 'a' });
	});

	test('a message reaches the user that was written', async () => {
		await track({ attributes: [{ external_id: 'user-new', email_subscribe: 'unsubscribed' }] });
		await bench.client.post('/messages/send', {
			external_user_ids: ['user-new'],
			messages: { email: { app_id: 'a', subject: 's', from: 'A <a@example.com>', body: 'b' } },
		});
		expect(notes()).toEqual(['user-new is unsubscribed, so email is not sent']);
	});
});

test('a time in the future becomes now', async () => {
	await track({ events: [{ external_id: 'user-001', name: 'e', time: '2030-01-01T00:00:00Z' }] });
	const [event] = (await profile()).events;
	expect(Math.abs(Number(event.at) - NOW)).toBeLessThan(60_000);
});
