import type { IDataObject, INode } from 'n8n-workflow';

import type { ExportedWorkflow } from './engine.cts';

/** n8n's names for the types of this package: those of the node in a workflow and of its credential. */
export const NODE_TYPE = 'n8n-nodes-braze.braze';
export const TRIGGER_TYPE = 'n8n-nodes-braze.brazeTrigger';
export const CREDENTIAL_TYPE = 'brazeApi';

/** @returns what a credential for a Braze at an address of its own holds */
export const credentialFor = (
	url: string,
	apiKey: string,
	more: Record<string, string> = {},
): { instance: string; customUrl: string; apiKey: string } => ({
	...more,
	instance: 'custom',
	customUrl: url,
	apiKey,
});

/** @returns the credentials of a run against a Braze at an address of its own, by their type */
export const credentialsFor = (
	url: string,
	apiKey: string,
	more: Record<string, string> = {},
): Record<string, ReturnType<typeof credentialFor>> => ({
	[CREDENTIAL_TYPE]: credentialFor(url, apiKey, more),
});

/** @returns a workflow of the node *Source*, which hands out the items of the run, and the node *Braze* */
export function sourceAndBraze(
	parameters: IDataObject,
	settings: Partial<INode> = {},
): ExportedWorkflow {
	return {
		nodes: [
			{
				id: '1',
				name: 'Source',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '2',
				name: 'Braze',
				type: NODE_TYPE,
				typeVersion: 1,
				position: [200, 0],
				parameters: parameters as INode['parameters'],
				credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Braze' } },
				...settings,
			},
		],
		connections: { Source: { main: [[{ node: 'Braze', type: 'main', index: 0 }]] } },
	};
}
