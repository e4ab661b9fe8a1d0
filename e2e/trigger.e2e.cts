import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject, INode } from 'n8n-workflow';

import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import { N8nClient } from '../playground/n8nClient.cts';

const SECRET = 'aB3-long.random_secret~1';
const TRIGGER = 'Braze Trigger';
const ANSWER = 'Answer';
const PATIENCE_MS = 60_000;
const POLL_MS = 250;
/** Time in which n8n would take requests that it should not. */
const SETTLE_MS = 1500;

const require_ = createRequire(
	path.resolve(__dirname, '../playground/node_modules/n8n/package.json'),
);

let client: N8nClient;
beforeAll(async () => {
	client = new N8nClient(process.env.E2E_N8N_URL ?? '');
	await client.signIn();
});

interface Saved {
	id: string;
	/** The last part of the production and of the test URL. */
	path: string;
}

let saved = 0;

/** Saves a workflow of the trigger and a node that passes its items on. */
async function save(parameters: IDataObject): Promise<Saved> {
	saved += 1;
	const webhookId = `6a1d4d7e-0000-4000-8000-${String(saved).padStart(12, '0')}`;
	const node = (name: string, type: string, more: Partial<INode>): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const workflow: ExportedWorkflow & { name: string } = {
		name: `Braze calls ${saved}`,
		nodes: [
			node(TRIGGER, TRIGGER_TYPE, { webhookId, parameters: parameters as INode['parameters'] }),
			node(ANSWER, 'n8n-nodes-base.noOp', { position: [220, 0] }),
		],
		connections: { [TRIGGER]: { main: [[{ node: ANSWER, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
	const { id } = await client.createWorkflow(workflow);
	return { id, path: `${webhookId}/braze` };
}

async function publish({ id }: Saved): Promise<void> {
	const { versionId } = await client.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
	await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
}

/** Publishes, and waits until n8n, which does it in the background, takes requests: then one without a secret gets a 401. */
async function listening(parameters: IDataObject): Promise<Saved> {
	const workflow = await save(parameters);
	await publish(workflow);
	const method = String(
		parameters.httpMethod ?? (parameters.source === 'connectedContent' ? 'GET' : 'POST'),
	);
	const deadline = Date.now() + PATIENCE_MS;
	while (Date.now() < deadline) {
		if ((await call(workflow, { method })).status === 401) return workflow;
		await pause(POLL_MS);
	}
	throw new Error('n8n did not register the webhook');
}

interface Call {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
	query?: string;
	isTest?: boolean;
}

async function call(
	{ path: at }: Saved,
	{ method = 'POST', headers = {}, body, query = '', isTest = false }: Call,
): Promise<{ status: number; text: string }> {
	const url = `${client.url}/${isTest ? 'webhook-test' : 'webhook'}/${at}${query}`;
	const response = await fetch(url, { method, headers, body });
	return { status: response.status, text: await response.text() };
}

interface Listed {
	id: string;
	status: string;
}

const executionsOf = async ({ id }: Saved): Promise<Listed[]> => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const list = await client.call<{ results: Listed[] }>('GET', `/rest/executions?filter=${filter}`);
	return list.results;
};

/** Waits until so many executions have ended, and gives the items of each trigger, newest first. */
async function itemsOf(workflow: Saved, count: number): Promise<IDataObject[][]> {
	const deadline = Date.now() + PATIENCE_MS;
	let listed: Listed[] = [];
	do {
		listed = await executionsOf(workflow);
		// what ends while n8n lists it stands there twice, as running and as ended
		if (listed.length >= count && listed.every(({ status }) => status === 'success')) break;
		await pause(POLL_MS);
	} while (Date.now() < deadline);
	expect(listed.map(({ status }) => status)).toEqual(Array(count).fill('success'));
	const { parse } = require_('flatted') as { parse: (text: string) => unknown };
	return await Promise.all(
		listed.map(async ({ id }) => {
			const run = parse((await client.execution(id)).data) as {
				resultData: {
					runData: Record<string, Array<{ data: { main: Array<Array<{ json: IDataObject }>> } }>>;
				};
			};
			return run.resultData.runData[TRIGGER][0].data.main[0].map(({ json }) => json);
		}),
	);
}

/** Has a batch of one start the workflow: what was to start nothing came before it, so that it would be listed by then. */
async function expectOnlyExecution(workflow: Saved): Promise<void> {
	const event = { ...events(1)[0], event_type: 'users.messages.sms.Delivery', id: 'the-only-one' };
	const body = JSON.stringify({ events: [event] });
	expect((await call(workflow, { headers: bearer, body })).status).toBe(200);
	expect((await itemsOf(workflow, 1)).map((items) => items.map(({ id }) => id))).toEqual([
		['the-only-one'],
	]);
}

/**
 * Publishes what n8n refuses: at once where it finds the reason itself. What the node says comes up in the background, where n8n
 * tells nobody of it, so that there is nothing to wait for.
 */
async function refused(workflow: Saved): Promise<void> {
	try {
		await publish(workflow);
	} catch (error) {
		expect((error as Error).message).toContain('n8n refused');
		return;
	}
	await pause(SETTLE_MS);
}

const json = { 'content-type': 'application/json' };
const bearer = { ...json, authorization: `Bearer ${SECRET}` };
const currents = (more: IDataObject = {}): IDataObject => ({
	source: 'currents',
	secret: SECRET,
	...more,
});
const events = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		event_type: 'users.messages.email.Open',
		id: `event-${index}`,
		time: 1_790_000_000,
		user: { user_id: 'b00000000000000000000001', external_user_id: 'user-001' },
		properties: { email_address: 'user-001@example.com', message_extras: '{"order":"4711"}' },
	}));
const batch = (count: number): string => JSON.stringify({ events: events(count) });

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
