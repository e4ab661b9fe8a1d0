import { setTimeout as pause } from 'node:timers/promises';

/** What one webhook call carries. */
export interface Batch {
	name: string;
	/** External IDs. */
	users: string[];
}

/** How the call of a batch ended. */
export interface Call {
	/** HTTP status; undefined where there was no answer. */
	status?: number;
	/** What the answer or the fault says. */
	text: string;
}

const LONGEST_CALL_MS = 280_000;
const LONGEST_ACTIVATION_MS = 60_000;
const POLL_MS = 1_000;
const NOT_FOUND = 404;
const NAME = /batch-\d{4}/;

const numbered = (word: string, index: number): string =>
	`${word}-${String(index + 1).padStart(4, '0')}`;

/** @returns users in batches, each user named after its batch and no two alike */
export function makeBatches(users: number, size: number): Batch[] {
	return Array.from({ length: Math.ceil(users / size) }, (_, index) => {
		const name = numbered('batch', index);
		const length = Math.min(size, users - index * size);
		return {
			name,
			users: Array.from({ length }, (_, user) => `${name}-${numbered('user', user)}`),
		};
	});
}

/** @returns the first batch that a text names */
export const batchNamedIn = (text: string): string | undefined => NAME.exec(text)?.[0];

/** @returns whether n8n refused a request before it looked at it, since its database answers late */
export const isTooBusy = (text: string): boolean => text.includes('Database is not ready');

/**
 * Calls the webhook with a batch and waits for the answer; throws nothing. n8n activates a workflow in the background, so
 * that its webhook may not be found at first, and a busy one takes nothing; then nothing was begun, and the call is made again.
 */
export async function callWebhook(url: string, { users }: Batch): Promise<Call> {
	const body = JSON.stringify({ users: users.map((external_user_id) => ({ external_user_id })) });
	const deadline = Date.now() + LONGEST_ACTIVATION_MS;
	for (;;) {
		const call = await post(url, body);
		const isNotBegun = call.status === NOT_FOUND || isTooBusy(call.text);
		if (!isNotBegun || Date.now() > deadline) return call;
		await pause(POLL_MS);
	}
}

async function post(url: string, body: string): Promise<Call> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
			signal: AbortSignal.timeout(LONGEST_CALL_MS),
		});
		return { status: response.status, text: await response.text() };
	} catch (error) {
		return { text: (error as Error).message };
	}
}
