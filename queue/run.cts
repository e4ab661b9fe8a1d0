import { setTimeout as pause } from 'node:timers/promises';

import type { N8nClient } from '../playground/n8nClient.cts';
import type { Sandbox } from '../sandbox/sandbox.cts';
import type { Reported } from './account.cts';
import { callWebhook } from './batches.cts';
import type { Batch, Call } from './batches.cts';
import { peakMb } from './cluster.cts';
import type { Cluster, Worker } from './cluster.cts';
import { resume, strikeBusiest } from './strike.cts';
import type { Signal, Struck } from './strike.cts';
import { BatchesOfExecutions, isOver, listExecutions } from './executions.cts';
import type { Execution } from './executions.cts';

/** Share of the users that are reached when a worker gets its signal. */
const STRIKE_AT = 1 / 3;
const POLL_MS = 500;
/** n8n reports an execution of a dead worker after up to two minutes; a slow machine takes longer. */
const LONGEST_MS = 10 * 60_000;

export interface RunOptions {
	batches: Batch[];
	/** Address of the webhook. */
	url: string;
	client: N8nClient;
	cluster: Cluster;
	sandbox: Sandbox;
	/** What a worker gets in the middle; undefined leaves all alone. */
	signal?: Signal;
}

/** What happened while the batches went through n8n. */
export interface Run {
	executions: Execution[];
	/** Name of the batch of each execution, by its ID. */
	batchOf: Map<string, string>;
	struck?: Struck;
	/** The other workers. */
	others: Worker[];
	/** How each call ended. */
	calls: Promise<Call[]>;
	/** Milliseconds since the start. */
	milliseconds: {
		/** The worker got its signal. */
		struck: number;
		/** The last user was reached. */
		lastReached: number;
		/** n8n had said its last word on all. */
		all: number;
	};
	/** The most memory that the main n8n and each worker had held before the run and until the signal or the end, in MB. */
	memory: Record<'before' | 'during', Array<number | undefined>>;
	/** The most requests that Braze had before it at once. */
	mostAtOnce: number;
}

/**
 * Calls the webhook with all batches at once and waits until n8n has said its last word on each.
 *
 * @throws Error where the workers are done before one of them gets its signal
 */
export async function sendThroughQueue(options: RunOptions): Promise<Run> {
	const { batches, url, client, cluster, sandbox, signal } = options;
	const start = performance.now();
	const since = (): number => performance.now() - start;
	let answered = 0;
	const calls = Promise.all(
		batches.map(async (batch) => await callWebhook(url, batch).finally(() => answered++)),
	);
	const known = new BatchesOfExecutions(client);
	const milliseconds = { struck: 0, lastReached: 0, all: 0 };
	let reached = 0;
	const usersInAll = batches.reduce((sum, { users }) => sum + users.length, 0);
	const atOnce = watchRequests(sandbox);
	const memory = { before: memoryOf(cluster), during: memoryOf(cluster) };
	let struck: Struck | undefined;
	let executions: Execution[] = [];
	for (let isDone = false; !isDone && since() < LONGEST_MS; await pause(POLL_MS)) {
		executions = await listExecutions(client);
		const open = executions.filter((execution) => !isOver(execution));
		// a call that n8n refused has no execution
		isDone = answered === batches.length && open.length === 0;
		if (!struck) memory.during = memoryOf(cluster);
		const isTime = sandbox.deliveries.length >= usersInAll * STRIKE_AT;
		if (signal && !struck && isTime) {
			milliseconds.struck = since();
			struck = await strikeBusiest(
				cluster.workers,
				signal,
				sandbox,
				async () => await known.look(),
			);
		}
		if (sandbox.deliveries.length > reached) {
			reached = sandbox.deliveries.length;
			milliseconds.lastReached = since();
		}
	}
	milliseconds.all = since();
	if (signal && !struck)
		throw new Error('The workers were done too soon: raise --latency or --users');
	if (struck?.signal === 'SIGSTOP') {
		await resume(struck.worker);
		executions = await listExecutions(client);
	}
	await known.look();
	const mostAtOnce = atOnce.stop();
	return {
		executions,
		batchOf: known.batchOf,
		struck,
		others: cluster.workers.filter((worker) => worker !== struck?.worker),
		calls,
		milliseconds,
		memory,
		mostAtOnce,
	};
}

/** @returns what n8n says of the executions of each batch, by the name of the batch */
export function reportsByBatch(run: Run): Map<string, Reported[]> {
	const ids = struckExecutions(run);
	const reports = new Map<string, Reported[]>();
	for (const execution of run.executions) {
		const { id, status } = execution;
		const batch = run.batchOf.get(id) ?? '';
		const signal = ids.has(id) ? run.struck?.signal : undefined;
		const report = { execution: id, status, signal, isOver: isOver(execution) };
		reports.set(batch, [...(reports.get(batch) ?? []), report]);
	}
	return reports;
}

/** @returns IDs of the executions that more than one worker has begun */
export function begunTwice({ struck, others }: Run): string[] {
	const workers = [...(struck ? [struck.worker] : []), ...others];
	const ids = workers.flatMap((worker) => [...worker.executions().started]);
	return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** What the worker had begun and not ended, and what it had taken from the queue and not begun. */
function struckExecutions({ struck, others, executions }: Run): Set<string> {
	if (!struck) return new Set();
	const { started } = struck.worker.executions();
	const ofOthers = new Set(others.flatMap((worker) => [...worker.executions().started]));
	const notBegun = executions.filter(
		({ id, status }) => status !== 'success' && !started.has(id) && !ofOthers.has(id),
	);
	return new Set([...struck.open, ...notBegun.map(({ id }) => id)]);
}

/** @returns the most memory that each n8n has held so far, in MB; undefined for one that has ended */
const memoryOf = ({ main, workers }: Cluster): Array<number | undefined> =>
	[main, ...workers.map(({ server }) => server)].map(({ process: { pid } }) => peakMb(pid));

/** Looks again and again at how many requests have come and are not answered. */
function watchRequests({ requests }: Sandbox): { stop(): number } {
	let most = 0;
	const timer = setInterval(() => {
		const open = requests.filter(({ status }) => status === null).length;
		most = Math.max(most, open);
	}, POLL_MS / 10).unref();
	return {
		stop: () => {
			clearInterval(timer);
			return most;
		},
	};
}
