import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { endProgram, isRunning, startProgram } from './programs.cts';

/** An n8n installation: where its node_modules are, and the Node.js it runs on. */
export interface N8nInstallation {
	directory: string;
	/** Path of the node binary. */
	node: string;
}

export interface N8nServerOptions {
	installation: N8nInstallation;
	/** Folder that n8n keeps its data in; the log goes there too. */
	dataDirectory: string;
	port: number;
	/** Further environment variables. */
	environment?: NodeJS.ProcessEnv;
	/** Ends n8n while it starts. */
	signal?: AbortSignal;
	/** What n8n is to be, as its command line has it. Default: an ordinary server. */
	command?: string[];
}

/** A running n8n, on loopback only. */
export interface N8nServer {
	url: string;
	logFile: string;
	process: ChildProcess;
	stop(): Promise<void>;
}

const STARTUP_TIMEOUT_MS = 180_000;
const POLL_MS = 250;
/** Lines of n8n's log that an error shows. */
const SHOWN_LOG_LINES = 15;

/** @returns the environment that keeps an n8n to itself: loopback, no telemetry, no calls to n8n's own servers */
export function n8nEnvironment(dataDirectory: string, port: number): NodeJS.ProcessEnv {
	return {
		PATH: process.env.PATH,
		HOME: dataDirectory,
		N8N_USER_FOLDER: dataDirectory,
		N8N_ENCRYPTION_KEY: 'only-for-the-local-playground',
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(port + 1),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_AI_ENABLED: 'false',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LOG_LEVEL: 'info',
	};
}

/** What answers once the database is there, and once the editor's requests are answered. */
const SERVER_PATHS = ['/healthz/readiness', '/rest/settings'];

/** A worker has no editor. */
export const WORKER_PATHS = ['/healthz/readiness'];

/**
 * Starts n8n and waits until it answers.
 *
 * @throws Error where it ends or does not answer within three minutes; the message shows the end of its log
 */
export async function startN8n(options: N8nServerOptions): Promise<N8nServer> {
	const server = await launchN8n(options);
	await untilReady(server, SERVER_PATHS, options.signal);
	return server;
}

/**
 * Starts n8n without waiting until it answers.
 *
 * @throws Error where n8n is not installed
 */
export async function launchN8n({
	installation,
	dataDirectory,
	port,
	environment = {},
	signal,
	command = ['start'],
}: N8nServerOptions): Promise<N8nServer> {
	signal?.throwIfAborted();
	mkdirSync(dataDirectory, { recursive: true });
	const logFile = path.join(dataDirectory, 'n8n.log');
	const bin = path.join(installation.directory, 'node_modules', 'n8n', 'bin', 'n8n');
	if (!existsSync(bin)) throw new Error(`n8n is not installed in ${installation.directory}`);
	const child = startProgram(installation.node, [bin, ...command], {
		env: { ...n8nEnvironment(dataDirectory, port), ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const log = createWriteStream(logFile);
	child.stdout?.pipe(log);
	child.stderr?.pipe(log);
	await once(child, 'spawn');
	return {
		url: `http://127.0.0.1:${port}`,
		logFile,
		process: child,
		stop: async () => {
			await endProgram(child);
			// a copy of the editor that n8n makes at each start, and that the linter would read for minutes
			rmSync(path.join(dataDirectory, '.cache'), { recursive: true, force: true });
		},
	};
}

/**
 * Waits until a launched n8n answers, and ends it where it does not.
 *
 * @param paths what must be answered
 * @throws Error where it ends or does not answer within three minutes; the message shows the end of its log
 */
export async function untilReady(
	server: N8nServer,
	paths = SERVER_PATHS,
	signal?: AbortSignal,
): Promise<void> {
	const deadline = Date.now() + STARTUP_TIMEOUT_MS;
	try {
		while (Date.now() < deadline) {
			signal?.throwIfAborted();
			if (!isRunning(server.process)) throw endedEarly(server);
			if (await answers(...paths.map((each) => `${server.url}${each}`))) return;
			await pause(POLL_MS);
		}
		throw new Error(`n8n gave no answer in ${STARTUP_TIMEOUT_MS / 1000} s.\n${logOf(server)}`);
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** @returns what to say of an n8n that ended by itself */
export function endedEarly(server: N8nServer): Error {
	const { exitCode, signalCode } = server.process;
	return new Error(`n8n ended with ${exitCode ?? signalCode}.\n${logOf(server)}`);
}

function logOf({ logFile }: N8nServer): string {
	const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
	return [`The end of its log, ${logFile}:`, ...lines.slice(-SHOWN_LOG_LINES)].join('\n');
}

async function answers(...urls: string[]): Promise<boolean> {
	try {
		for (const url of urls) {
			const response = await fetch(url);
			await response.arrayBuffer();
			if (!response.ok) return false;
		}
		return true;
	} catch {
		// not listening yet
		return false;
	}
}
