import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { readExamples } from '../demo/readExamples.cts';
import { CREDENTIAL_TYPE, credentialFor, NODE_TYPE, TRIGGER_TYPE } from '../engine/brazeNode.cts';
import { startSandbox } from '../sandbox/sandbox.cts';
import { FULL_KEY } from '../sandbox/keys.cts';
import type { Sandbox } from '../sandbox/sandbox.cts';
import {
	CURRENTS_WORKFLOW,
	makeEventBatches,
	publishTrigger,
	sendBatches,
	TRIGGER,
} from './currents.cts';
import { buildNode, installN8n, installNode } from './install.cts';
import { N8nClient } from './n8nClient.cts';
import type { Credential } from './n8nClient.cts';
import { startN8n } from './n8nServer.cts';
import { assertFree } from './ports.cts';
import { interruption, runUntilSignal } from './programs.cts';
import { itemsOf, readRun } from './runs.cts';
import type { RunData } from './runs.cts';
import { withCredential } from './start.cts';
import { BRAZE, saveWithBraze, START } from './workflows.cts';

const PORT = 5808;
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
	const credential = await createCredential(client, sandbox.url);
	const good = await client.testCredential(credential);
	check('A good key passes the test', good, good.status === 'OK');
	const data = { ...credential.data, apiKey: 'wrong' };
	const wrong = await client.testCredential({ ...credential, data });
	// n8n 1 loses the answer on its way to the credential's own sentences, and says this for every 401
	const isRefused = wrong.status === 'Error' && wrong.message.startsWith('Authorization failed');
	check('A wrong key fails the test, in words', wrong, isRefused);
	return credential;
}

async function createCredential(client: N8nClient, url: string): Promise<Credential> {
	const data = credentialFor(url, FULL_KEY);
	const { id, name } = await client.createCredential(`Braze at ${url}`, CREDENTIAL_TYPE, data);
	return { id, name, type: CREDENTIAL_TYPE, data };
}

async function checkSend({ client, sandbox }: Running, credential: Credential): Promise<void> {
	const before = sandbox.requests.length;
	const { resultData } = await send(client, credential);
	check('A send fails nowhere', resultData.error?.message ?? 'no failure', !resultData.error);
	const output = resultData.runData[BRAZE][0].data.main[0].map(({ json }) => json);
	check('Its output is a success', output, output.length === 1 && output[0].message === 'success');
	const sent = sandbox.requests
		.slice(before)
		.map(({ method, path, body, status }) => ({ method, path, body, status }));
	const isRight = sent.length === 1 && sent[0].path === '/messages/send' && sent[0].status === 201;
	check('One request reached the sandbox', sent, isRight);
	const got = sandbox.deliveries.map(({ userId, channel }) => ({ userId, channel }));
	check('One message reached the user', got, got.length === 1);
}

/** n8n 1 does not tell how far a request came, so that even one that never left counts as one that may have been sent. */
async function checkUnreachable({ client }: Running): Promise<void> {
	const nobody = await createCredential(client, 'http://127.0.0.1:9');
	const { resultData } = await send(client, nobody, { maxAttempts: 1 });
	const message = resultData.error?.message;
	const isRight = message?.includes('may have been sent') === true;
	check('Without a connection it claims neither that nor the opposite', message, isRight);
}

/** Whether a refused request is tried again, and sends once. */
async function checkRetry({ client, sandbox }: Running, credential: Credential): Promise<void> {
	sandbox.reset();
	sandbox.faults.use({ script: ['429-epoch-reset', '500'], retryAfterSeconds: 1 });
	const { resultData } = await send(client, credential);
	const answers = sandbox.requests.map(({ status }) => status);
	const isRight = answers.join() === '429,500,201' && sandbox.deliveries.length === 1;
	check('What was not sent is tried again', resultData.error?.message ?? answers, isRight);
}

/** Every example workflow, as it is in the repository. */
async function checkExamples({ client, sandbox }: Running, { id }: Credential): Promise<void> {
	for (const { workflow: example } of readExamples()) {
		sandbox.reset();
		const saved = await client.createWorkflow(withCredential(example, id));
		const trigger = example.nodes.find(({ type }) => type.endsWith('Trigger'))?.name ?? '';
		const { resultData } = await finished(
			client,
			(await client.run(saved.id, trigger)).executionId,
		);
		const answers = sandbox.requests.map(({ status }) => status);
		const sends = example.nodes.some(({ type }) => type === NODE_TYPE);
		const isRight =
			!resultData.error &&
			answers.length > 0 === sends &&
			answers.every((status) => status && status < 300);
		check(`Example "${example.name}"`, resultData.error?.message ?? answers, isRight);
	}
}

