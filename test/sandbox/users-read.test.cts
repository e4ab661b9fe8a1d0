import { bench, openUsers, TIME, track, write, type Body } from './users.cts';

openUsers();

describe('exports', () => {
	const ask = (body: Body) =>
		bench.client.post('/users/export/ids', {
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
	const first = await bench.client.get('/custom_attributes');
	expect(first.body.attributes).toHaveLength(50);
	const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
	const second = await bench.client.get(next);
	expect(second.body.attributes).toContainEqual(
		expect.objectContaining({ name: 'z_9', data_type: 'Number (Automatically Detected)' }),
	);
	await track({ events: [{ external_id: 'user-001', name: 'a_new_one', time: TIME }] });
	const names = ['a_new_one', 'trial_started', 'video_watched'];
	expect((await bench.client.get('/events/list')).body.events).toEqual(names);
	expect(
		((await bench.client.get('/events')).body.events as Body[]).map(({ name }) => name),
	).toEqual(names);
});
