import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { N8nClient } from '../playground/n8nClient.cts';
import {
	batch,
	bearer,
	call,
	currents,
	events,
	executionsOf,
	expectOnlyExecution,
	itemsOf,
	json,
	listening,
	refused,
	save,
	SECRET,
	signIn,
	TRIGGER,
} from './triggerCalls.cts';

let client: N8nClient;
beforeAll(async () => {
	client = await signIn();
});

test('n8n lists the trigger', async () => {
	const types = await client.types('nodes');
	expect(types.find(({ name }) => name === TRIGGER_TYPE)?.displayName).toBe('Braze Trigger');
});

test('a batch of 100 starts one execution of 100 items', async () => {
	const workflow = await listening(currents());
	const answer = await call(workflow, { headers: bearer, body: batch(100) });
	expect(answer).toEqual({
		status: 200,
		text: JSON.stringify({ message: 'Workflow was started' }),
	});
	const [items] = await itemsOf(workflow, 1);
	expect(items).toHaveLength(100);
	expect(items[99]).toEqual({
		...events(100)[99],
		time_iso: '2026-09-21T14:13:20.000Z',
		properties: { email_address: 'user-001@example.com', message_extras: { order: '4711' } },
	});
});

test('what Braze asks to see whether a Current works starts nothing', async () => {
	const workflow = await listening(currents());
	const statuses = [];
	for (const body of ['{"events":[]}', '{}', 'null', undefined]) {
		for (const headers of [bearer, { ...bearer, authorization: 'Bearer wrong' }, json]) {
			statuses.push((await call(workflow, { headers, body })).status);
		}
	}
	expect(statuses).toEqual(Array(4).fill([200, 401, 401]).flat());
	await expectOnlyExecution(workflow);
});

test('a wrong secret, a body that is no batch, and what no filter lets through start nothing', async () => {
	const workflow = await listening(currents({ events: ['users.messages.sms.*'] }));
	const wrong = { ...bearer, authorization: 'Bearer wrong' };
	const text = { ...bearer, 'content-type': 'text/plain' };
	const answers = [
		await call(workflow, { headers: wrong, body: batch(1) }),
		await call(workflow, { headers: text, body: 'no batch' }),
		await call(workflow, { headers: bearer, body: batch(1) }),
		await call(workflow, { headers: bearer, body: '{"events":[' }),
		await call(workflow, { method: 'GET' }),
	];
	expect(answers.map(({ status }) => status)).toEqual([401, 400, 200, 422, 404]);
	expect(JSON.parse(answers[0].text)).toEqual({ message: 'The secret is missing or wrong' });
	expect(JSON.parse(answers[2].text)).toEqual({ message: 'Nothing to start' });
	await expectOnlyExecution(workflow);
});

test.each([
	['plain text', 'text/plain', batch(1)],
	['a form', 'application/x-www-form-urlencoded', batch(1)],
	['an encoded form', 'application/x-www-form-urlencoded', encodeURIComponent(batch(1))],
	['an unknown type', 'application/octet-stream', batch(1)],
])('a batch as %s is read', async (_what, type, body) => {
	const workflow = await listening(currents());
	const answer = await call(workflow, { headers: { ...bearer, 'content-type': type }, body });
	expect(answer.status).toBe(200);
	expect((await itemsOf(workflow, 1))[0].map(({ id }) => id)).toEqual(['event-0']);
});

test.each(['POST', 'PUT', 'PATCH', 'GET', 'DELETE'])(
	'a webhook message by %s starts the workflow with its fields',
	async (httpMethod) => {
		const workflow = await listening({ source: 'webhookMessage', secret: SECRET, httpMethod });
		const hasBody = !['GET', 'DELETE'].includes(httpMethod);
		const answer = await call(workflow, {
			method: httpMethod,
			headers: { 'X-Braze-Secret': SECRET, ...(hasBody ? json : {}) },
			body: hasBody ? JSON.stringify({ user_id: 'user-001' }) : undefined,
			query: hasBody ? '' : '?user_id=user-001',
		});
		expect(answer.status).toBe(200);
		expect(await itemsOf(workflow, 1)).toEqual([[{ user_id: 'user-001' }]]);
	},
);

test('Connected Content is answered by the last node', async () => {
	const workflow = await listening({ source: 'connectedContent', user: 'braze', secret: SECRET });
	const authorization = `Basic ${Buffer.from(`braze:${SECRET}`).toString('base64')}`;
	const query = '?user_id=user-001';
	const answer = await call(workflow, { method: 'GET', headers: { authorization }, query });
	expect(answer).toEqual({ status: 200, text: JSON.stringify({ user_id: 'user-001' }) });
	expect((await call(workflow, { method: 'GET', query })).status).toBe(401);
	await itemsOf(workflow, 1);
});

test('the callback of an export brings what its URL holds', async () => {
	const workflow = await listening({ source: 'segmentExport', secret: SECRET });
	const query = `?secret=${SECRET}&export=newsletter`;
	const answer = await call(workflow, { headers: json, body: '{"success":true}', query });
	expect(answer.status).toBe(200);
	expect(await itemsOf(workflow, 1)).toEqual([[{ success: true, export: 'newsletter' }]]);
});

test('while the editor listens, one call of the test URL runs the workflow', async () => {
	const workflow = await save(currents());
	const listens = await client.run(workflow.id, TRIGGER);
	expect(listens).toMatchObject({ waitingForWebhook: true });
	const answer = await call(workflow, { headers: bearer, body: batch(2), isTest: true });
	expect(answer.status).toBe(200);
	expect((await itemsOf(workflow, 1))[0]).toHaveLength(2);
	const again = await call(workflow, { headers: bearer, body: batch(1), isTest: true });
	expect(again.status).toBe(404);
});

test.each([
	['no secret', currents({ secret: '' })],
	['a secret from an expression that gives nothing', currents({ secret: '={{ $vars.nothing }}' })],
	['an authentication that a Current cannot carry', currents({ authentication: 'basicAuth' })],
])('%s keeps n8n from taking requests', async (_what, parameters) => {
	const workflow = await save(parameters);
	await refused(workflow);
	const { status } = await call(workflow, { headers: bearer, body: batch(1) });
	expect(status).toBe(404);
	expect(await executionsOf(workflow)).toEqual([]);
	const listens = await client.run(workflow.id, TRIGGER).catch((error: Error) => error);
	expect(listens).toBeInstanceOf(Error);
});
