import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { readExamples } from '../demo/readExamples.cts';
import { CREDENTIAL_TYPE, credentialFor, NODE_TYPE, TRIGGER_TYPE } from '../engine/brazeNode.cts';
import type { ExportedWorkflow } from '../engine/engine.cts';
import { startSandbox } from '../sandbox/sandbox.cts';
import { FULL_KEY } from '../sandbox/keys.cts';
import { callbackUrl, contentTag, pointAt, triggersOf } from './braze.cts';
import type { TriggerAddress } from './braze.cts';
import { checkBothWays } from './check.cts';
import { buildNode, installN8n, installNode, isNodeCurrent } from './install.cts';
import { N8nClient, owner } from './n8nClient.cts';
import { endedEarly, startN8n } from './n8nServer.cts';
import { assertFree } from './ports.cts';
import { interruption, runUntilSignal } from './programs.cts';

const USAGE = 'npm run playground -- [--port N] [--sandbox-port N] [--check]';
const N8N_PORT = 5678;
const SANDBOX_PORT = 5690;
const CREDENTIAL_NAME = 'Braze (sandbox)';

/** Points the Braze nodes of a workflow at a credential of this n8n. */
export function withCredential(workflow: ExportedWorkflow, credentialId: string): ExportedWorkflow {
	return {
		...workflow,
		nodes: workflow.nodes.map((node) =>
			node.type === NODE_TYPE
				? {
						...node,
						credentials: { [CREDENTIAL_TYPE]: { id: credentialId, name: CREDENTIAL_NAME } },
					}
				: node,
		),
	};
}

/** Creates the credential and the example workflows that are not there yet. */
export async function fill(client: N8nClient, sandboxUrl: string): Promise<void> {
	await client.signIn();
	const data = credentialFor(sandboxUrl, FULL_KEY);
	const known = (await client.credentials()).find(({ name }) => name === CREDENTIAL_NAME);
	// the sandbox may have another port than at the last start
	const credential = known
		? await client.updateCredential({ ...known, data })
		: await client.createCredential(CREDENTIAL_NAME, CREDENTIAL_TYPE, data);
	const names = new Set((await client.workflows()).map(({ name }) => name));
	// n8n shows what was saved last first
	for (const { workflow } of readExamples().reverse()) {
		if (names.has(workflow.name ?? '')) continue;
		const { id } = await client.createWorkflow(withCredential(workflow, credential.id));
		// Braze gives a Current up that nobody listens to, so what it calls is active from the start.
		if (workflow.nodes.some(({ type }) => type === TRIGGER_TYPE)) await client.activate(id);
	}
}

interface Flags {
	n8n: number;
	sandbox: number;
	/** Whether everything that is shown is tried, and all ends then. */
	isCheck: boolean;
}

function readFlags(): Flags {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: String(N8N_PORT) },
			'sandbox-port': { type: 'string', default: String(SANDBOX_PORT) },
			check: { type: 'boolean', default: false },
		},
	});
	const [n8n, sandbox] = [values.port, values['sandbox-port']].map((port) => {
		if (!/^\d+$/.test(port)) throw new Error(`A port must be a number. ${USAGE}`);
		return Number(port);
	});
	return { n8n, sandbox, isCheck: values.check };
}

/** Sets everything up, and ends it all when the signal comes or n8n ends. */
async function play({ isCheck, ...ports }: Flags, signal: AbortSignal): Promise<void> {
	await assertFree(ports.n8n, 'n8n', USAGE);
	await assertFree(ports.n8n + 1, 'the task runners of n8n', USAGE);
	await assertFree(ports.sandbox, 'the sandbox', USAGE);
	const installation = await installN8n(__dirname, undefined, signal);
	const dataDirectory = path.join(__dirname, isCheck ? 'data/check' : 'data');
	if (isCheck) rmSync(dataDirectory, { recursive: true, force: true });
	if (!isNodeCurrent(dataDirectory)) {
		console.log('Building, packing and installing the node (about 30 seconds) …');
		await buildNode(signal);
		await installNode(dataDirectory, signal);
	}
	const sandbox = await startSandbox({ port: ports.sandbox });
	try {
		console.log('Starting n8n (about 30 seconds) …');
		const n8n = await startN8n({ installation, dataDirectory, port: ports.n8n, signal });
		try {
			const client = new N8nClient(n8n.url);
			await fill(client, sandbox.url);
			signal.throwIfAborted();
			const triggers = triggersOf(
				readExamples().map(({ workflow }) => workflow),
				n8n.url,
			);
			pointAt(sandbox, triggers);
			print(n8n.url, sandbox.url, triggers);
			await Promise.race([
				isCheck ? checkBothWays(client, sandbox.url, triggers) : interruption(signal),
				once(n8n.process, 'exit').then(() => Promise.reject(endedEarly(n8n))),
			]);
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.close();
	}
}

/** A heading and what is to be copied below it; nothing where there is nothing to copy. */
const toCopy = (heading: string, text: string | undefined): string[] =>
	text === undefined ? [] : ['', heading, text];

function print(n8nUrl: string, sandboxUrl: string, triggers: TriggerAddress[]): void {
	console.log(
		[
			'',
			`n8n      ${n8nUrl}   ${owner.email} / ${owner.password}`,
			`Sandbox  ${sandboxUrl}/sandbox/inbox   what arrived, schedules, and what Braze sent`,
			'',
			'To Braze: open a workflow, click Execute Workflow, and look at the inbox.',
			'From Braze: reply to an SMS or let an email bounce in the inbox. A second later the event',
			'reaches the workflows with a Braze Trigger, which are active; see their executions in n8n.',
			...toCopy(
				'Content while Braze renders: put this into the text of a message, then {{reply.code}}:',
				contentTag(triggers),
			),
			...toCopy(
				'An export that says when it is ready: give this to Segment → Export as Callback URL:',
				callbackUrl(triggers, 'playground'),
			),
			'',
			'Ctrl-C ends both.',
		].join('\n'),
	);
}

if (require.main === module) {
	void runUntilSignal(async (signal) => await play(readFlags(), signal));
}
