import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { READY } from './job.cts';
import type { Cost, Job } from './job.cts';
import { shareOfMachine, waitForQuiet } from './quiet.cts';
import type { Counted, ServerCommand } from './server.cts';

/** n8n's expression engine in an isolate comes built for this version. */
const NODE_MAJOR = 24;

/** Installs what only the bench needs, once. */
export function install(): void {
	if (existsSync(path.join(__dirname, 'node_modules', 'n8n-nodes-base'))) return;
	console.log('Installing what only the bench needs (once, about 1 GB) ...');
	execFileSync('npm', ['ci'], {
		cwd: __dirname,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
}

/** @returns the Node that runs the measured processes: this one where it fits, otherwise the one installed for the bench */
export function nodePath(): string {
	if (process.versions.node.startsWith(`${NODE_MAJOR}.`)) return process.execPath;
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const directory = path.join(__dirname, 'node_modules', `node-${system}-${process.arch}`, 'bin');
	const found = ['node', 'node.exe'].map((name) => path.join(directory, name)).find(existsSync);
	if (!found) throw new Error(`Run the bench with Node ${NODE_MAJOR} on this system`);
	return found;
}

/** @returns the version of the Node that runs the measured processes */
export const nodeVersion = (): string =>
	execFileSync(nodePath(), ['--version'], { encoding: 'utf8' }).trim().slice(1);

export const start = (
	file: string,
	args: string[] = [],
	nodeOptions: string[] = [],
): ChildProcess =>
	fork(path.join(__dirname, file), args, {
		execPath: nodePath(),
		execArgv: ['--no-warnings', '--expose-gc', ...nodeOptions, '-r', 'tsx/cjs'],
	});

/** @returns the next message of a process, which must not end before */
const messageOf = async <T,>(child: ChildProcess): Promise<T> =>
	await new Promise((resolve, reject) => {
		const ended = (code: number | null): void =>
			reject(new Error(`A process of the bench ended with code ${code}`));
		child.once('exit', ended);
		child.once('message', (message) => {
			child.off('exit', ended);
			resolve(message as T);
		});
	});

/** The server that answers as Braze does, in its own process. */
export class BenchServer {
	private constructor(
		private readonly child: ChildProcess,
		readonly url: string,
	) {}

	static async start(): Promise<BenchServer> {
		const child = start('server.cts');
		const { port } = await messageOf<{ port: number }>(child);
		return new BenchServer(child, `http://127.0.0.1:${port}`);
	}

	/** @returns what it counted since it was last asked */
	async ask(command: ServerCommand = {}): Promise<Counted> {
		const answer = messageOf<Counted>(this.child);
		this.child.send(command);
		return await answer;
	}

	stop(): void {
		this.child.disconnect();
	}
}

/** What one run of a case cost, and what the server saw of it. */
export interface Measured extends Cost, Counted {
	/** Share of the machine that other programs took meanwhile. */
	others: number;
}

/** Runs a case once, in a process of its own, which gets ready and waits for quiet first. */
export async function runJob(
	server: BenchServer,
	job: Job,
	{ nodeOptions, waitSeconds }: { nodeOptions: string[]; waitSeconds: number },
): Promise<Measured> {
	const child = start('worker.cts', [JSON.stringify(job)], nodeOptions);
	const first = await messageOf<unknown>(child);
	if (first !== READY) throw new Error('A process of the bench did not get ready');
	await waitForQuiet(waitSeconds);
	await server.ask();
	const told = messageOf<Cost>(child);
	child.send('go');
	const cost = await told;
	const counted = await server.ask();
	const own = cost.cpuMilliseconds + counted.serverMilliseconds;
	const others = shareOfMachine(cost.machineMilliseconds - own, cost.milliseconds);
	return { ...cost, ...counted, others };
}
