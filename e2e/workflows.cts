import type { IDataObject } from 'n8n-workflow';

import type { ExportedWorkflow } from '../engine/engine.cts';
import type { N8nClient } from '../playground/n8nClient.cts';

const START = 'Start';

/** @returns the ID of a saved workflow whose trigger gives these items, which the editor shows as pinned */
export async function saveWithItems(
	client: N8nClient,
	name: string,
	items: IDataObject[],
	further: Pick<ExportedWorkflow, 'nodes' | 'connections'> = { nodes: [], connections: {} },
): Promise<string> {
	const workflow = {
		name,
		nodes: [
			{
				id: 'start',
				name: START,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: {},
			},
			...further.nodes,
		],
		connections: further.connections,
		pinData: { [START]: items.map((json) => ({ json })) },
	};
	return (await client.createWorkflow(workflow)).id;
}

/** @returns the ID of a saved workflow of a trigger and one Braze node */
export async function saveWithBraze(
	client: N8nClient,
	name: string,
	parameters: object,
	credential: { id: string; name: string },
): Promise<string> {
	return await saveWithItems(client, name, [{}], {
		nodes: [
			{
				id: 'braze',
				name: 'Braze',
				type: 'n8n-nodes-braze.braze',
				typeVersion: 1,
				position: [220, 0],
				parameters,
				credentials: { brazeApi: credential },
			},
		] as ExportedWorkflow['nodes'],
		connections: { [START]: { main: [[{ node: 'Braze', type: 'main', index: 0 }]] } },
	});
}
