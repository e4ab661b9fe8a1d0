import { setTimeout as pause } from 'node:timers/promises';

import type { Sandbox } from '../sandbox/sandbox.cts';
import type { Worker } from './cluster.cts';

const POLL_MS = 500;
const LONGEST_RESUMED_MS = 2 * 60_000;
/** A worker saves an execution after it has logged its end, or shortly before. */
const SAVED_AFTER_MS = 5_000;

/**
 * What a worker gets in the middle: SIGKILL ends it at once, SIGTERM lets it end what it has begun, and SIGSTOP freezes it
 * until n8n has given its executions up.
 */
export const signals = ['SIGKILL', 'SIGTERM', 'SIGSTOP'] as const;
export type Signal = (typeof signals)[number];

/** The worker that got the signal. */
export interface Struck {
	worker: Worker;
	signal: Signal;
	/** Users that were reached until then. */
	usersReached: number;
	/** IDs of the executions that it had begun and not ended. */
	open: Set<string>;
}

/**
 * Sends a signal to the worker that has most under way.
 *
 * @param look looks at what n8n has on record of its executions, which is gone soon after it dies
 * @throws Error where nothing is under way
 */
export async function strikeBusiest(
	workers: Worker[],
	signal: Signal,
	{ deliveries }: Sandbox,
	look: () => Promise<void>,
): Promise<Struck> {
	const [worker] = [...workers].sort((one, other) => openIn(other).size - openIn(one).size);
	if (openIn(worker).size === 0) {
		throw new Error('No execution was under way: raise --latency or --users');
	}
	if (signal !== 'SIGTERM') worker.server.process.kill('SIGSTOP');
	const usersReached = deliveries.length;
	await look();
	worker.server.process.kill(signal);
	console.log(`${usersReached} users are reached: ${worker.name} gets ${signal}`);
	// what it wrote last is still on its way to its log
	await pause(POLL_MS);
	return { worker, signal, usersReached, open: openIn(worker) };
}

function openIn(worker: Worker): Set<string> {
	const { started, finished } = worker.executions();
	return new Set([...started].filter((id) => !finished.has(id)));
}

/** Lets a frozen worker go on until it has ended what it had begun. */
export async function resume(worker: Worker): Promise<void> {
	worker.server.process.kill('SIGCONT');
	const deadline = performance.now() + LONGEST_RESUMED_MS;
	while (openIn(worker).size > 0 && performance.now() < deadline) await pause(POLL_MS);
	await pause(SAVED_AFTER_MS);
}
