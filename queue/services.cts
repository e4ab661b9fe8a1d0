import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { assertFree } from '../playground/ports.cts';
import { endProgram, isRunning, startProgram } from '../playground/programs.cts';
import type { Ending } from './ending.cts';

const HOST = '127.0.0.1';
const POLL_MS = 200;
const STARTUP_TIMEOUT_MS = 60_000;
const DEBIAN_POSTGRES = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root; Debian's package brings this user. */
const POSTGRES_USER = 'postgres';

/** Where the programs are that queue mode needs beside n8n. */
export interface Programs {
	redis: string;
	/** Folder of initdb and postgres. */
	postgres: string;
}

/**
 * @returns where Redis and PostgreSQL are installed
 * @throws Error that names the Debian packages where one is missing
 */
export function findPrograms(): Programs {
	const search = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin'];
	const debian = existsSync(DEBIAN_POSTGRES)
		? readdirSync(DEBIAN_POSTGRES)
				.sort((one, other) => Number(other) - Number(one))
				.map((version) => path.join(DEBIAN_POSTGRES, version, 'bin'))
		: [];
	const redis = search
		.map((folder) => path.join(folder, 'redis-server'))
		.find((file) => existsSync(file));
	const postgres = [...search, ...debian].find((folder) =>
		['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))),
	);
	if (!redis || !postgres) {
		throw new Error(
			'Queue mode needs Redis and PostgreSQL: apt-get install redis-server postgresql',
		);
	}
	return { redis, postgres };
}

/** A server that a test has for itself. */
export interface ServiceOptions {
	programs: Programs;
	/** Folder for its data and its log; made here. */
	directory: string;
	port: number;
	ending: Ending;
}

/** Starts a Redis on loopback that keeps nothing on disk. */
export async function startRedis(options: ServiceOptions): Promise<void> {
	const { programs, directory, port } = options;
	mkdirSync(directory, { recursive: true });
	await startService(options, programs.redis, [
		...['--port', String(port)],
		...['--bind', HOST],
		...['--dir', directory],
		...['--save', ''],
	]);
}

/** Creates a database cluster and starts PostgreSQL on it, on loopback, with neither password nor socket file. */
export async function startPostgres(options: ServiceOptions): Promise<void> {
	const { programs, directory, port } = options;
	mkdirSync(directory, { recursive: true });
	const identity = unprivileged();
	if (identity) chownSync(directory, identity.uid, identity.gid);
	const data = path.join(directory, 'cluster');
	execFileSync(
		path.join(programs.postgres, 'initdb'),
		['--pgdata', data, '--username', POSTGRES_USER, '--auth', 'trust', '--no-sync'],
		// stderr only, which says what is wrong
		{ ...identity, cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const settings = [`listen_addresses=${HOST}`, 'unix_socket_directories=', 'fsync=off'];
	await startService(
		options,
		path.join(programs.postgres, 'postgres'),
		['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		identity,
	);
}

/** @returns the environment that points n8n at the two */
export const servicesEnvironment = (redisPort: number, postgresPort: number) => ({
	QUEUE_BULL_REDIS_HOST: HOST,
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: HOST,
	DB_POSTGRESDB_PORT: String(postgresPort),
	DB_POSTGRESDB_DATABASE: POSTGRES_USER,
	DB_POSTGRESDB_USER: POSTGRES_USER,
});

interface Identity {
	uid: number;
	gid: number;
}

/** @returns the user to be instead of root; undefined where this is not root */
function unprivileged(): Identity | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string): number =>
		Number(execFileSync('id', [flag, POSTGRES_USER], { encoding: 'utf8' }));
	return { uid: id('-u'), gid: id('-g') };
}

async function startService(
	{ directory, port, ending }: ServiceOptions,
	program: string,
	args: string[],
	identity?: Identity,
): Promise<void> {
	const name = path.basename(program);
	await assertFree(port, name);
	const logFile = path.join(directory, `${name}.log`);
	const log = openSync(logFile, 'a');
	const child = startProgram(program, args, {
		...identity,
		cwd: directory,
		stdio: ['ignore', log, log],
	});
	// PostgreSQL ends at once at this, and does not wait for its clients; Redis ends at it, too
	ending.add(async () => await endProgram(child, 'SIGINT'));
	const deadline = Date.now() + STARTUP_TIMEOUT_MS;
	while (!(await answers(port))) {
		if (!isRunning(child)) {
			throw new Error(`${name} ended with code ${child.exitCode}; its log is ${logFile}`);
		}
		if (Date.now() > deadline) {
			throw new Error(`${name} does not answer on port ${port}; its log is ${logFile}`);
		}
		await pause(POLL_MS);
	}
}

async function answers(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, HOST);
		const tell = (isOpen: boolean) => (): void => {
			socket.destroy();
			resolve(isOpen);
		};
		socket.once('connect', tell(true)).once('error', tell(false));
	});
}
