import type { IDataObject } from 'n8n-workflow';

import {
	closeListenersAfterEach,
	inQuery,
	listen,
	once,
	call,
	itemsOf,
	workflowOf,
	SECRET,
} from './support.cts';

closeListenersAfterEach();

const CAMPAIGN = '33333333-3333-4333-8333-333333333333';

describe('a webhook message', () => {
	const message = { user_id: 'user-001', email: 'user-001@example.com', dispatch_id: 'd-1' };

	test.each(['POST', 'PUT', 'PATCH'])('by %s gives its body as the item', async (httpMethod) => {
		const { answer, executions } = await once(inQuery('webhookMessage', { httpMethod }), {
			body: message,
		});
		expect(answer.status).toBe(200);
		expect(executions).toEqual([[message]]);
	});

	test.each(['GET', 'DELETE'])('by %s gives its query as the item', async (httpMethod) => {
		const { executions } = await once(inQuery('webhookMessage', { httpMethod }), {
			query: `?user_id=user-001&secret=${SECRET}&tag=a&tag=b`,
		});
		expect(executions).toEqual([[{ user_id: 'user-001', tag: ['a', 'b'] }]]);
	});

	test('is listened for by the chosen method alone', async () => {
		const listener = await listen(workflowOf(inQuery('webhookMessage', { httpMethod: 'PUT' })));
		const { status } = await call(listener, { method: 'POST', body: message });
		expect(status).toBe(404);
	});

	test('of body and query loses neither', async () => {
		const { executions } = await once(inQuery('webhookMessage'), {
			body: message,
			query: `?secret=${SECRET}&user_id=other&shop=north`,
		});
		expect(executions).toEqual([[{ ...message, query_user_id: 'other', shop: 'north' }]]);
	});

	test.each<[string, unknown, IDataObject, IDataObject]>([
		['text', 'Hello user-001', { 'content-type': 'text/plain' }, { body: 'Hello user-001' }],
		[
			'JSON without a type of its own',
			'{"user_id":"user-001"}',
			{ 'content-type': '' },
			{ user_id: 'user-001' },
		],
		['a list', [1, { a: 2 }], {}, { body: [1, { a: 2 }] }],
		[
			'form fields',
			'user_id=user-001&city=New+York',
			{ 'content-type': 'application/x-www-form-urlencoded' },
			{ user_id: 'user-001', city: 'New York' },
		],
		[
			'form fields with a lone percent sign',
			'rate=5%',
			{ 'content-type': 'application/x-www-form-urlencoded' },
			{ rate: '5%' },
		],
		['nothing', undefined, {}, {}],
	])('of %s starts the workflow all the same', async (_what, body, headers, item) => {
		const { answer, executions } = await once(inQuery('webhookMessage'), {
			body,
			headers: headers as Record<string, string>,
		});
		expect(answer.status).toBe(200);
		expect(executions).toEqual([[item]]);
	});

	test('that repeats itself starts twice: only the dispatch ID tells', async () => {
		const listener = await listen(workflowOf(inQuery('webhookMessage')));
		const request = { body: message, query: `?secret=${SECRET}` };
		await call(listener, request);
		await call(listener, request);
		expect(itemsOf(listener)).toEqual([[message], [message]]);
	});

	test('keeps its own field brazeRequest beside that of the node', async () => {
		const { executions } = await once(
			inQuery('webhookMessage', { options: { includeRequest: true } }),
			{ body: { brazeRequest: 'own' } },
		);
		expect(executions[0][0]).toEqual({
			brazeRequest: expect.objectContaining({ method: 'POST' }),
			body_brazeRequest: 'own',
		});
	});
});

const DISPATCH = '64f0000000000000000000aa';
const metadataOf: Record<string, IDataObject> = {
	sent: {
		received_at: '2026-09-21T14:13:20.000Z',
		enqueued_at: '2026-09-21T14:13:20.100Z',
		executed_at: '2026-09-21T14:13:20.200Z',
		sent_at: '2026-09-21T14:13:20.300Z',
	},
	processed: { processed_at: '2026-09-21T14:13:21.000Z' },
	delivered: { delivered_at: '2026-09-21T14:13:22.000Z' },
	bounced: { bounced_at: '2026-09-21T14:13:22.000Z', reason: '550 no such mailbox' },
	aborted: { aborted_at: '2026-09-21T14:13:20.000Z', reason: 'User not emailable' },
};
const postback = (status: string): IDataObject => ({
	dispatch_id: DISPATCH,
	status,
	metadata: {
		...metadataOf[status],
		campaign_api_id: CAMPAIGN,
		external_send_id: 'user-001_order-4711',
	},
});

describe('a postback', () => {
	const statuses = Object.keys(metadataOf);

	test.each(statuses)('of %s becomes an item', async (status) => {
		const { answer, executions } = await once(inQuery('transactionalEmailPostback'), {
			body: postback(status),
		});
		expect(answer.status).toBe(200);
		expect(executions).toEqual([[postback(status)]]);
	});

	test.each(statuses)('passes a choice of bounced and aborted, or not: %s', async (status) => {
		const { answer, executions } = await once(
			inQuery('transactionalEmailPostback', { statuses: ['bounced', 'aborted'] }),
			{ body: postback(status) },
		);
		expect(answer.status).toBe(200);
		expect(executions).toHaveLength(['bounced', 'aborted'].includes(status) ? 1 : 0);
	});

	test.each([
		[CAMPAIGN, 1],
		['44444444-4444-4444-8444-444444444444', 0],
	])('passes a filter of campaign %s %d times', async (value, times) => {
		const campaignId = { __rl: true, mode: 'id', value };
		const { executions } = await once(
			inQuery('transactionalEmailPostback', { filters: { campaignId } }),
			{ body: postback('sent') },
		);
		expect(executions).toHaveLength(times);
	});

	test('is flattened where that is asked for', async () => {
		const { executions } = await once(
			inQuery('transactionalEmailPostback', { options: { flatten: true } }),
			{ body: postback('bounced') },
		);
		const { metadata, ...top } = postback('bounced');
		expect(executions).toEqual([[{ ...top, ...(metadata as IDataObject) }]]);
	});

	test('of another status or another shape passes, where all statuses do', async () => {
		for (const body of [{ status: 'postponed' }, { test: true }]) {
			const { executions } = await once(inQuery('transactionalEmailPostback'), { body });
			expect(executions).toEqual([[body]]);
		}
	});

	test('without a body starts nothing', async () => {
		const { answer, executions } = await once(inQuery('transactionalEmailPostback'));
		expect(answer.status).toBe(200);
		expect(executions).toEqual([]);
	});
});

describe('the callback of an export', () => {
	test.each([
		['a link', { success: true, url: 'https://exports.example.com/1.zip' }],
		['no link, where cloud storage is connected', { success: true }],
	])('with %s says which export by what stands in its query', async (_what, body) => {
		const { answer, executions } = await once(inQuery('segmentExport'), {
			body,
			query: `?secret=${SECRET}&export=newsletter`,
		});
		expect(answer.status).toBe(200);
		expect(executions).toEqual([[{ ...body, export: 'newsletter' }]]);
	});

	test('that is no JSON is refused', async () => {
		const { answer, executions } = await once(inQuery('segmentExport'), {
			body: 'done',
			headers: { 'content-type': 'text/plain' },
		});
		expect(answer.status).toBe(400);
		expect(executions).toEqual([]);
	});
});
