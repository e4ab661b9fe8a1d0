import { setTimeout as pause } from 'node:timers/promises';

import type { N8nClient } from '../playground/n8nClient.cts';
import { itemsOf, readRun } from '../playground/runs.cts';
import { TRIGGER } from '../playground/currents.cts';
import type { Answer } from '../playground/currents.cts';
import { isOver, read } from './executions.cts';
import type { Execution } from './executions.cts';

const PAGE = 100;
const POLL_MS = 500;
const STUCK_MS = 30_000;
const LONGEST_MS = 10 * 60_000;

/** What became of the events of the batches that were answered 200. */
export interface EventAccount {
	/** Batches by the status that they were answered with in the end, or the word for none. */
	answers: Record<string, number>;
	/** Requests before that by how they ended. */
	before: Record<string, number>;
	executions: number;
	/** Events of batches that were answered 200. */
	answered: number;
	once: number;
	/** IDs that stand in no execution though their batch was answered 200. */
	lost: string[];
	/** IDs that stand in several executions, or several times in one, though their batch was sent once. */
	repeated: string[];
	/** Such IDs whose batch was sent again, since a request before the last one got no 200. */
	sentAgain: string[];
	/** Executions that were written down and not put into the queue, since their process died in between. */
	neverBegun: number;
	/** A sentence for each execution that did not end as a success. */
	failed: string[];
}

interface Page {
	results: Execution[];
	nextCursor?: string | null;
}

/**
 * n8n's pages pass over executions that were written down in the same millisecond as the last one of a page, so those that
 * have begun are asked for by their start as well.
 *
 * @returns every execution that n8n knows
 */
export async function allExecutions(client: N8nClient): Promise<Execution[]> {
	const all = new Map<string, Execution>();
	const add = ({ results }: Page): void => results.forEach((each) => all.set(each.id, each));
	const ask = async (more: Record<string, string>): Promise<Page> => {
		const query = new URLSearchParams({ limit: String(PAGE), ...more });
		return await read<Page>(client, `/rest/executions?${query.toString()}`);
	};
	let cursor: string | undefined;
	do {
		const page = await ask(cursor ? { cursor } : {});
		add(page);
		cursor = page.nextCursor ?? undefined;
	} while (cursor);
	let startedBefore = new Date().toISOString();
	for (;;) {
		const page = await ask({ filter: JSON.stringify({ startedBefore }) });
		const starts = page.results.flatMap(({ startedAt }) => (startedAt ? [startedAt] : []));
		add(page);
		const oldest = starts.sort()[0];
		if (page.results.length < PAGE || oldest === undefined) break;
		// inclusive, so that none of the same millisecond is passed over
		const next = new Date(Date.parse(oldest) + 1).toISOString();
		if (next >= startedBefore) break;
		startedBefore = next;
	}
	return [...all.values()];
}

/**
 * Waits until n8n has so many executions and has said its last word on all; what a process wrote down and did not
 * put into the queue before it died never begins, and is waited for no longer than half a minute.
 *
 * @returns all executions, also where it took too long
 */
export async function untilOver(client: N8nClient, count: number): Promise<Execution[]> {
	const deadline = Date.now() + LONGEST_MS;
	let stuckSince = Infinity;
	for (;;) {
		const all = await allExecutions(client);
		const open = all.filter((each) => !isOver(each));
		if (open.length > 0 && open.every(isNew)) stuckSince = Math.min(stuckSince, Date.now());
		else stuckSince = Infinity;
		const isEnd = open.length === 0 ? all.length >= count : Date.now() - stuckSince > STUCK_MS;
		if (isEnd || Date.now() > deadline) return all;
		await pause(POLL_MS);
	}
}

const isNew = ({ status }: Execution): boolean => status === 'new';

/** Compares the batches that were answered 200 with the items that the trigger gave in each execution. */
export async function accountForEvents(
	client: N8nClient,
	answers: Answer[],
	executions: Execution[],
): Promise<EventAccount> {
	const given: string[] = [];
	for (const { id } of executions) {
		const { data } = await read<{ data: string }>(client, `/rest/executions/${id}`);
		given.push(...itemsOf(readRun(data), TRIGGER).map((event) => String(event.id)));
	}
	return {
		...compare(answers, given),
		executions: executions.length,
		neverBegun: executions.filter(isNew).length,
		failed: executions
			.filter((each) => each.status !== 'success' && !isNew(each))
			.map(({ id, status }) => `execution ${id} is ${status}`),
	};
}

/** @param given IDs of the events that came out of the trigger, of all executions */
export function compare(
	answers: Answer[],
	given: string[],
): Omit<EventAccount, 'executions' | 'neverBegun' | 'failed'> {
	const times = countBy(given, (id) => id);
	const taken = answers.filter(({ status }) => status === 200);
	const ids = taken.flatMap(({ batch }) => batch.ids);
	const again = new Set(
		answers.filter(({ before }) => before.length > 0).flatMap(({ batch }) => batch.ids),
	);
	const several = Object.keys(times).filter((id) => times[id] > 1);
	return {
		answers: countBy(answers, ({ status, text }) => String(status ?? text)),
		before: countBy(
			answers.flatMap(({ before }) => before),
			(how) => how,
		),
		answered: ids.length,
		once: ids.filter((id) => times[id] === 1).length,
		lost: ids.filter((id) => !(id in times)),
		repeated: several.filter((id) => !again.has(id)),
		sentAgain: several.filter((id) => again.has(id)),
	};
}

function countBy<T>(list: T[], key: (entry: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const entry of list) counts[key(entry)] = (counts[key(entry)] ?? 0) + 1;
	return counts;
}
