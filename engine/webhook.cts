import './environment.cts';

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse as parseQuery } from 'node:querystring';

import { HookContext, WebhookContext } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	IWebhookData,
	IWebhookDescription,
	IWebhookResponseData,
} from 'n8n-workflow';

import { prepareWorkflow, runFrom } from './engine.cts';
import { parsedBody, unpacked } from './webhookBody.cts';
import type {
	ExportedWorkflow,
	PreparedWorkflow,
	WorkflowRun,
	WorkflowRunOptions,
} from './engine.cts';

/** A workflow whose webhook listens, as in an active workflow of n8n. */
export interface Listener {
	/** The production URL of the webhook. */
	url: string;
	/** The method that it is registered for. */
	method: string;
	/** Everything that was started, in order; also what could not start, with its error alone. */
	executions: WorkflowRun[];
	/** Resolves once all executions have ended. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

/** Largest body that n8n reads, by default (N8N_PAYLOAD_SIZE_MAX). */
const LARGEST_BODY = 16 * 1024 * 1024;

/**
 * Activates a workflow and listens on this machine for its webhook. The functions of the node run in n8n-core, the
 * execution in n8n's engine. What n8n's own server does around them (routes, bodies, answers) is written anew here,
 * after what n8n 2.41 was seen to do.
 *
 * @throws what the node throws where it refuses to be activated
 */
export async function activate(
	exported: ExportedWorkflow,
	options: Pick<WorkflowRunOptions, 'credentials' | 'nodeTypes'> = {},
): Promise<Listener> {
	const prepared = await prepareWorkflow(exported, options);
	const webhook = await register(prepared);
	const executions: WorkflowRun[] = [];
	const running: Array<Promise<unknown>> = [];
	const server = createServer((request, response) => {
		const answered = answer({ prepared, webhook, executions }, request, response);
		running.push(answered.catch((error: Error) => send(response, 500, { message: error.message })));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook/${webhook.path}`,
		method: webhook.httpMethod,
		executions,
		settled: async () => {
			await Promise.all(running);
		},
		close: async () => {
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Asks the node for its webhook, as n8n does when a workflow is activated. */
async function register(prepared: PreparedWorkflow): Promise<IWebhookData> {
	const { workflow, additionalDataFor } = prepared;
	const node = Object.values(workflow.nodes).find(({ type, typeVersion }) => {
		const { description } = workflow.nodeTypes.getByNameAndVersion(type, typeVersion);
		return (description.webhooks ?? []).length > 0;
	});
	if (!node) throw new Error('No node of this workflow has a webhook');
	const { description, webhookMethods } = workflow.nodeTypes.getByNameAndVersion(
		node.type,
		node.typeVersion,
	);
	const [webhookDescription] = description.webhooks ?? [];
	const workflowExecuteAdditionalData = additionalDataFor();
	const webhook: IWebhookData = {
		node: node.name,
		httpMethod: field(prepared, node, webhookDescription, 'httpMethod') as 'POST',
		path: NodeHelpers.getNodeWebhookPath('workflow', node, webhookDescription.path),
		webhookDescription,
		workflowId: 'workflow',
		workflowExecuteAdditionalData,
	};
	const context = new HookContext(
		workflow,
		node,
		workflowExecuteAdditionalData,
		'trigger',
		'activate',
		webhook,
	);
	const methods = webhookMethods?.default;
	if (!(await methods?.checkExists.call(context))) await methods?.create.call(context);
	return webhook;
}

const field = (
	{ workflow }: PreparedWorkflow,
	node: INode,
	description: IWebhookDescription,
	name: string,
): unknown =>
	workflow.expression.getSimpleParameterValue(
		node,
		description[name] as string | undefined,
		'internal',
		{},
	);

interface Active {
	prepared: PreparedWorkflow;
	webhook: IWebhookData;
	executions: WorkflowRun[];
}

async function answer(
	{ prepared, webhook, executions }: Active,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://localhost');
	const isRegistered = url.pathname === `/webhook/${webhook.path}`;
	const raw = unpacked(await bytesOf(request), request.headers['content-encoding']);
	if (!isRegistered || request.method !== webhook.httpMethod) {
		return send(response, 404, { code: 404, message: 'The requested webhook is not registered' });
	}
	if (raw.length > LARGEST_BODY)
		return send(response, 500, { message: 'request entity too large' });
	const body = parsedBody(raw, String(request.headers['content-type'] ?? ''));
	if ('unreadable' in body) return send(response, 422, { message: 'Failed to parse request body' });
	const node = prepared.workflow.getNode(webhook.node) as INode;
	const additionalData = {
		...prepared.additionalDataFor(),
		httpRequest: Object.assign(request, {
			...body,
			query: parseQuery(url.search.slice(1)),
			params: {},
		}),
		httpResponse: response,
	};
	const context = new WebhookContext(
		prepared.workflow,
		node,
		additionalData as never,
		'webhook',
		webhook,
		[],
		null,
	);
	const type = prepared.workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	let result: IWebhookResponseData;
	try {
		result = (await type.webhook?.call(context)) ?? {};
	} catch (error) {
		executions.push({ run: {} as never, error: error as never, nodes: {} });
		return send(response, 500, {
			message: 'Workflow Webhook Error: Workflow could not be started!',
		});
	}
	await carryOut({ prepared, webhook, executions }, node, result, response);
}

/** Does what n8n does with the result of a webhook function: answers, and runs the workflow or not. */
async function carryOut(
	{ prepared, webhook, executions }: Active,
	node: INode,
	{ workflowData, webhookResponse, noWebhookResponse }: IWebhookResponseData,
	response: ServerResponse,
): Promise<void> {
	const isStarted = workflowData !== undefined;
	const message = isStarted ? 'Workflow was started' : 'Webhook call received';
	const reply = (webhookResponse ?? { message }) as IDataObject;
	if (!isStarted) {
		if (noWebhookResponse !== true) send(response, 200, reply);
		return;
	}
	const mode = field(prepared, node, webhook.webhookDescription, 'responseMode');
	// n8n takes what it presets for an answer of the last node as the text to answer at once
	const data =
		field(prepared, node, webhook.webhookDescription, 'responseData') ?? 'firstEntryJson';
	if (mode === 'onReceived') send(response, 200, data === '' ? reply : data);
	const run = await runFrom(prepared, { node, data: workflowData, mode: 'webhook' });
	executions.push(run);
	if (mode === 'onReceived') return;
	if (run.error) return send(response, 500, { message: 'Error in workflow' });
	const last = run.run.data.resultData.lastNodeExecuted ?? '';
	const first: INodeExecutionData | undefined = run.nodes[last]?.output[0]?.[0];
	if (first === undefined) return send(response, 500, { message: 'No item to return was found' });
	send(response, 200, first.json);
}

function send(response: ServerResponse, status: number, body: unknown): void {
	if (response.writableEnded) return;
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
	response.end(JSON.stringify(body));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
