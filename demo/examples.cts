import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { runWorkflow } from '../engine/engine.cts';
import type { ExportedWorkflow, NodeRun } from '../engine/engine.cts';
import type { Delivery, RecordedRequest, Sandbox, ScheduledSend } from '../sandbox/sandbox.cts';

const directory = path.resolve(__dirname, '../examples');
/** The Braze node's type in a workflow. */
export const NODE_TYPE = 'n8n-nodes-braze.braze';

/** An example workflow and where it is. */
export interface Example {
	/** File name inside `examples/`. */
	file: string;
	workflow: ExportedWorkflow;
}

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

/** Every example, in the order of the file names. */
export const readExamples = (): Example[] =>
	readdirSync(directory)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => ({
			file,
			workflow: JSON.parse(readFileSync(path.join(directory, file), 'utf8')) as ExportedWorkflow,
		}));

/** What the credential *Braze (sandbox)* of the examples holds. */
export const sandboxCredential = ({ url, seed }: Sandbox) => ({
	brazeApi: { instance: 'custom', customUrl: url, apiKey: seed.keys[0].key },
});

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
