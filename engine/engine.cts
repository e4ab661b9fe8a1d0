import './environment.cts';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ExecutionError,
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IPinData,
	IRun,
	ITaskData,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { NODE_TYPE, sourceAndBraze } from './brazeNode.cts';
import { MemoryCredentials } from './credentials.cts';
import type { CredentialData } from './credentials.cts';
import { narrowedTo } from './narrow.cts';
import { brazeType, loadPackage, PackageNodeTypes, STICKY_NOTE } from './nodeTypes.cts';

/** A workflow as n8n exports it. */
export interface ExportedWorkflow {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	pinData?: IPinData;
	settings?: IWorkflowSettings;
}

export interface WorkflowRunOptions {
	credentials?: CredentialData;
	/** Items that the node that starts the workflow gets, unless its data is pinned. */
	items?: INodeExecutionData[];
	/** Further node types by their full name. */
	nodeTypes?: Record<string, INodeType>;
	/** Lets n8n go through every field of the node, as it does outside of tests. The same comes out, later. */
	allFields?: boolean;
	/** Cancels the execution, as the stop button in the editor does. */
	cancel?: AbortSignal;
}

/** What one node of a run gave. */
export interface NodeRun {
	/** One list of items per output. */
	output: INodeExecutionData[][];
	hints: NodeExecutionHint[];
	error?: ExecutionError;
	/** Times that the engine executed the node. */
	executions: number;
}

export interface WorkflowRun {
	run: IRun;
	error?: ExecutionError;
	nodes: Record<string, NodeRun>;
}

// these must be real URLs, since the engine parses them for every expression
const urls = {
	instanceBaseUrl: 'http://localhost',
	webhookWaitingBaseUrl: 'http://localhost/waiting',
	formWaitingBaseUrl: 'http://localhost/form',
	restApiUrl: '',
	webhookBaseUrl: '',
	webhookTestBaseUrl: '',
	formBaseUrl: '',
	formTestBaseUrl: '',
};

/** A workflow that the engine knows, ready for any number of runs. */
export interface PreparedWorkflow {
	workflow: Workflow;
	exported: ExportedWorkflow;
	/** What n8n hands to the nodes of one run; a run needs its own. */
	additionalDataFor(hooks?: ExecutionLifecycleHooks): IWorkflowExecuteAdditionalData;
}

/** Loads a workflow into n8n's engine. */
export async function prepareWorkflow(
	given: ExportedWorkflow,
	{
		credentials = {},
		nodeTypes = {},
		allFields = false,
	}: Pick<WorkflowRunOptions, 'credentials' | 'nodeTypes' | 'allFields'> = {},
): Promise<PreparedWorkflow> {
	const loader = await loadPackage();
	const exported = structuredClone(given);
	const { name = 'Workflow', nodes, connections, settings = {} } = exported;
	const workflow = new Workflow({
		id: 'workflow',
		name,
		nodes,
		connections,
		nodeTypes: new PackageNodeTypes(loader, {
			...(allFields ? {} : await narrowedType(nodes)),
			...nodeTypes,
		}),
		active: false,
		settings: { executionOrder: 'v1', ...settings },
	});
	const additionalDataFor = (hooks?: ExecutionLifecycleHooks) =>
		({
			...urls,
			hooks,
			credentialsHelper: new MemoryCredentials(loader, credentials),
			currentNodeExecutionIndex: 0,
			executionId: '1',
			variables: {},
			logAiEvent() {},
			setExecutionStatus() {},
			sendDataToUI() {},
			async getRunExecutionData() {},
			externalSecretsProxy: { hasProvider: () => false },
		}) as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, exported, additionalDataFor };
}

async function narrowedType(nodes: INode[]): Promise<Record<string, INodeType>> {
	const own = nodes.filter(({ type }) => type === NODE_TYPE);
	return { [NODE_TYPE]: narrowedTo(own, await brazeType()) };
}

interface Start {
	node: INode;
	/** The items of each of its inputs; a trigger gives them on as its outputs. */
	data: INodeExecutionData[][];
	mode: WorkflowExecuteMode;
	pinData?: IPinData;
	cancel?: AbortSignal;
}

/** Runs a prepared workflow from one of its nodes on. */
export async function runFrom(
	{ workflow, exported, additionalDataFor }: PreparedWorkflow,
	{ node, data, mode, pinData = {}, cancel }: Start,
): Promise<WorkflowRun> {
	const { nodes, connections } = exported;
	const base = { id: 'workflow', name: 'Workflow', nodes, connections, active: false };
	const hooks = new ExecutionLifecycleHooks(mode, '1', base as never);
	const finished = new Promise<IRun>((resolve) => {
		hooks.addHandler('workflowExecuteAfter', async (run) => resolve(run));
	});
	const runData = createRunExecutionData({
		resultData: { runData: {}, pinData },
		executionData: { nodeExecutionStack: [{ node, data: { main: data }, source: null }] },
	});
	const execution = new WorkflowExecute(
		additionalDataFor(hooks),
		mode,
		runData,
	).processRunExecutionData(workflow);
	cancel?.addEventListener('abort', () => execution.cancel());
	const run = await finished;
	return summarize(run);
}

/**
 * Runs a workflow in n8n's real engine, without an n8n server or a database. HTTP requests really leave the process.
 *
 * @param exported the workflow; the first node that no other leads to starts it
 */
export async function runWorkflow(
	exported: ExportedWorkflow,
	{ items = [{ json: {} }], cancel, ...options }: WorkflowRunOptions = {},
): Promise<WorkflowRun> {
	const prepared = await prepareWorkflow(exported, options);
	const { nodes, connections, pinData } = prepared.exported;
	const node = startOf(nodes, connections);
	return await runFrom(prepared, { node, data: [items], mode: 'trigger', pinData, cancel });
}

function startOf(nodes: INode[], connections: IConnections): INode {
	const followers = new Set(
		Object.values(connections).flatMap(({ main = [] }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		),
	);
	const start = nodes.find(({ name, type }) => type !== STICKY_NOTE && !followers.has(name));
	if (!start) throw new Error('No node starts this workflow');
	return start;
}

function summarize(run: IRun): WorkflowRun {
	const { runData, error } = run.data.resultData;
	const nodes = Object.entries(runData).map(([name, tasks]): [string, NodeRun] => {
		const last: ITaskData | undefined = tasks.at(-1);
		return [
			name,
			{
				output: (last?.data?.main ?? []).map((items) => items ?? []),
				hints: last?.hints ?? [],
				error: last?.error,
				executions: tasks.length,
			},
		];
	});
	return { run, error, nodes: Object.fromEntries(nodes) };
}

export interface NodeRunOptions extends Omit<WorkflowRunOptions, 'items'> {
	parameters: IDataObject;
	items?: IDataObject[];
	/** Further settings of the node: onError, retryOnFail ... */
	node?: Partial<INode>;
	settings?: IWorkflowSettings;
}

/** Runs the Braze node alone, on items that come from a node before it. */
export async function runBraze({
	parameters,
	items = [{}],
	node = {},
	settings,
	...options
}: NodeRunOptions): Promise<NodeRun> {
	const { nodes: results, error } = await runWorkflow(
		{ ...sourceAndBraze(parameters, node), settings },
		{ ...options, items: items.map((json) => ({ json })) },
	);
	return results.Braze ?? { output: [], hints: [], error, executions: 0 };
}
