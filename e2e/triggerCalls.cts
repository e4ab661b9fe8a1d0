import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject, INode } from 'n8n-workflow';

import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import { N8nClient } from '../playground/n8nClient.cts';

export const SECRET = 'aB3-long.random_secret~1';
export const TRIGGER = 'Braze Trigger';
const ANSWER = 'Answer';
const PATIENCE_MS = 60_000;
const POLL_MS = 250;
/** Time in which n8n would take requests that it should not. */
const SETTLE_MS = 1500;

const require_ = createRequire(
	path.resolve(__dirname, '../playground/node_modules/n8n/package.json'),
);

let client: N8nClient;

/** Signs in to n8n for the tests of a file. */
export async function signIn(): Promise<N8nClient> {
	client = new N8nClient(process.env.E2E_N8N_URL ?? '');
	await client.signIn();
	return client;
}

export interface Saved {
	id: string;
	/** The last part of the production and of the test URL. */
	path: string;
}

let saved = 0;

/** Saves a workflow of the trigger and a node that passes its items on. */
export async function save(parameters: IDataObject): Promise<Saved> {
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
export async function listening(parameters: IDataObject): Promise<Saved> {
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

export async function call(
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

export const executionsOf = async ({ id }: Saved): Promise<Listed[]> => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const list = await client.call<{ results: Listed[] }>('GET', `/rest/executions?filter=${filter}`);
	return list.results;
};

/** Waits until so many executions have ended, and gives the items of each trigger, newest first. */
export async function itemsOf(workflow: Saved, count: number): Promise<IDataObject[][]> {
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

export const json = { 'content-type': 'application/json' };
export const bearer = { ...json, authorization: `Bearer ${SECRET}` };
export const currents = (more: IDataObject = {}): IDataObject => ({
	source: 'currents',
	secret: SECRET,
	...more,
});
export const events = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		event_type: 'users.messages.email.Open',
		id: `event-${index}`,
		time: 1_790_000_000,
		user: { user_id: 'b00000000000000000000001', external_user_id: 'user-001' },
		properties: { email_address: 'user-001@example.com', message_extras: '{"order":"4711"}' },
	}));
export const batch = (count: number): string => JSON.stringify({ events: events(count) });

/** Has a batch of one start the workflow: what was to start nothing came before it, so that it would be listed by then. */
export async function expectOnlyExecution(workflow: Saved): Promise<void> {
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
export async function refused(workflow: Saved): Promise<void> {
	try {
		await publish(workflow);
	} catch (error) {
		expect((error as Error).message).toContain('n8n refused');
		return;
	}
	await pause(SETTLE_MS);
}
