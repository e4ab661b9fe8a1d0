import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ExportedWorkflow } from '../engine/engine.cts';
import { startSandbox } from '../sandbox/sandbox.cts';
import { installN8n, installNode } from './install.cts';
import { N8nClient, owner } from './n8nClient.cts';
import { startN8n } from './n8nServer.cts';

const N8N_PORT = 5678;
const SANDBOX_PORT = 5690;
const CREDENTIAL_NAME = 'Braze (sandbox)';
const API_KEY = 'sandbox-full-access-key';

const examplesDirectory = path.resolve(__dirname, '..', 'examples');

export const readExamples = (): ExportedWorkflow[] =>
	readdirSync(examplesDirectory)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map(
			(file) =>
				JSON.parse(readFileSync(path.join(examplesDirectory, file), 'utf8')) as ExportedWorkflow,
		);

/** Points the Braze nodes of a workflow at a credential of this n8n. */
export function withCredential(workflow: ExportedWorkflow, credentialId: string): ExportedWorkflow {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.type.endsWith('.braze')
				? { ...node, credentials: { brazeApi: { id: credentialId, name: CREDENTIAL_NAME } } }
				: node,
		),
	};
}

/** Creates the credential and the example workflows that are not there yet. */
export async function fill(client: N8nClient, sandboxUrl: string): Promise<void> {
	await client.signIn();
	const known = (await client.credentials()).find(({ name }) => name === CREDENTIAL_NAME);
	const credential =
		known ??
		(await client.createCredential(CREDENTIAL_NAME, 'brazeApi', {
			instance: 'custom',
			customUrl: sandboxUrl,
			apiKey: API_KEY,
		}));
	const names = new Set((await client.workflows()).map(({ name }) => name));
	for (const workflow of readExamples()) {
		if (names.has(workflow.name ?? '')) continue;
		await client.createWorkflow(withCredential(workflow, credential.id));
	}
}

async function main(): Promise<void> {
	const installation = installN8n(__dirname);
	const dataDirectory = path.join(__dirname, 'data');
	console.log('Packing and installing the node …');
	installNode(dataDirectory);
	const sandbox = await startSandbox({ port: SANDBOX_PORT });
	console.log('Starting n8n (about 30 seconds) …');
	const n8n = await startN8n({ installation, dataDirectory, port: N8N_PORT });
	const end = async (): Promise<void> => {
		await Promise.all([n8n.stop(), sandbox.close()]);
		process.exit(0);
	};
	process.once('SIGINT', () => void end());
	process.once('SIGTERM', () => void end());
	await fill(new N8nClient(n8n.url), sandbox.url);
	console.log(
		[
			'',
			`n8n      ${n8n.url}   ${owner.email} / ${owner.password}`,
			`Sandbox  ${sandbox.url}/sandbox/inbox   what arrived, and schedules`,
			'',
			'Open a workflow, click Execute Workflow, and look at the inbox. Ctrl-C ends both.',
		].join('\n'),
	);
}

if (require.main === module) {
	main().catch((error: Error) => {
		console.error(error.message);
		process.exit(1);
	});
}
