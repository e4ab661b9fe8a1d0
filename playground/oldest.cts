import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../sandbox/sandbox.cts';
import type { Sandbox } from '../sandbox/sandbox.cts';
import { buildNode, installN8n, installNode } from './install.cts';
import { N8nClient } from './n8nClient.cts';
import type { Credential } from './n8nClient.cts';
import { startN8n } from './n8nServer.cts';
import { assertFree } from './ports.cts';

const PORT = 5808;
const NODE_TYPE = 'n8n-nodes-braze.braze';
const NODE_NAME = 'Braze';
const CREDENTIAL_TYPE = 'brazeApi';
const TRIGGER = 'Start';
const TEXT = 'Sent from the oldest n8n';
const RUN_TIMEOUT_MS = 60_000;
const POLL_MS = 200;

const directory = path.join(__dirname, 'n8n-1');
// the isolated engine for expressions is compiled on installation, which scripts turned off leave out
const environment = { N8N_EXPRESSION_ENGINE: 'legacy' };

/** A started n8n and a local Braze. */
interface Running {
	client: N8nClient;
	sandbox: Sandbox;
}

/** What a finished run holds, as far as it is looked at here. */
interface RunData {
	resultData: {
		error?: { message: string };
		runData: Record<string, Array<{ data: { main: Array<Array<{ json: IDataObject }>> } }>>;
	};
}

/**
 * Prints what was looked at.
 *
 * @throws Error where it is not as it should be
 */
function check(what: string, found: unknown, isRight: boolean): void {
	console.log(`${isRight ? '  ok ' : 'NOT OK'} ${what}: ${JSON.stringify(found)}`);
	if (!isRight) throw new Error(`${what} is not as it should be`);
}

async function checkLoaded({ client }: Running): Promise<void> {
	const node = (await client.types('nodes')).find(({ name }) => name === NODE_TYPE);
	check('The node is listed', node?.displayName, node?.displayName === 'Braze');
	const type = (await client.types('credentials')).find(({ name }) => name === CREDENTIAL_TYPE);
	check('The credential is listed', type?.displayName, type?.displayName === 'Braze API');
}

async function checkCredential({ client, sandbox }: Running): Promise<Credential> {
	const data = {
		instance: 'custom',
		customUrl: sandbox.url,
		apiKey: 'sandbox-full-access-key',
	};
	const { id, name } = await client.createCredential('Braze', CREDENTIAL_TYPE, data);
	const credential = { id, name, type: CREDENTIAL_TYPE, data };
	const good = await client.testCredential(credential);
	check('A good key passes the test', good, good.status === 'OK');
	const wrong = await client.testCredential({ ...credential, data: { ...data, apiKey: 'wrong' } });
	check(
		'A wrong key is refused in words',
		wrong,
		wrong.status === 'Error' && wrong.message.startsWith('Braze does not know this key'),
	);
	return credential;
}

async function checkSend({ client, sandbox }: Running, { id, name }: Credential): Promise<void> {
	const workflow = await client.createWorkflow({
		name: 'One send',
		nodes: [
			{
				id: 'start',
				name: TRIGGER,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'braze',
				name: NODE_NAME,
				type: NODE_TYPE,
				typeVersion: 1,
				position: [220, 0],
				parameters: {
					externalUserId: '={{ $json.user }}',
					channels: ['sms'],
					smsSubscriptionGroupId: '50000000-0000-4000-8000-000000000001',
					smsBody: TEXT,
				},
				credentials: { [CREDENTIAL_TYPE]: { id, name } },
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		pinData: { [TRIGGER]: [{ json: { user: 'user-001' } }] },
	});
	const before = sandbox.requests.length;
	const { executionId } = await client.run(workflow.id, TRIGGER);
	const { resultData } = await finished(client, executionId);
	check('The run fails nowhere', resultData.error?.message ?? 'no failure', !resultData.error);
	const output = resultData.runData[NODE_NAME][0].data.main[0].map(({ json }) => json);
	check('The output is a success', output, output.length === 1 && output[0].message === 'success');
	const sent = sandbox.requests
		.slice(before)
		.map(({ method, path, body, status }) => ({ method, path, body, status }));
	check(
		'One request reached the sandbox',
		sent,
		sent.length === 1 && sent[0].path === '/messages/send' && sent[0].status === 201,
	);
}

async function finished(client: N8nClient, executionId: string): Promise<RunData> {
	// the copy that n8n wrote the run with
	const require = createRequire(path.join(directory, 'node_modules', 'n8n', 'package.json'));
	const { parse } = require('flatted') as { parse: (text: string) => unknown };
	const deadline = Date.now() + RUN_TIMEOUT_MS;
	while (Date.now() < deadline) {
		const { status, data } = await client.execution(executionId);
		if (!['new', 'running'].includes(status)) return parse(data) as RunData;
		await pause(POLL_MS);
	}
	throw new Error(`The run took longer than ${RUN_TIMEOUT_MS / 1000} s`);
}

/** Runs the packed node in the oldest n8n that is still maintained: does it load, and does it send? */
async function main(): Promise<void> {
	await assertFree(PORT, 'n8n');
	await assertFree(PORT + 1, 'the task runners of n8n');
	const dataDirectory = path.join(__dirname, 'data', 'oldest');
	rmSync(dataDirectory, { recursive: true, force: true });
	const installation = await installN8n(directory, '2 GB and 5 minutes');
	console.log('Building, packing and installing the node …');
	await buildNode();
	await installNode(dataDirectory);
	const sandbox = await startSandbox();
	try {
		console.log('Starting n8n (about 30 seconds) …');
		const n8n = await startN8n({ installation, dataDirectory, port: PORT, environment });
		try {
			const client = new N8nClient(n8n.url);
			await client.signIn();
			const { versionCli } = await client.call<{ versionCli: string }>('GET', '/rest/settings');
			console.log(`n8n ${versionCli}, Node.js ${process.version}`);
			const running = { client, sandbox };
			await checkLoaded(running);
			await checkSend(running, await checkCredential(running));
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
