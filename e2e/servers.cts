import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';

import { installN8nAndNode } from '../playground/install.cts';
import { N8nClient } from '../playground/n8nClient.cts';
import { startN8n } from '../playground/n8nServer.cts';
import { fill } from '../playground/start.cts';
import { startSandbox } from '../sandbox/sandbox.cts';
import { longSeed } from './seed.cts';

const N8N_PORT = 5778;

const screenshots = path.join(__dirname, 'screenshots');

/** Lies there once n8n runs, by which `.ci/e2e` tells a machine that cannot run it from a test that fails. */
const n8nRuns = path.join(screenshots, '.n8n-runs');

/**
 * Another n8n on the port would answer in place of the one that is started, and its credential would be overwritten.
 *
 * @throws Error where something listens on the port
 */
async function refuseTakenPort(port: number): Promise<void> {
	const socket = connect({ host: '127.0.0.1', port });
	try {
		await once(socket, 'connect');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return;
		throw error;
	} finally {
		socket.destroy();
	}
	throw new Error(`Port ${port} is taken: another run of these tests? End it, or wait for its end`);
}

let stop: (() => Promise<void>) | undefined;

/**
 * Starts a real n8n with the packed node and an empty data folder, and a local Braze.
 * E2E_N8N_URL and E2E_SANDBOX_URL name a playground that runs already.
 */
export async function startServers(): Promise<void> {
	mkdirSync(screenshots, { recursive: true });
	rmSync(n8nRuns, { force: true });
	if (process.env.E2E_N8N_URL && process.env.E2E_SANDBOX_URL) return;
	await refuseTakenPort(N8N_PORT);
	const playground = path.resolve(__dirname, '..', 'playground');
	const dataDirectory = path.join(playground, 'data', 'e2e');
	rmSync(dataDirectory, { recursive: true, force: true });
	const installation = await installN8nAndNode(dataDirectory);
	// jest ends at once on a Ctrl-C; what is left of n8n ends with this process
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
		process.once(name, () => process.exit(1));
	const sandbox = await startSandbox({ seed: longSeed() });
	stop = async () => await sandbox.close();
	const n8n = await startN8n({ installation, dataDirectory, port: N8N_PORT });
	writeFileSync(n8nRuns, '');
	stop = async () => {
		await Promise.all([n8n.stop(), sandbox.close()]);
	};
	await fill(new N8nClient(n8n.url), sandbox.url);
	process.env.E2E_N8N_URL = n8n.url;
	process.env.E2E_SANDBOX_URL = sandbox.url;
}

export async function stopServers(): Promise<void> {
	await stop?.();
}
