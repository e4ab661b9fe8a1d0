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
} from 'n8n-workflow';

import { sourceAndBraze } from './brazeNode.cts';
import { MemoryCredentials } from './credentials.cts';
import type { CredentialData } from './credentials.cts';
import { loadPackage, PackageNodeTypes, STICKY_NOTE } from './nodeTypes.cts';

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

/**
 * Runs a workflow in n8n's real engine, without an n8n server or a database. HTTP requests really leave the process.
 *
 * @param exported the workflow; the first node that no other leads to starts it
 */
export async function runWorkflow(
	exported: ExportedWorkflow,
	{ credentials = {}, items = [{ json: {} }], nodeTypes = {}, cancel }: WorkflowRunOptions = {},
): Promise<WorkflowRun> {
	const loader = await loadPackage();
	const { nodes, connections, pinData = {}, settings = {} } = structuredClone(exported);
	const workflow = new Workflow({
		id: 'workflow',
		name: exported.name ?? 'Workflow',
		nodes,
		connections,
		nodeTypes: new PackageNodeTypes(loader, nodeTypes),
		active: false,
		settings: { executionOrder: 'v1', ...settings },
	});
	const base = { id: 'workflow', name: 'Workflow', nodes, connections, active: false };
	const hooks = new ExecutionLifecycleHooks('trigger', '1', base as never);
	const finished = new Promise<IRun>((resolve) => {
		hooks.addHandler('workflowExecuteAfter', async (run) => resolve(run));
	});
	const additionalData = {
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
	} as unknown as IWorkflowExecuteAdditionalData;
	const runData = createRunExecutionData({
		resultData: { runData: {}, pinData },
		executionData: {
			nodeExecutionStack: [
				{ node: startOf(nodes, connections), data: { main: [items] }, source: null },
			],
		},
	});
	const execution = new WorkflowExecute(additionalData, 'trigger', runData).processRunExecutionData(
		workflow,
	);
	cancel?.addEventListener('abort', () => execution.cancel());
	const run = await finished;
	return summarize(run);
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
