import { openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(async () => await client.sandbox.close());

const alias = (name: string, label = 'session') => ({ alias_name: name, alias_label: label });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);
const user = async (id: string) => (await client.get(`/sandbox/users/${id}`)).body.user;

describe('aliases', () => {
	test('counts an alias as processed whatever becomes of it', async () => {
		const { status, body } = await client.post('/users/alias/new', {
			user_aliases: [
				{ ...alias('c-1', 'number'), external_id: 'user-001' },
				{ ...alias('c-2', 'number'), external_id: 'nobody-at-all' },
			],
		});
		expect(status).toBe(201);
		expect(body).toEqual({ aliases_processed: 2, message: 'success' });
		expect(client.sandbox.requests[0].notes.join()).toContain('dropped without a word');
		expect(await user('user-001')).toMatchObject({
			user_aliases: [alias('alias-001', 'shop'), alias('c-1', 'number')],
		});
	});

	test('an alias gets another name, unless somebody has it', async () => {
		const update = (from: string, to: string) =>
			client.post('/users/alias/update', {
				alias_updates: [{ alias_label: 'shop', old_alias_name: from, new_alias_name: to }],
			});
		expect((await update('alias-001', 'alias-002')).status).toBe(201);
		expect(await user('user-001')).toMatchObject({ user_aliases: [alias('alias-001', 'shop')] });
		await update('alias-001', 'alias-101');
		expect(await user('user-001')).toMatchObject({ user_aliases: [alias('alias-101', 'shop')] });
	});

	test('a nested alias and more than 50 are refused', async () => {
		const nested = { user_aliases: [{ user_alias: alias('a') }] };
		expect((await client.post('/users/alias/new', nested)).status).toBe(400);
		const many = { user_aliases: ids(51).map((id) => alias(id)) };
		expect((await client.post('/users/alias/new', many)).status).toBe(400);
	});
});

describe('identify', () => {
	test('merges a profile with only an alias into the user, and adds up', async () => {
		await client.post('/users/alias/new', { user_aliases: [alias('s-1')] });
		const { body } = await client.post('/users/identify', {
			aliases_to_identify: [{ external_id: 'user-001', user_alias: alias('s-1') }],
		});
		expect(body).toEqual({ aliases_processed: 1, message: 'success' });
		expect(await user('user-001')).toMatchObject({
			user_aliases: [alias('alias-001', 'shop'), alias('s-1')],
		});
	});

	test('names what it leaves out by its place', async () => {
		const { status, body } = await client.post('/users/identify', {
			aliases_to_identify: [
				{ external_id: 'user-001', user_alias: alias('s-1') },
				{ external_id: 'x'.repeat(988), user_alias: alias('s-2') },
			],
		});
		expect(status).toBe(201);
		expect(body).toEqual({
			aliases_processed: 1,
			message: 'success',
			errors: [
				{
					type: "'external_id' must be fewer than 988 bytes",
					input_array: 'user_identifiers',
					index: 1,
				},
			],
		});
	});

	test.each([
		[{}],
		[{ emails_to_identify: [{ external_id: 'a', email: 'a@example.com' }] }],
		[
			{
				emails_to_identify: [
					{
						external_id: 'a',
						email: 'a@example.com',
						prioritization: ['identified', 'unidentified'],
					},
				],
			},
		],
	])('refuses %j', async (body) => {
		expect((await client.post('/users/identify', body)).status).toBe(400);
	});
});

