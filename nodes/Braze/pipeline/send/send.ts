import { sleep } from 'n8n-workflow';

import type { Effect } from '../effect';
import type { PlannedRequest } from '../request';
import { leftOpen } from './faultOutcome';
import { cancelled } from './outcome';
import type { Outcome } from './outcome';
import { stoppedBefore } from './stopped';

export interface Sending {
	/** Sends one request, attempts included. */
	send: (request: PlannedRequest) => Promise<Outcome>;
	/** What the requests do, for the words about one whose end nobody knows. */
	effect: Effect;
	/** Masks the API key in a text. */
	mask: (text: string) => string;
	/** Requests under way at once. */
	concurrency: number;
	/** Whether a request that is not accepted keeps the ones not yet started from leaving. */
	stopAtFailure: boolean;
	/** Whether an earlier try of this run ended in doubt, so that nothing may leave. */
	stopped?: boolean;
	/** Told what became of each request that left, soon after it is known; throws nothing. */
	ended?: (request: PlannedRequest, outcome: Outcome) => void;
	/** Ends the run; what is not under way then does not leave. */
	signal?: AbortSignal;
}

/**
 * Sends planned requests with bounded concurrency; a request that holds an entry of an earlier one waits for its answer.
 * Throws nothing: every request ends in an outcome, so that none leaves behind the back of a run that has ended.
 *
 * @returns what became of each request, in the order of the plan
 */
export async function sendRequests(
	requests: PlannedRequest[],
	{ send, effect, mask, concurrency, stopAtFailure, stopped = false, ended, signal }: Sending,
): Promise<Outcome[]> {
	const outcomes: Array<Promise<Outcome>> = [];
	const told: Array<Promise<void>> = [];
	const startsApart = startGate();
	let next = 0;
	let isStopped = stopped;

	const sendInTurn = async (request: PlannedRequest): Promise<Outcome> => {
		await Promise.all(request.after.map(async (position) => await outcomes[position]));
		await startsApart();
		if (signal?.aborted) return cancelled;
		if (isStopped) return stoppedBefore;
		const outcome = await send(request).catch((error: unknown) => unforeseen(error, effect, mask));
		if (stopAtFailure && !isWhole(outcome)) isStopped = true;
		// the next request leaves first, since there is time for the rest while it is under way
		if (ended) told.push(sleep(0).then(() => ended(request, outcome)));
		return outcome;
	};
	const worker = async (): Promise<void> => {
		while (next < requests.length) {
			const position = next++;
			outcomes[position] = sendInTurn(requests[position]);
			await outcomes[position];
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, requests.length) }, worker));
	await Promise.all(told);
	return await Promise.all(outcomes);
}

/** Nothing is known of how far the request came. */
function unforeseen(error: unknown, effect: Effect, mask: (text: string) => string): Outcome {
	const words = error instanceof Error ? error.message : String(error);
	return leftOpen(`Something unforeseen ended the request (${mask(words)})`, effect);
}
/** Braze took the request with all of its entries. */
const isWhole = (outcome: Outcome): boolean => outcome.kind === 'accepted' && !outcome.apart;

/**
 * Requests that start together are prepared step by step in turns, so that all of them leave late and come back together
 * again. A turn of the event loop between two starts lets each leave before the next takes the processor.
 *
 * @returns a function to await before each start
 */
function startGate(): () => Promise<void> {
	let lastStart = Promise.resolve();
	return async () => {
		const earlier = lastStart;
		lastStart = earlier.then(async () => await sleep(0));
		await earlier;
	};
}
