import type { IDataObject } from 'n8n-workflow';

import { agentAndBraze, type ToolCalls } from '../../engine/agent.cts';
import { credentialsFor } from '../../engine/brazeNode.cts';
import { runWorkflow, type WorkflowRun } from '../../engine/engine.cts';
import { campaignForm, FULL_KEY, messageForm, openBench, type Parameters } from './support.cts';

const bench = openBench();

interface ToolRun {
	parameters: Parameters;
	calls: IDataObject[];
	items?: IDataObject[];
	how?: ToolCalls;
	node?: object;
}

async function runTool({
	parameters,
	items = [{ id: 'user-001' }],
	...more
}: ToolRun): Promise<WorkflowRun> {
	const { workflow, nodeTypes } = await agentAndBraze(parameters, more);
	return await runWorkflow(workflow, {
		credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
		items: items.map((json) => ({ json })),
		nodeTypes,
	});
}

const answersOf = ({ nodes }: WorkflowRun): unknown[] =>
	nodes.Agent.output[0].map(({ json }) => json.answer ?? json.failure);

const text = "={{ $fromAI('text', '', 'string') }}";

test('debug', async () => {
	for (const how of ['called', 'requested'] as const) {
		const run = await runTool({
			how,
			parameters: messageForm({
				smsBody: text,
				emailSubject: "={{ $fromAI('id', '', 'string') }}",
			}),
			calls: [{ text: 'Hello', id: 'user-of-the-model' }],
		});
		console.log(
			how,
			run.error,
			JSON.stringify(answersOf(run)),
			JSON.stringify(bench.bodies()),
			run.nodes.Braze?.error,
		);
	}
});
