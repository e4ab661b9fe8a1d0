import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { installN8nAndNode } from '../playground/install.cts';
import { launchN8n, untilReady, WORKER_PATHS } from '../playground/n8nServer.cts';
import type { N8nInstallation, N8nServer } from '../playground/n8nServer.cts';
import type { Ending } from './ending.cts';
import { findPrograms, servicesEnvironment, startPostgres, startRedis } from './services.cts';

const MAIN_PORT = 5700;
/** Each n8n also takes the port after its own, for its task broker. */
const FIRST_WORKER_PORT = 5702;
const FIRST_WEBHOOK_PORT = 5720;
const POSTGRES_PORT = 5738;
const REDIS_PORT = 5739;

/** n8n as a main process and workers, with the database and the queue that they share. */
export interface Cluster {
	main: N8nServer;
	workers: Worker[];
	/** Processes that take webhooks and nothing else. */
	webhooks: N8nServer[];
}

/** A worker, and what it has told of itself. */
export interface Worker {
	name: string;
	server: N8nServer;
	/** @returns IDs of the executions that it has started and of those that it has finished */
	executions(): { started: Set<string>; finished: Set<string> };
}

export interface ClusterOptions {
	/** Folder for everything; must not be in use. */
	directory: string;
	workers: number;
	/** Processes that take webhooks in place of the main one; none by default. */
	webhooks?: number;
	/** Executions that one worker runs at once. */
	concurrency: number;
	/** Further environment variables for every n8n. */
	environment: NodeJS.ProcessEnv;
	ending: Ending;
	/** Ends the start. */
	signal: AbortSignal;
}

/** Starts Redis, PostgreSQL, a main n8n, its workers and webhook processes, each n8n with the packed node in a folder of its own. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
	const { directory, ending, signal } = options;
	const programs = findPrograms();
	const mainDirectory = path.join(directory, 'main');
	const installation = await installN8nAndNode(mainDirectory, signal);
	console.log('Starting Redis, PostgreSQL and n8n …');
	const service = { programs, ending };
	await startRedis({ ...service, directory: path.join(directory, 'redis'), port: REDIS_PORT });
	await startPostgres({
		...service,
		directory: path.join(directory, 'postgres'),
		port: POSTGRES_PORT,
	});
	const environment = {
		EXECUTIONS_MODE: 'queue',
		...servicesEnvironment(REDIS_PORT, POSTGRES_PORT),
		...options.environment,
	};
	const main = await launchN8n({
		installation,
		dataDirectory: mainDirectory,
		port: MAIN_PORT,
		environment,
		signal,
	});
	ending.add(main.stop);
	// it creates the tables that the workers read
	await untilReady(main, undefined, signal);
	const shared = { ...options, environment };
	const workers = await Promise.all(
		numbers(options.workers).map(async (index) => await launchWorker(index, shared, installation)),
	);
	const webhooks = await Promise.all(
		numbers(options.webhooks ?? 0).map(
			async (index) =>
				await launchMember({
					...shared,
					installation,
					name: `webhook-${index + 1}`,
					port: FIRST_WEBHOOK_PORT + 2 * index,
					command: ['webhook'],
				}),
		),
	);
	await Promise.all(
		[...workers.map(({ server }) => server), ...webhooks].map(
			async (server) => await untilReady(server, WORKER_PATHS, signal),
		),
	);
	return { main, workers, webhooks };
}

const numbers = (count: number): number[] => [...Array(count).keys()];

async function launchWorker(
	index: number,
	options: ClusterOptions,
	installation: N8nInstallation,
): Promise<Worker> {
	const name = `worker-${index + 1}`;
	const port = FIRST_WORKER_PORT + 2 * index;
	const server = await launchMember({
		...options,
		installation,
		name,
		port,
		environment: {
			...options.environment,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: String(port),
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		},
		command: ['worker', `--concurrency=${options.concurrency}`],
	});
	return { name, server, executions: () => readExecutions(server.logFile) };
}

interface Member extends ClusterOptions {
	installation: N8nInstallation;
	name: string;
	port: number;
	command: string[];
}

/** Starts a further n8n of the cluster, with a copy of what is installed in the main one. */
async function launchMember(member: Member): Promise<N8nServer> {
	const { directory, installation, name, port, environment, signal, command, ending } = member;
	const dataDirectory = path.join(directory, name);
	cpSync(path.join(directory, 'main', '.n8n', 'nodes'), path.join(dataDirectory, '.n8n', 'nodes'), {
		recursive: true,
	});
	const server = await launchN8n({
		installation,
		dataDirectory,
		port,
		environment,
		signal,
		command,
	});
	ending.add(server.stop);
	return server;
}

// n8n's own record does not say which worker ran an execution; the log of the worker does
function readExecutions(logFile: string): ReturnType<Worker['executions']> {
	const log = readFileSync(logFile, 'utf8');
	const ids = (verb: string): Set<string> =>
		new Set(
			[...log.matchAll(new RegExp(`Worker ${verb} execution (\\d+)`, 'g'))].map(([, id]) => id),
		);
	return { started: ids('started'), finished: ids('finished') };
}

/** @returns the most memory that a process has held so far, in MB; undefined where it has ended */
export function peakMb(pid: number | undefined): number | undefined {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
		return kilobytes ? Math.round(Number(kilobytes) / 1024) : undefined;
	} catch (error) {
		// the process has ended
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}
