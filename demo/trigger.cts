import type { IDataObject, INode } from 'n8n-workflow';

import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { NodeRun, WorkflowRun, WorkflowRunOptions } from '../engine/engine.cts';
import { activate } from '../engine/webhook.cts';
import { calls } from './calls.cts';
import type { BrazeCall } from './calls.cts';
import type { Example } from './readExamples.cts';

/** A request that reached the webhook of an example, and what came back. */
export interface AnsweredCall extends BrazeCall {
	method: string;
	status: number;
	answer: unknown;
}

/** What came of all requests to one example. */
export interface TriggeredRun {
	calls: AnsweredCall[];
	/** The items that the trigger gave, of all executions. */
	items: IDataObject[];
	/** What each node gave, of all executions. */
	nodes: Record<string, NodeRun>;
	error?: Error;
}

/** @returns the Braze Trigger that an example begins with */
export const triggerOf = ({ workflow }: Example): INode | undefined =>
	workflow.nodes.find(({ type }) => type === TRIGGER_TYPE);

/** Activates an example, calls its webhook as Braze would, and waits for all that was started. */
export async function runTriggered(
	example: Example,
	trigger: INode,
	options: Pick<WorkflowRunOptions, 'credentials'>,
): Promise<TriggeredRun> {
	const listener = await activate(example.workflow, options);
	const answered: AnsweredCall[] = [];
	for (const call of calls[example.file] ?? []) {
		const { status, answer } = await send(listener, call, trigger.parameters);
		answered.push({ ...call, method: listener.method, status, answer });
		await listener.settled();
	}
	await listener.close();
	const nodes = together(listener.executions);
	const items = (nodes[trigger.name]?.output ?? []).flat().map(({ json }) => json);
	const error = listener.executions.find((execution) => execution.error)?.error;
	return { calls: answered, items, nodes, error };
}

/** Calls with the secret where the source carries it by default. */
async function send(
	{ url, method }: { url: string; method: string },
	{ body, query = '' }: BrazeCall,
	{ source = 'webhookMessage', user, secret }: INode['parameters'],
): Promise<{ status: number; answer: unknown }> {
	const basic = Buffer.from(`${String(user)}:${String(secret)}`).toString('base64');
	const secretHeaders: Record<string, Record<string, string>> = {
		currents: { authorization: `Bearer ${String(secret)}` },
		connectedContent: { authorization: `Basic ${basic}` },
		webhookMessage: { 'X-Braze-Secret': String(secret) },
	};
	const secretHeader = secretHeaders[String(source)];
	const inQuery = secretHeader === undefined ? `?secret=${String(secret)}${query}` : query;
	const response = await fetch(`${url}${inQuery}`, {
		method,
		headers: {
			...secretHeader,
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: response.status, answer: (await response.json()) as unknown };
}

/** The runs of each node over all executions as one. */
function together(executions: WorkflowRun[]): Record<string, NodeRun> {
	const all = new Map<string, NodeRun>();
	for (const [name, run] of executions.flatMap(({ nodes }) => Object.entries(nodes))) {
		const before = all.get(name) ?? { output: [], hints: [], executions: 0 };
		const outputs = Math.max(before.output.length, run.output.length);
		all.set(name, {
			output: Array.from({ length: outputs }, (_, index) => [
				...(before.output[index] ?? []),
				...(run.output[index] ?? []),
			]),
			hints: [...before.hints, ...run.hints],
			error: before.error ?? run.error,
			executions: before.executions + run.executions,
		});
	}
	return Object.fromEntries(all);
}
