import {
	FIRST_SDK_KEY,
	FULL_KEY,
	INTEGRATION,
	MINUTE,
	NEXT_SDK_KEY,
	openSandbox,
	PREFERENCE_CENTER,
	UNKNOWN_ID,
	type Client,
} from './support.cts';
import { readSeed } from '../../sandbox/sandbox.cts';

let client: Client;
beforeAll(async () => {
	const seed = readSeed();
	const [integration] = seed.integrations ?? [];
	const more = Array.from({ length: 11 }, (_, index) => ({
		...integration,
		integration_id: `cd000000-0000-4000-8000-1000000000${String(index).padStart(2, '0')}`,
	}));
	client = await openSandbox({
		seed: { ...seed, integrations: [...(seed.integrations ?? []), ...more] },
	});
});
beforeEach(() => client.sandbox.reset());
afterAll(async () => await client.sandbox.close());

describe('preference centers', () => {
	const pages = { preference_center_page_html: '<p>1</p>', confirmation_page_html: '<p>2</p>' };

	test('are made, changed, listed and told one by one', async () => {
		const made = await client.post('/preference_center/v1', { name: 'news', ...pages });
		expect(made).toMatchObject({
			status: 201,
			body: { liquid_tag: '{{preference_center.${news}}}' },
		});
		const path = `/preference_center/v1/${String(made.body.preference_center_api_id)}`;
		expect((await client.put(path, { ...pages, state: 'draft' })).status).toBe(200);
		expect((await client.get(path)).body).toMatchObject({
			name: 'news',
			state: 'draft',
			preference_center_title: 'Preference Center',
			preference_center_options: {},
			redirect_page_html: null,
		});
		const { body } = await client.get('/preference_center/v1/list');
		expect(Object.keys(body)).toEqual(['preference_centers']);
		expect(body.preference_centers).toHaveLength(2);
	});

	test('give each user an address that stays', async () => {
		const url = async (user: string) =>
			(await client.get(`/preference_center/v1/${PREFERENCE_CENTER}/url/${user}`)).body
				.preference_center_url;
		expect(await url('user-001')).toBe(await url('user-001'));
		expect(await url('user-001')).not.toBe(await url('user-002'));
	});

	test.each([
		[{ name: 'a b', ...pages }, 'name'],
		[{ name: 'a' }, 'preference_center_page_html is required'],
		[{ name: 'a', ...pages, options: { 'link-tags': [] } }, 'link-tags is not a known key'],
		[{ name: 'a', ...pages, options: { 'links-tags': [{ rel: 'icon' }] } }, 'href is required'],
	])('as %j are refused', async (body, words) => {
		const { status, body: answer } = await client.post('/preference_center/v1', body);
		expect(status).toBe(400);
		expect(JSON.stringify(answer)).toContain(words);
	});

	test('that are unknown are not found', async () => {
		expect((await client.get(`/preference_center/v1/${UNKNOWN_ID}`)).status).toBe(404);
	});
});

describe('data ingestion', () => {
	const path = `/cdi/integrations/${INTEGRATION}`;
	const sync = async () =>
		await fetch(`${client.sandbox.url}${path}/sync`, {
			method: 'POST',
			headers: { authorization: `Bearer ${FULL_KEY}` },
		});

	test('lists ten integrations a page', async () => {
		const first = await client.get('/cdi/integrations');
		expect(first.body.results).toHaveLength(10);
		const next = /cursor=([^&>]+)/.exec(first.headers.get('link') ?? '')?.[1];
		const second = await client.get(`/cdi/integrations?cursor=${next}`);
		expect(second.body.results).toHaveLength(3);
		expect((await client.get('/cdi/integrations?cursor=x')).body.message).toBe('Invalid cursor');
	});

	test('syncs once at a time, and tells how it went', async () => {
		expect((await sync()).status).toBe(202);
		expect((await sync()).status).toBe(429);
		const statuses = async () =>
			(
				(await client.get(`${path}/job_sync_status`)).body.results as Array<{ job_status: string }>
			).map(({ job_status: status }) => status);
		expect(await statuses()).toEqual(['running']);
		client.sandbox.clock.advance(MINUTE);
		expect(await statuses()).toEqual(['success']);
		expect((await sync()).status).toBe(202);
	});

	test.each([
		['x', 400, 'Invalid integration ID'],
		[UNKNOWN_ID, 404, 'Integration not found'],
	])('of %s is refused', async (id, expected, words) => {
		const { status, body } = await client.get(`/cdi/integrations/${id}/job_sync_status`);
		expect(status).toBe(expected);
		expect(body.message).toBe(words);
	});
});

describe('SDK authentication keys', () => {
	const path = '/app_group/sdk_authentication';
	const app = { app_id: 'sandbox-app-001' };
	const key = { ...app, rsa_public_key_str: 'pem', description: 'Third' };

	test('are three at most, one of them primary', async () => {
		expect((await client.post(`${path}/create`, key)).status).toBe(201);
		expect((await client.post(`${path}/create`, key)).status).toBe(400);
		const { body } = await client.put(`${path}/primary`, { ...app, key_id: NEXT_SDK_KEY });
		const primary = (body.keys as Array<{ is_primary: boolean }>).map((each) => each.is_primary);
		expect(primary).toEqual([false, true, false]);
	});

	test('are removed, but never the primary one', async () => {
		const remove = async (id: string) =>
			await client.delete(`${path}/delete`, { ...app, key_id: id });
		expect((await remove(FIRST_SDK_KEY)).status).toBe(400);
		expect((await remove(NEXT_SDK_KEY)).body.keys).toHaveLength(1);
		expect((await remove(NEXT_SDK_KEY)).status).toBe(400);
	});
});
