import { CREDENTIAL_TYPE, credentialFor, NODE_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import { FULL_KEY } from '../sandbox/keys.cts';
import type { N8nClient } from '../playground/n8nClient.cts';

const PATH = 'send';
const CREDENTIAL_NAME = 'Braze (sandbox)';
/** "Price drop" of the sandbox. */
const CAMPAIGN_ID = 'c0000000-0000-4000-8000-000000000004';

const chain = ['Webhook', 'Split Out', 'Braze', 'Respond to Webhook'];

const workflow = (credentialId: string): ExportedWorkflow => ({
	name: 'A list of users, by webhook',
	nodes: [
		{
			id: 'webhook',
			name: chain[0],
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: PATH,
			parameters: { httpMethod: 'POST', path: PATH, responseMode: 'responseNode', options: {} },
		},
		{
			id: 'split',
			name: chain[1],
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [220, 0],
			parameters: { fieldToSplitOut: 'body.users', options: {} },
		},
		{
			id: 'braze',
			name: chain[2],
			type: NODE_TYPE,
			typeVersion: 1,
			position: [440, 0],
			parameters: {
				resource: 'campaignTrigger',
				campaignId: { __rl: true, mode: 'id', value: CAMPAIGN_ID },
				externalUserId: '={{ $json.external_user_id }}',
				recipientTriggerPropertiesSource: 'inputFields',
			},
			credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: CREDENTIAL_NAME } },
		},
		{
			id: 'respond',
			name: chain[3],
			type: 'n8n-nodes-base.respondToWebhook',
			typeVersion: 1.1,
			position: [660, 0],
			parameters: {
				respondWith: 'json',
				responseBody: '={{ { execution: $execution.id, users: $input.all().length } }}',
				options: {},
			},
		},
	],
	connections: Object.fromEntries(
		chain
			.slice(1)
			.map((node, index) => [chain[index], { main: [[{ node, type: 'main', index: 0 }]] }]),
	),
});

/**
 * Saves and activates a workflow that sends the users of a webhook's body.
 *
 * @returns the address that takes `{ "users": [...] }`
 */
export async function publishWorkflow(client: N8nClient, sandboxUrl: string): Promise<string> {
	const credential = await client.createCredential(
		CREDENTIAL_NAME,
		CREDENTIAL_TYPE,
		credentialFor(sandboxUrl, FULL_KEY),
	);
	const { id } = await client.createWorkflow(workflow(credential.id));
	const { versionId } = await client.call<{ versionId: string }>('GET', `/rest/workflows/${id}`);
	await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	return `${client.url}/webhook/${PATH}`;
}
