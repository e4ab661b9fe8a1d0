import { sleep } from 'n8n-workflow';

import { BroadcastPace, MinuteWindow } from './broadcastPace';
import type { PlannedRequest } from '../request';
import { cancelled } from './outcome';
import type { MayHaveBeenSent, Outcome, Rejected } from './outcome';
import { RateLimit } from './rateLimit';
import type { Exchange } from './transport';

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;

/** How long and how often a request is tried. */
export interface RetryPolicy {
	/** Times that one request may leave. */
	maxAttempts: number;
	/** Milliseconds that one request may wait for the rate limit and between attempts, all waits together. */
	maxWaitMs: number;
}

/** What keeps a request from leaving at once besides its own attempts. */
export interface Pacing {
	/** Shared by all requests of a run. */
	limit?: RateLimit;
	requestsPerMinute?: number;
}

/** @returns a random part of an exponentially growing wait (full jitter), in milliseconds */
const backoffMs = (attempt: number): number =>
	Math.random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);

/**
 * @returns an exchange that tries again what was not sent or may be repeated, and lets all requests of the run wait
 *   when one of them meets the rate limit
 */
export function withAttempts(
	exchange: Exchange,
	{ maxAttempts, maxWaitMs }: RetryPolicy,
	signal?: AbortSignal,
	{ limit = new RateLimit(), requestsPerMinute = Infinity }: Pacing = {},
): (request: PlannedRequest) => Promise<Outcome> {
	const pace = new BroadcastPace();
	const minute = new MinuteWindow(requestsPerMinute);

	return async (request) => {
		const sendOnce = exchange(request);
		let waited = 0;
		let last: Rejected | undefined;
		/** An attempt that Braze may have acted on: whatever comes after it, only success ends the doubt. */
		let doubt: MayHaveBeenSent | undefined;

		/** @returns whether the wait was within the policy and not cut short */
		const waitFor = async (milliseconds: number): Promise<boolean> => {
			if (waited + milliseconds > maxWaitMs) return false;
			waited += milliseconds;
			return await pause(milliseconds, signal);
		};

		for (let attempt = 0; attempt < maxAttempts; attempt++) {
			for (let wait = delay(request); wait.milliseconds > 0; wait = delay(request)) {
				const { milliseconds, isPace } = wait;
				const isOver = isPace ? await pause(milliseconds, signal) : await waitFor(milliseconds);
				if (signal?.aborted) return doubt ?? cancelled;
				if (!isOver) return doubt ?? limitReached(milliseconds, last);
			}
			if (signal?.aborted) return doubt ?? cancelled;

			const { outcome, limits } = await sendOnce();
			// with requests left, or by its words, something else than the rate limit stands in the way, such as an export that runs
			const isLimited =
				outcome.kind === 'rejected' &&
				outcome.status === 429 &&
				outcome.retryable === true &&
				!((limits.remaining ?? 0) > 0);
			if (limits.waitMs !== undefined && (isLimited || limits.remaining === 0)) {
				limit.closeFor(limits.waitMs);
			}
			if (outcome.kind === 'accepted') return doubt ? { ...outcome, afterDoubt: true } : outcome;
			if (outcome.kind === 'rejected' && outcome.alreadyDone && doubt) return doneBefore;
			if (outcome.kind === 'mayHaveBeenSent') doubt = outcome;
			else if (outcome.kind === 'rejected') last = outcome;
			if (outcome.kind === 'notSent' || !outcome.retryable) return doubt ?? outcome;
			const isLastAttempt = attempt === maxAttempts - 1;
			const waitsForLimit = isLimited && limits.waitMs !== undefined;
			const wait = limits.retryAfterMs ?? backoffMs(attempt);
			if (isLastAttempt || waitsForLimit || (await waitFor(wait))) continue;
			if (signal?.aborted || limits.retryAfterMs === undefined) break;
			return doubt ?? limitReached(wait, last);
		}
		return doubt ?? (signal?.aborted ? cancelled : (last ?? cancelled));
	};

	/** How long a request has to wait now; where that is not at all, a broadcast has its place in the pace. */
	function delay({ request }: PlannedRequest): { milliseconds: number; isPace: boolean } {
		const milliseconds = limit.waitMs();
		if (milliseconds > 0) return { milliseconds, isPace: false };
		if (request.reachesUnnamedUsers) return { milliseconds: pace.take(request), isPace: true };
		if (requestsPerMinute === Infinity) return { milliseconds, isPace: false };
		return { milliseconds: minute.take(), isPace: true };
	}
}

const doneBefore: Outcome = {
	kind: 'accepted',
	answer: { message: 'Done by an earlier attempt, whose answer did not arrive' },
};

/** @param last refusal before the wait that is too long, whose words stand before it */
const limitReached = (wait: number, last?: Rejected): Rejected => ({
	kind: 'rejected',
	status: 429,
	...last,
	reason: [last?.reason, `Braze takes no more requests for ${Math.ceil(wait / 1000)} seconds`]
		.filter((part) => part !== undefined)
		.join('; '),
	advice:
		'Run the item again after that, or raise Max Wait in the options; nothing was sent for it',
	retryable: true,
});

/** @returns false where the signal ended the wait */
async function pause(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
	if (!signal) {
		await sleep(milliseconds);
		return true;
	}
	let stopWaiting = (): void => {};
	const aborted = new Promise<void>((resolve) => {
		stopWaiting = resolve;
	});
	signal.addEventListener('abort', stopWaiting, { once: true });
	// sleep rejects when the signal ends it, which the signal itself tells below
	const slept = sleep(milliseconds, signal).catch(stopWaiting);
	if (!signal.aborted) await Promise.race([slept, aborted]);
	signal.removeEventListener('abort', stopWaiting);
	return !signal.aborted;
}
