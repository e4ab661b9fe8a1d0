import { setTimeout as pause } from 'node:timers/promises';

import type { N8nClient } from '../playground/n8nClient.cts';
import { itemsOf, readRun } from '../playground/runs.cts';
import { TRIGGER } from './currents.cts';
import type { Answer } from './currents.cts';
import { isOver, read } from './executions.cts';
import type { Execution } from './executions.cts';

const PAGE = 100;
const POLL_MS = 500;
const LONGEST_MS = 10 * 60_000;

/** What became of the events of the answered batches, and of the others. */
export interface EventAccount {
	/** Batches by the status that they were answered with, or the word for none. */
	answers: Record<string, number>;
	executions: number;
	/** Events of batches that were answered 200. */
	answered: number;
	once: number;
	/** IDs that stand in no execution though their batch was answered 200. */
	lost: string[];
	/** IDs that stand in several executions, or several times in one. */
	repeated: string[];
	/** Events that stand in an execution though their batch was not answered 200; Braze sends them again. */
	unanswered: number;
	/** A sentence for each execution that did not end as a success. */
	failed: string[];
}

/** @returns every execution that n8n knows, the newest first */
export async function allExecutions(client: N8nClient): Promise<Execution[]> {
	const all: Execution[] = [];
	for (;;) {
		const last = all.at(-1);
		const from = last ? `&lastId=${last.id}` : '';
		const address = `/rest/executions?limit=${PAGE}${from}`;
		const { results } = await read<{ results: Execution[] }>(client, address);
		const known = new Set(all.map(({ id }) => id));
		const fresh = results.filter(({ id }) => !known.has(id));
		if (fresh.length === 0) return all;
		all.push(...fresh);
	}
}

/**
 * Waits until n8n has so many executions more than it had and has said its last word on all.
 *
 * @returns all executions, also where it took too long
 */
export async function untilOver(client: N8nClient, count: number): Promise<Execution[]> {
	const deadline = Date.now() + LONGEST_MS;
	for (;;) {
		const all = await allExecutions(client);
		if ((all.length >= count && all.every(isOver)) || Date.now() > deadline) return all;
		await pause(POLL_MS);
	}
}

/** Compares the batches that were answered 200 with the items that the trigger gave in each execution. */
export async function accountForEvents(
	client: N8nClient,
	answers: Answer[],
	executions: Execution[],
): Promise<EventAccount> {
	const times = new Map<string, number>();
	const failed: string[] = [];
	for (const execution of executions) {
		const { id, status } = execution;
		if (status !== 'success') failed.push(`execution ${id} is ${status}`);
		const { data } = await read<{ data: string }>(client, `/rest/executions/${id}`);
		for (const { id: event } of itemsOf(readRun(data), TRIGGER)) {
			times.set(String(event), (times.get(String(event)) ?? 0) + 1);
		}
	}
	const isAnswered = ({ status }: Answer): boolean => status === 200;
	const ids = answers.filter(isAnswered).flatMap(({ batch }) => batch.ids);
	const others = answers.filter((each) => !isAnswered(each)).flatMap(({ batch }) => batch.ids);
	return {
		answers: countBy(answers, ({ status, text }) => String(status ?? text)),
		executions: executions.length,
		answered: ids.length,
		once: ids.filter((id) => times.get(id) === 1).length,
		lost: ids.filter((id) => !times.has(id)),
		repeated: [...times].filter(([, count]) => count > 1).map(([id]) => id),
		unanswered: others.filter((id) => times.has(id)).length,
		failed,
	};
}

function countBy<T>(list: T[], key: (entry: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const entry of list) counts[key(entry)] = (counts[key(entry)] ?? 0) + 1;
	return counts;
}
