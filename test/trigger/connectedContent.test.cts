import type { INode } from 'n8n-workflow';

import { call, closeListenersAfterEach, inQuery, listen, SECRET, workflowOf } from './support.cts';

closeListenersAfterEach();

describe('Connected Content', () => {
	/** The last node of the workflow, whose first item is the answer. */
	const follower = (type: string): INode => ({
		id: '2',
		name: 'Answer',
		type,
		typeVersion: 1,
		position: [200, 0],
		parameters: {},
	});
	const noOp = follower('n8n-nodes-base.noOp');

	test('by GET gets the first item of the last node as JSON', async () => {
		const listener = await listen(workflowOf(inQuery('connectedContent'), noOp));
		expect(listener.method).toBe('GET');
		const { status, body, headers } = await call(listener, {
			query: `?secret=${SECRET}&user_id=user-001&product=rain%20jacket`,
		});
		expect({ status, body }).toEqual({
			status: 200,
			body: { user_id: 'user-001', product: 'rain jacket' },
		});
		expect(headers.get('content-type')).toContain('application/json');
	});

	test('by POST gets it too', async () => {
		const listener = await listen(
			workflowOf(inQuery('connectedContent', { httpMethod: 'POST' }), noOp),
		);
		const { body } = await call(listener, {
			body: { user_id: 'user-001' },
			query: `?secret=${SECRET}&campaign=c`,
		});
		expect(body).toEqual({ user_id: 'user-001', campaign: 'c' });
	});

	test('gets a 500 where the workflow fails, of which Braze inserts nothing', async () => {
		const failing = { ...follower('n8n-nodes-braze.braze'), parameters: { resource: 'none' } };
		const listener = await listen(workflowOf(inQuery('connectedContent'), failing));
		const { status } = await call(listener, { query: `?secret=${SECRET}` });
		expect(status).toBe(500);
		expect(listener.executions).toHaveLength(1);
	});

	test('gets the same answer as often as it asks', async () => {
		const listener = await listen(workflowOf(inQuery('connectedContent'), noOp));
		const answers = await Promise.all(
			Array.from({ length: 5 }, async () =>
				call(listener, { query: `?secret=${SECRET}&user_id=user-001` }),
			),
		);
		expect(answers.map(({ body }) => body)).toEqual(Array(5).fill({ user_id: 'user-001' }));
	});
});
