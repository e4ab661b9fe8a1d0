import { bench, calls, events, pass, send, types, openSending } from './sending.cts';
import { HOUR, MINUTE, NOW } from './support.cts';

openSending();

describe('a webhook message', () => {
	const webhook = (more: object = {}) => ({
		webhook: {
			url: `${bench.receiver.url}/hook?user={{\${user_id}}}`,
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
		expect(body).toEqual({ name: 'User', dispatch: bench.client.sandbox.deliveries[0].dispatchId });
		expect(types()).toEqual(['webhook.Send']);
		expect(JSON.stringify(bench.client.sandbox.sender.sent)).not.toContain('secret-1');
	});

	test('declares only what is typed, and has no body for GET', async () => {
		await send(webhook({ request_headers: {} }));
		await send(webhook({ request_method: 'GET' }));
		expect(calls('/hook')[0].headers['content-type']).toBeUndefined();
		expect([calls('/hook')[1].method, calls('/hook')[1].body]).toEqual(['GET', undefined]);
	});

	test.each([408, 429, 500, 503])('%i: five times more inside half an hour', async (status) => {
		bench.receiver.answer = ({ url }) => ({ status: url.startsWith('/hook') ? status : 200 });
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
		bench.receiver.answer = () => ({
			status,
			headers: { location: `${bench.receiver.url}/other` },
		});
		await send(webhook());
		await pass(30 * MINUTE);
		expect(attempts()).toBe(1);
		expect(calls('/other')).toEqual([]);
		expect(events()[0].properties).toMatchObject({ http_status_code: status, is_terminal: true });
	});

	test('Retry-After changes the wait, and ends the retries where it is too long', async () => {
		bench.receiver.answer = () => ({
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
		bench.receiver.answer = () => ({
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
		expect(bench.client.sandbox.sender.sent.filter(({ kind }) => kind === 'webhook')).toHaveLength(
			6,
		);
		expect(events()[0].properties).toMatchObject({
			http_status_code: null,
			webhook_failure_source: 'Host unreachable',
		});
	});

	test('to another machine it is written down and not made', async () => {
		await send(webhook({ url: 'https://example.com/hook', request_method: 'POST' }));
		expect(bench.client.sandbox.sender.sent[0]).toMatchObject({
			status: null,
			failure:
				'https://example.com/hook is not below http://127.0.0.1, and the sandbox sends nowhere else',
			outcome: 'not sent',
		});
		await pass(24 * HOUR);
		expect(bench.client.sandbox.sender.sent.filter(({ kind }) => kind === 'webhook')).toHaveLength(
			1,
		);
	});
});