describe('merge', () => {
	const merge = (from: object, to: object) =>
		client.post('/users/merge', {
			merge_updates: [{ identifier_to_merge: from, identifier_to_keep: to }],
		});

	test('answers 202 and merges afterwards', async () => {
		const { status, body } = await merge({ external_id: 'user-001' }, { external_id: 'user-002' });
		expect([status, body]).toEqual([202, { message: 'success' }]);
		expect(await user('user-001')).toBeDefined();
		client.sandbox.clock.advance(1000);
		expect(await user('user-001')).toBeUndefined();
		expect(await user('user-002')).toMatchObject({
			custom_attributes: { orders: 12, last_purchase_time: '2026-01-09T10:00:00Z' },
		});
	});

	test.each([
		[{ merge_updates: {} }, "'merge_updates' must be an array of objects"],
		[{}, "'merge_updates' must be an array of objects"],
		[
			{ merge_updates: [{ identifier_to_merge: { external_id: 'a' } }] },
			"'merge_updates' must only have 'identifier_to_merge' and 'identifier_to_keep'",
		],
		[
			{
				merge_updates: ids(51).map((id) => ({
					identifier_to_merge: { external_id: id },
					identifier_to_keep: { external_id: 'user-001' },
				})),
			},
			'a single request may not contain more than 50 merge updates',
		],
		[
			{ merge_updates: [{ identifier_to_merge: {}, identifier_to_keep: { external_id: 'a' } }] },
			"identifiers must be objects with an 'external_id' property that is a string, 'user_alias' property that is an object, 'email' property that is a string, or 'phone' property that is a string",
		],
	])('refuses %j in the words of Braze', async (body, message) => {
		const answer = await client.post('/users/merge', body);
		expect([answer.status, answer.body.message]).toEqual([400, message]);
	});

	test('an address needs a rule', async () => {
		const { status } = await merge({ email: 'user-001@example.com' }, { external_id: 'user-002' });
		expect(status).toBe(400);
	});
});

describe('delete', () => {
	test('counts those it found, and takes a deprecated ID for the user', async () => {
		const { status, body } = await client.post('/users/delete', {
			external_ids: ['user-001', 'former-001', 'nobody-at-all'],
		});
		expect([status, body]).toEqual([201, { deleted: 2, message: 'success' }]);
		expect(await user('user-005')).toBeUndefined();
	});

	test('by an address that several have, the rules decide, or nothing happens', async () => {
		await client.post('/users/track', {
			attributes: [{ external_id: 'user-002', email: 'user-001@example.com' }],
		});
		const byEmail = async (...prioritization: string[]) =>
			(
				await client.post('/users/delete', {
					email_addresses: [{ email: 'user-001@example.com', prioritization }],
				})
			).body.deleted;
		expect(await byEmail('identified')).toBe(0);
		expect(await byEmail('identified', 'most_recently_updated')).toBe(1);
		expect(await user('user-002')).toBeUndefined();
		expect(await user('user-001')).toBeDefined();
	});

	test.each([
		[{ external_ids: ['a'], braze_ids: ['b'] }],
		[{ external_ids: ids(51) }],
		[{ email_addresses: ['a@example.com'] }],
		[
			{
				email_addresses: [{ email: 'a@example.com', prioritization: ['least_recently_updated'] }],
			},
		],
		[{}],
	])('refuses %j', async (body) => {
		expect((await client.post('/users/delete', body)).status).toBe(400);
	});
});

describe('external IDs', () => {
	test('a rename leaves the old ID as a deprecated one, until it is removed', async () => {
		const rename = (from: string, to: string) =>
			client.post('/users/external_ids/rename', {
				external_id_renames: [{ current_external_id: from, new_external_id: to }],
			});
		const remove = (id: string) =>
			client.post('/users/external_ids/remove', { external_ids: [id] });
		const pair = { current_external_id: 'user-001', new_external_id: 'customer-001' };
		expect((await rename('user-001', 'customer-001')).body).toEqual({
			message: 'success',
			external_ids: [pair],
			rename_errors: [],
		});
		expect((await rename('user-001', 'customer-002')).body.rename_errors).toEqual([
			[0, 'current_external_id does not exist'],
		]);
		expect((await rename('user-002', 'user-001')).body.rename_errors).toEqual([
			[0, 'new_external_id is already in use'],
		]);
		expect((await remove('customer-001')).body.removal_errors).toEqual([
			[0, 'external_id is not a deprecated ID'],
		]);
		expect((await remove('user-001')).body).toEqual({
			message: 'success',
			removed_ids: ['user-001'],
			removal_errors: [],
		});
		expect((await rename('user-002', 'user-001')).body.rename_errors).toEqual([]);
	});
});

test('a changed address starts as subscribed, unless somebody has it', async () => {
	const change = (email: string) =>
		client.post('/users/track', { attributes: [{ external_id: 'user-003', email }] });
	expect(await user('user-003')).toMatchObject({ email_subscription: 'unsubscribed' });
	await change('new-003@example.com');
	expect(await user('user-003')).toMatchObject({ email_subscription: 'subscribed' });
	await change('user-001@example.com');
	expect(await user('user-003')).toMatchObject({ email_subscription: 'opted_in' });
});
