import { setTimeout as pause } from 'node:timers/promises';

import type { N8nClient } from '../playground/n8nClient.cts';
import { batchNamedIn, isTooBusy } from './batches.cts';

const LONGEST_OUTAGE_MS = 60_000;
const POLL_MS = 1_000;

/** The longest page that n8n gives; what is under way comes on top of it. */
export const MOST_EXECUTIONS = 100;

/** What n8n says of an execution. */
export interface Execution {
	id: string;
	status: string;
	/** ISO 8601; absent while it has not begun. */
	startedAt?: string | null;
	/** ISO 8601; absent while it goes on. */
	stoppedAt?: string | null;
}

/** The status of an execution that goes on or has not begun. */
const openStatuses = new Set(['new', 'running', 'waiting', 'unknown']);

/** @returns whether n8n has said its last word on it */
export const isOver = ({ status }: Pick<Execution, 'status'>): boolean => !openStatuses.has(status);

/** Reads from the REST API; on a very busy machine n8n refuses everything for a while, since its database answers late. */
export async function read<T>(client: N8nClient, address: string): Promise<T> {
	const deadline = Date.now() + LONGEST_OUTAGE_MS;
	for (;;) {
		try {
			return await client.call<T>('GET', address);
		} catch (error) {
			if (!isTooBusy((error as Error).message) || Date.now() > deadline) throw error;
			await pause(POLL_MS);
		}
	}
}

/** @returns every execution that n8n knows, as long as they fit on a page */
export async function listExecutions(client: N8nClient): Promise<Execution[]> {
	const list = `/rest/executions?limit=${MOST_EXECUTIONS}`;
	return (await read<{ results: Execution[] }>(client, list)).results;
}

/** @returns the batch that n8n has on record for an execution, in its input or its output; undefined for none */
export async function batchOnRecord(client: N8nClient, id: string): Promise<string | undefined> {
	const { data } = await read<{ data: string }>(client, `/rest/executions/${id}`);
	return batchNamedIn(data);
}

/** Finds out which execution got which batch while n8n has it on record. */
export class BatchesOfExecutions {
	readonly batchOf = new Map<string, string>();

	constructor(private readonly client: N8nClient) {}

	/** Looks at the executions that are new since the last look. */
	async look(): Promise<void> {
		for (const { id } of await listExecutions(this.client)) {
			if (this.batchOf.has(id)) continue;
			const batch = await batchOnRecord(this.client, id);
			if (batch) this.batchOf.set(id, batch);
		}
	}
}
