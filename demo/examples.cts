import type { IDataObject, INode } from 'n8n-workflow';

import { credentialsFor, NODE_TYPE } from '../engine/brazeNode.cts';
import { runWorkflow } from '../engine/engine.cts';
import type { ExportedWorkflow, NodeRun } from '../engine/engine.cts';
import { STICKY_NOTE } from '../engine/nodeTypes.cts';
import type { Delivery, RecordedRequest, Sandbox, ScheduledSend } from '../sandbox/sandbox.cts';
import type { Example } from './readExamples.cts';
import { runTriggered, triggerOf } from './trigger.cts';
import type { AnsweredCall, TriggeredRun } from './trigger.cts';

/** What one Braze node of an example did, or where it has none, its last node. */
export interface Step extends NodeRun {
	name: string;
}

/** Everything that came of running one example. */
export interface ExampleRun {
	example: Example;
	/** The items that it starts with. */
	items: IDataObject[];
	/** What Braze called it with, where a Braze Trigger starts it. */
	calls: AnsweredCall[];
	/** Its Braze nodes, in the order of the workflow; where it has none, the nodes that it ends with. */
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
	const options = { credentials: sandboxCredential(sandbox) };
	const trigger = triggerOf(example);
	const started: Promise<TriggeredRun> = trigger
		? runTriggered(example, trigger, options)
		: runWorkflow(workflow, options).then(({ nodes, error }) => ({
				nodes,
				error,
				calls: [],
				items: pinnedItems(example),
			}));
	const { nodes, error, calls, items } = await started.catch(notStarted(example));
	passTime(sandbox);
	const steps = stepsOf(workflow).map(({ name }): Step => ({ ...(nodes[name] ?? neverRan), name }));
	return {
		example,
		items,
		calls,
		steps,
		requests: [...sandbox.requests],
		deliveries: [...sandbox.deliveries],
		schedules: [...sandbox.schedules],
		notes: [...sandbox.requests, ...sandbox.schedules].flatMap((noticed) => noticed.notes),
		failures: [
			...(error ? [error.message] : []),
			...calls.flatMap(refusedCallsOf),
			...steps.flatMap(failuresOf),
			...sandbox.requests.flatMap(refusalsOf),
		],
	};
}

/** The Braze nodes of a workflow; where it has none, the nodes that it ends with. */
function stepsOf({ nodes, connections }: ExportedWorkflow): INode[] {
	const sending = nodes.filter(({ type }) => type === NODE_TYPE);
	if (sending.length > 0) return sending;
	return nodes.filter(({ name, type }) => type !== STICKY_NOTE && !(name in connections));
}

const pinnedItems = ({ workflow: { pinData = {} } }: Example): IDataObject[] =>
	Object.values(pinData).flatMap((items) => items.map(({ json }) => json));

/** What n8n says where it does not even start a workflow, for want of a required parameter for instance. */
const notStarted =
	(example: Example) =>
	(error: Error): TriggeredRun => ({ nodes: {}, error, calls: [], items: pinnedItems(example) });

const neverRan: NodeRun = { output: [], hints: [], executions: 0 };

function failuresOf({ name, output, error, executions }: Step): string[] {
	if (executions === 0) return [`${name} never ran`];
	const items = output.flat().flatMap((item) => (item.error ? [item.error.message] : []));
	return [...(error ? [error.message] : []), ...items].map((message) => `${name}: ${message}`);
}

const refusedCallsOf = ({ method, status, answer }: AnsweredCall): string[] =>
	status === 200 ? [] : [`A ${method} of Braze was answered ${status}: ${JSON.stringify(answer)}`];

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
