import { act, bench, calls, pass, openSending } from './sending.cts';
import { ALL_USERS, HOUR, TRANSACTIONAL_CAMPAIGN, TRIGGERED_CAMPAIGN } from './support.cts';

openSending();

describe('a transactional email', () => {
	const email = {
		dispatchId: 'd'.repeat(32),
		campaignId: TRIGGERED_CAMPAIGN,
		externalSendId: 'order-1',
	};
	const statuses = () => calls('/postback').map(({ body }) => (body as { status: string }).status);
	beforeEach(() =>
		bench.client.sandbox.sender.usePostbacks(`${bench.receiver.url}/postback?secret=secret-1`),
	);

	test('is reported as sent, processed and delivered', async () => {
		bench.client.sandbox.sender.transactional(email);
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
		expect(JSON.stringify(bench.client.sandbox.sender.sent)).not.toContain('secret-1');
	});

	test('that the API is asked for is reported, and once more when it bounces in the inbox', async () => {
		const { body } = await bench.client.post(
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
		expect((await bench.client.post('/sandbox/transactional', body)).status).toBe(200);
		await pass(1000);
		expect(statuses()).toEqual(expected);
		expect(calls('/postback').at(-1)?.body).toMatchObject({ metadata: { reason: 'no mailbox' } });
	});
});

test('the callback of an export is posted once the file is there, and what came of it is told', async () => {
	bench.receiver.answer = () => ({ status: 500 });
	const { body } = await bench.client.post('/users/export/segment', {
		segment_id: ALL_USERS,
		fields_to_export: ['email'],
		callback_endpoint: `${bench.receiver.url}/ready?export=a`,
	});
	expect(calls('/ready')).toEqual([]);
	await pass(2000);
	await pass(HOUR);
	expect(calls('/ready').map(({ body: sent }) => sent)).toEqual([{ success: true, url: body.url }]);
	expect(bench.client.sandbox.requests[0].notes).toEqual(['the callback endpoint: 500']);
});

test('a callback on another machine is not called', async () => {
	const outcome = await new Promise((resolve) =>
		bench.client.sandbox.sender.callback('https://example.com/', { success: true }, resolve),
	);
	expect(outcome).toMatch('is not below http://127.0.0.1');
});
