import type { IDataObject } from 'n8n-workflow';

import { CREDENTIAL_TYPE, NODE_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import type { N8nClient } from './n8nClient.cts';

/** Names of the nodes of a workflow that is saved here. */
export const START = 'Start';
export const BRAZE = 'Braze';

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

/** @returns the ID of a saved workflow of a trigger that gives these items and one Braze node */
export async function saveWithBraze(
	client: N8nClient,
	name: string,
	parameters: object,
	{ id, name: credentialName }: { id: string; name: string },
	items: IDataObject[] = [{}],
): Promise<string> {
	return await saveWithItems(client, name, items, {
		nodes: [
			{
				id: 'braze',
				name: BRAZE,
				type: NODE_TYPE,
				typeVersion: 1,
				position: [220, 0],
				parameters,
				credentials: { [CREDENTIAL_TYPE]: { id, name: credentialName } },
			},
		] as ExportedWorkflow['nodes'],
		connections: { [START]: { main: [[{ node: BRAZE, type: 'main', index: 0 }]] } },
	});
}
