import { NOW, openSandbox, type Client } from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => {
	client.sandbox.reset();
	client.sandbox.clock.set(NOW);
});
afterAll(() => client.sandbox.close());

const page = (path = '') => fetch(`${client.sandbox.url}/sandbox/inbox${path}`);
const alert = { apple_push: { alert: 'Hi' } };
const email = { email: { app_id: 'app-1', from: 'Shop <shop@example.com>', body: '<b>Hi</b>' } };
const send = (messages: object, ...ids: string[]) =>
	client.post('/messages/send', { external_user_ids: ids, messages });
const schedule = async (body: object): Promise<unknown> => {
	const answer = await client.post('/messages/schedule/create', body);
	return answer.body.schedule_id;
};

describe('the page', () => {
	test('is HTML that runs nothing but its own scripts and makes no markup of text', async () => {
		const answer = await page();
		expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		const policy = answer.headers.get('content-security-policy')?.split('; ');
		expect(policy).toEqual(
			expect.arrayContaining([
				"default-src 'none'",
				"script-src 'self'",
				"style-src 'self'",
				"frame-ancestors 'none'",
				"require-trusted-types-for 'script'",
				"trusted-types 'none'",
			]),
		);
		expect(policy?.join()).not.toMatch(/unsafe|http|\*/);
		expect(await answer.text()).not.toMatch(/ on\w+=|style=|<script(?![^>]* src=)/);
	});

	test('brings every file it names, and those name the rest', async () => {
		const read = async (path: string): Promise<string[]> => {
			const answer = await fetch(client.sandbox.url + path);
			expect([path, answer.status]).toEqual([path, 200]);
			const text = await answer.text();
			const named = [...text.matchAll(/(?:href="|src="|from '\.)(\/[^"']+)/g)];
			const paths = named.map(([, name]) => name.replace(/^\/(?!sandbox)/, '/sandbox/inbox/'));
			return [path, ...(await Promise.all(paths.map(read))).flat()];
		};
		const files = new Set(await read('/sandbox/inbox'));
		expect([...files].filter((file) => file.endsWith('.css'))).toHaveLength(5);
		expect([...files].filter((file) => file.endsWith('.mjs'))).toHaveLength(7);
	});

	test('takes a slash at its end, asks for no key and is not recorded', async () => {
		const answer = await page('/');
		expect([answer.url, answer.status]).toEqual([`${client.sandbox.url}/sandbox/inbox`, 200]);
		expect(client.sandbox.requests).toEqual([]);
		expect((await page('/../../package.json')).status).not.toBe(200);
		expect((await page('/%2e%2e%2froutes.cts')).status).toBe(404);
	});
});

describe('an email', () => {
	const evil = '<script>alert(1)</script><p style="color:red">Hi</p>';
	const messages = { email: { ...email.email, body: evil } };

	test('is a document that can do nothing, of a delivery and of a schedule', async () => {
		await send(messages, 'a');
		const at = { time: '2026-01-17T10:00:00Z' };
		const id = await schedule({ external_user_ids: ['a'], schedule: at, messages });
		for (const path of ['/deliveries/0/email', `/schedules/${String(id)}/email`]) {
			const answer = await page(path);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
			const policy = answer.headers.get('content-security-policy')?.split('; ');
			expect(policy).toContain('sandbox');
			expect(policy).toContain("default-src 'none'");
			expect(policy?.join()).not.toMatch(/script-src|allow-|http/);
			expect(await answer.text()).toContain(evil);
		}
	});

	test('is not part of the feed, which is JSON and not to be taken for anything else', async () => {
		await send(messages, 'a');
		const answer = await page('/feed');
		expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(await answer.text()).not.toContain('<script>');
	});

	test('that is none is not found', async () => {
		await send(alert, 'a');
		for (const path of ['/deliveries/0/email', '/deliveries/x/email', '/schedules/x/email']) {
			expect((await page(path)).status).toBe(404);
		}
	});
});
