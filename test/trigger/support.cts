import type { IDataObject, INode } from 'n8n-workflow';

import { TRIGGER_TYPE } from '../../engine/brazeNode.cts';
import { activate } from '../../engine/webhook.cts';
import type { Listener } from '../../engine/webhook.cts';
import type { ExportedWorkflow } from '../../engine/engine.cts';

export const SECRET = 'aB3-long.random_secret~1';
export const TRIGGER = 'Braze Trigger';

/** A workflow of the trigger, and of the nodes that it leads to. */
export function workflowOf(parameters: IDataObject, ...followers: INode[]): ExportedWorkflow {
	const trigger: INode = {
		id: '1',
		name: TRIGGER,
		type: TRIGGER_TYPE,
		typeVersion: 1,
		webhookId: '6a1d4d7e-0000-4000-8000-000000000001',
		position: [0, 0],
		parameters: parameters as INode['parameters'],
	};
	const nodes = [trigger, ...followers];
	return {
		nodes,
		connections: Object.fromEntries(
			followers.map(({ name }, index) => [
				nodes[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
		),
	};
}

/** Parameters with which every source takes the secret in the query, which each of them can carry. */
export const inQuery = (source: string, more: IDataObject = {}): IDataObject => ({
	source,
	authentication: 'querySecret',
	secret: SECRET,
	...more,
});

export const currents = (more: IDataObject = {}): IDataObject => ({
	source: 'currents',
	secret: SECRET,
	...more,
});

export interface Call {
	method?: string;
	headers?: Record<string, string>;
	/** Goes out as JSON, a text or bytes as they are. */
	body?: unknown;
	/** What stands behind the URL. */
	query?: string;
}

export interface Answer {
	status: number;
	body: unknown;
	headers: Headers;
}

const listeners: Listener[] = [];

/** Closes what the tests of a file listen with; each file says so itself, since files share this module. */
export const closeListenersAfterEach = (): void =>
	afterEach(async () => {
		await Promise.all(listeners.splice(0).map(async (listener) => await listener.close()));
	});

/** Activates a workflow until the end of the test. */
export async function listen(workflow: ExportedWorkflow): Promise<Listener> {
	const listener = await activate(workflow);
	listeners.push(listener);
	return listener;
}

/** Calls a webhook as Braze does. */
export async function call(
	listener: Listener,
	{ method = listener.method, headers = {}, body, query = '' }: Call,
): Promise<Answer> {
	const isAsItIs = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
	const text = isAsItIs ? (body as string | undefined) : JSON.stringify(body);
	const response = await fetch(`${listener.url}${query}`, {
		method,
		// without a type of its own fetch declares a text as plain text
		headers: text === undefined ? headers : { 'content-type': 'application/json', ...headers },
		body: text,
	});
	const answer = await response.text();
	await listener.settled();
	return {
		status: response.status,
		body: answer === '' ? undefined : (JSON.parse(answer) as unknown),
		headers: response.headers,
	};
}

export const bearer = (token: string = SECRET): Record<string, string> => ({
	authorization: `Bearer ${token}`,
});

/** The items that each execution of a listener started with. */
export const itemsOf = (listener: Listener): IDataObject[][] =>
	listener.executions.map(({ nodes }) => (nodes[TRIGGER]?.output[0] ?? []).map(({ json }) => json));

/** Activates, calls once, and gives the answer and the items of each execution. */
export async function once(
	parameters: IDataObject,
	{ headers, query, ...rest }: Call = {},
): Promise<{ answer: Answer; executions: IDataObject[][] }> {
	const listener = await listen(workflowOf(parameters));
	const isInQuery = parameters.authentication === 'querySecret';
	const answer = await call(listener, {
		headers: headers ?? (isInQuery ? {} : bearer()),
		query: query ?? (isInQuery ? `?secret=${SECRET}` : ''),
		...rest,
	});
	return { answer, executions: itemsOf(listener) };
}
