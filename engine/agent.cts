import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from './brazeNode.cts';
import type { ExportedWorkflow } from './engine.cts';
import { brazeType } from './nodeTypes.cts';

/** How an agent of n8n runs its tools: it calls them, or it asks the engine to run them as nodes. */
export type ToolCalls = 'called' | 'requested';

const AGENT = 'test.agent';
const TOOL = 'test.brazeTool';

interface Tool {
	invoke: (input: IDataObject) => Promise<string>;
}

/** An agent without a model: it runs its only tool with the given arguments, one call after the other. */
const agent = (calls: IDataObject[], how: ToolCalls): INodeType => ({
	description: {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Agent' },
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions, response?: EngineResponse) {
		if (how === 'requested') return requested(calls, response);
		const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		const answers: IDataObject[] = [];
		for (const input of calls) {
			answers.push(
				await tool.invoke(input).then(
					(answer) => ({ answer }),
					(error: Error) => ({ failure: error.message }),
				),
			);
		}
		return [answers.map((json) => ({ json }))];
	},
});

function requested(
	calls: IDataObject[],
	response?: EngineResponse,
): EngineRequest | [Array<{ json: IDataObject }>] {
	if (response && response.actionResponses.length > 0) {
		return [
			response.actionResponses.map(({ data }) => ({ json: { answer: JSON.stringify(data) } })),
		];
	}
	return {
		actions: calls.map((input, index) => ({
			actionType: 'ExecutionNodeAction' as const,
			nodeName: 'Braze',
			input,
			type: NodeConnectionTypes.AiTool,
			id: `call-${index}`,
			metadata: { itemIndex: 0 },
		})),
		metadata: {},
	};
}

/** The node as n8n makes a tool of it: without inputs, with an output for agents. */
async function toolType(): Promise<INodeType> {
	const braze = await brazeType();
	const description = {
		...braze.description,
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
	};
	return Object.create(braze, { description: { value: description } }) as INodeType;
}

/** @returns a workflow of an agent with the Braze node as its tool, and the node types that it needs */
export async function agentAndBraze(
	parameters: IDataObject,
	{
		calls,
		how = 'called',
		node = {},
	}: { calls: IDataObject[]; how?: ToolCalls; node?: Partial<INode> },
): Promise<{ workflow: ExportedWorkflow; nodeTypes: Record<string, INodeType> }> {
	const step = (name: string, type: string, own: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...own,
	});
	const workflow: ExportedWorkflow = {
		nodes: [
			step('Source', 'n8n-nodes-base.noOp'),
			step('Agent', AGENT),
			step('Braze', TOOL, {
				parameters: parameters as INode['parameters'],
				credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Braze' } },
				...node,
			}),
		],
		connections: {
			Source: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
			Braze: { ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
		},
	};
	return { workflow, nodeTypes: { [AGENT]: agent(calls, how), [TOOL]: await toolType() } };
}
