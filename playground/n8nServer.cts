import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

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
}

/** A running n8n, on loopback only. */
export interface N8nServer {
	url: string;
	logFile: string;
	process: ChildProcess;
	stop(): Promise<void>;
}

const STARTUP_TIMEOUT_MS = 180_000;
const POLL_MS = 500;
const STOP_TIMEOUT_MS = 15_000;

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

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

/**
 * Starts n8n and waits until it answers.
 *
 * @throws Error where it ends or does not answer within three minutes; the message names the log file
 */
export async function startN8n({
	installation,
	dataDirectory,
	port,
	environment = {},
}: N8nServerOptions): Promise<N8nServer> {
	mkdirSync(dataDirectory, { recursive: true });
	const logFile = path.join(dataDirectory, 'n8n.log');
	const bin = path.join(installation.directory, 'node_modules', 'n8n', 'bin', 'n8n');
	if (!existsSync(bin)) throw new Error(`n8n is not installed in ${installation.directory}`);
	const child = spawn(installation.node, [bin, 'start'], {
		env: { ...n8nEnvironment(dataDirectory, port), ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const log = createWriteStream(logFile, { flags: 'a' });
	child.stdout.pipe(log);
	child.stderr.pipe(log);

	const server: N8nServer = {
		url: `http://127.0.0.1:${port}`,
		logFile,
		process: child,
		stop: async () => await stop(child),
	};
	await untilReady(server);
	return server;
}

async function untilReady({ url, logFile, process: child }: N8nServer): Promise<void> {
	const deadline = Date.now() + STARTUP_TIMEOUT_MS;
	while (Date.now() < deadline) {
		if (child.exitCode !== null) {
			throw new Error(`n8n ended with code ${child.exitCode}; its log is ${logFile}`);
		}
		if (await answers(`${url}/healthz/readiness`)) return;
		await pause(POLL_MS);
	}
	await stop(child);
	throw new Error(`n8n gave no answer in ${STARTUP_TIMEOUT_MS / 1000} s; its log is ${logFile}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		// not listening yet
		return false;
	}
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
	await ended;
	clearTimeout(timer);
}
