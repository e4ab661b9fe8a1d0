import type { IDataObject } from 'n8n-workflow';

import { credentialsFor, NODE_TYPE } from '../engine/brazeNode.cts';
import { runWorkflow } from '../engine/engine.cts';
import type { NodeRun } from '../engine/engine.cts';
import type { Delivery, RecordedRequest, Sandbox, ScheduledSend } from '../sandbox/sandbox.cts';
import type { Example } from './readExamples.cts';

/** What one Braze node of an example did. */
export interface Step extends NodeRun {
	name: string;
}

/** Everything that came of running one example. */
export interface ExampleRun {
	example: Example;
	/** The pinned items that it starts with. */
	items: IDataObject[];
	/** Its Braze nodes, in the order of the workflow. */
	steps: Step[];
	requests: RecordedRequest[];
	deliveries: Delivery[];
	schedules: ScheduledSend[];
	/** What the sandbox noticed and Braze would not say, such as an unsubscribed user. */
	notes: string[];
	/** A sentence for everything that was refused or went wrong; none where all is well. */
	failures: string[];
}

/** What the credential *Braze (sandbox)* of the examples holds. */
export const sandboxCredential = ({ url, seed }: Sandbox) => credentialsFor(url, seed.keys[0].key);

/**
 * Runs an example in n8n's engine against a sandbox that starts empty, then lets the sandbox's time pass
 * until nothing waits for its schedule any more.
 */
export async function runExample(sandbox: Sandbox, example: Example): Promise<ExampleRun> {
	sandbox.reset();
	sandbox.clock.set(Date.now());
	const { workflow } = example;
	const { nodes, error } = await runWorkflow(workflow, {
		credentials: sandboxCredential(sandbox),
	}).catch(notStarted);
	passTime(sandbox);
	const steps = workflow.nodes
		.filter(({ type }) => type === NODE_TYPE)
		.map(({ name }): Step => ({ ...(nodes[name] ?? neverRan), name }));
	return {
		example,
		items: Object.values(workflow.pinData ?? {}).flatMap((items) => items.map(({ json }) => json)),
		steps,
		requests: [...sandbox.requests],
		deliveries: [...sandbox.deliveries],
		schedules: [...sandbox.schedules],
		notes: [...sandbox.requests, ...sandbox.schedules].flatMap((noticed) => noticed.notes),
		failures: [
			...(error ? [error.message] : []),
			...steps.flatMap(failuresOf),
			...sandbox.requests.flatMap(refusalsOf),
		],
	};
}

/** What n8n says where it does not even start a workflow, for want of a required parameter for instance. */
const notStarted = (error: Error): { nodes: Record<string, NodeRun>; error: Error } => ({
	nodes: {},
	error,
});

const neverRan: NodeRun = { output: [], hints: [], executions: 0 };

function failuresOf({ name, output, error, executions }: Step): string[] {
	if (executions === 0) return [`${name} never ran`];
	const items = output.flat().flatMap((item) => (item.error ? [item.error.message] : []));
	return [...(error ? [error.message] : []), ...items].map((message) => `${name}: ${message}`);
}

function refusalsOf({ accepted, method, path: at, status, response }: RecordedRequest): string[] {
	return accepted ? [] : [`${method} ${at} answered ${status}: ${JSON.stringify(response)}`];
}

/** Moves the clock to the last send that waits. */
function passTime({ clock, schedules }: Sandbox): void {
	const waiting = schedules
		.filter(({ state }) => state === 'pending')
		.flatMap(({ waves }) => waves.map(({ at }) => at));
	if (waiting.length > 0) clock.set(Math.max(...waiting, clock.now()));
}