async function send(
	client: N8nClient,
	credential: Credential,
	options: { maxAttempts?: number } = {},
): Promise<RunData> {
	const parameters = {
		externalUserId: '={{ $json.user }}',
		channels: ['sms'],
		smsSubscriptionGroupId: '50000000-0000-4000-8000-000000000001',
		smsBody: 'Sent from the oldest n8n',
		smsAppId: 'a9000000-0000-4000-8000-000000000001',
		options,
	};
	const items = [{ user: 'user-001' }];
	const name = `One send with ${credential.name}`;
	const id = await saveWithBraze(client, name, parameters, credential, items);
	return await finished(client, (await client.run(id, START)).executionId);
}

async function finished(client: N8nClient, executionId: string): Promise<RunData> {
	const deadline = Date.now() + RUN_TIMEOUT_MS;
	while (Date.now() < deadline) {
		const { status, data } = await client.execution(executionId);
		// n8n saves the state of a run first and the run itself a moment later
		const run = readRun(data, directory);
		if (run && !['new', 'running'].includes(status)) return run;
		await pause(POLL_MS);
	}
	throw new Error(`The run took longer than ${RUN_TIMEOUT_MS / 1000} s`);
}

/** Whether a batch of Currents starts an execution with an item for each event, and a wrong secret none. */
async function checkTrigger({ client }: Running): Promise<void> {
	const node = (await client.types('nodes')).find(({ name }) => name === TRIGGER_TYPE);
	check('The trigger is listed', node?.displayName, node?.displayName === 'Braze Trigger');
	const urls = await publishTrigger(client, [client.url]);
	const [batch] = makeEventBatches(1);
	const refused = await fetch(urls[0], { method: 'POST', body: batch.body });
	check('A batch without the secret is refused', refused.status, refused.status === 401);
	const [answer] = await sendBatches(urls, [batch], { parallel: 1 });
	const { status, text } = answer;
	check('A batch of Currents is taken', { status, text }, status === 200);
	const id = await newestExecution(client, CURRENTS_WORKFLOW);
	const ids = itemsOf(await finished(client, id), TRIGGER).map((event) => event.id);
	const isWhole = ids.join() === batch.ids.join();
	check('Every event of it is an item of one execution', ids.length, isWhole);
}

async function newestExecution(client: N8nClient, name: string): Promise<string> {
	const workflow = (await client.workflows()).find((each) => each.name === name);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow?.id }));
	const deadline = Date.now() + RUN_TIMEOUT_MS;
	while (Date.now() < deadline) {
		const { results } = await client.call<{ results: Array<{ id: string }> }>(
			'GET',
			`/rest/executions?filter=${filter}`,
		);
		if (results.length > 1) throw new Error(`"${name}" has ${results.length} executions, not one`);
		if (results[0]) return results[0].id;
		await pause(POLL_MS);
	}
	throw new Error(`"${name}" has no execution`);
}

async function checkAll(running: Running): Promise<void> {
	await running.client.signIn();
	const { versionCli } = await running.client.call<{ versionCli: string }>('GET', '/rest/settings');
	console.log(`n8n ${versionCli}, Node.js ${process.version}`);
	await checkLoaded(running);
	await checkTrigger(running);
	const credential = await checkCredential(running);
	await checkSend(running, credential);
	await checkUnreachable(running);
	await checkRetry(running, credential);
	await checkExamples(running, credential);
	console.log('All of it works.');
}

/** Runs the packed nodes in the oldest n8n that is still maintained: do they load, send, and start a workflow? */
async function main(signal: AbortSignal): Promise<void> {
	await assertFree(PORT, 'n8n');
	await assertFree(PORT + 1, 'the task runners of n8n');
	const dataDirectory = path.join(__dirname, 'data', 'oldest');
	rmSync(dataDirectory, { recursive: true, force: true });
	const installation = await installN8n(directory, '2 GB and 5 minutes', signal);
	console.log('Building, packing and installing the node …');
	await buildNode(signal);
	await installNode(dataDirectory, signal);
	const sandbox = await startSandbox();
	try {
		console.log('Starting n8n (about 30 seconds) …');
		const n8n = await startN8n({ installation, dataDirectory, port: PORT, environment, signal });
		try {
			const checks = checkAll({ client: new N8nClient(n8n.url), sandbox });
			await Promise.race([checks, interruption(signal)]);
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.close();
	}
}

void runUntilSignal(main, 1);
