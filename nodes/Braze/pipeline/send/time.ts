import { sleep } from 'n8n-workflow';

/** Longest that a timer runs, in milliseconds; Node.js fires one that is longer at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What is left for a request that was ended to say how far it had come; some never say. */
const LAST_WORDS_MS = 250;

/** A request whose time was over before it was answered. */
export class TimedOut extends Error {
	/** @param cause how the request ended then, where it said so */
	constructor(
		milliseconds: number,
		readonly cause?: unknown,
	) {
		super(`no answer within ${milliseconds} ms`);
	}
}

/** A request that did not end though it was cancelled. */
class Cancelled extends Error {
	readonly code = 'ERR_CANCELED';
}

/**
 * Gives a request so much time in all, however it spends it: n8n's own timeout counts only the time in which nothing arrives.
 *
 * @param milliseconds that it has; more than a timer takes is as long as one runs
 * @param request starts it, and ends it when the signal says so
 * @param cancel ends it from outside
 * @throws TimedOut when the time is over; otherwise what the request throws
 */
export async function withinTime<T>(
	milliseconds: number,
	request: (signal: AbortSignal) => Promise<T>,
	cancel?: AbortSignal,
): Promise<T> {
	const end = new AbortController();
	const time = Math.min(milliseconds, LONGEST_TIMER_MS);
	// a timer of its own would have to be stopped, at the price of an error, each time a request is answered
	const timeout = AbortSignal.timeout(time);
	let endNow = (): void => {};
	const isEnded = new Promise<undefined>((resolve) => {
		endNow = () => {
			end.abort();
			resolve(undefined);
		};
	});
	for (const signal of [timeout, cancel]) signal?.addEventListener('abort', endNow, { once: true });
	if (cancel?.aborted) endNow();
	const ended = request(end.signal).then(
		(answer) => ({ answer }),
		(error: unknown) => ({ error }),
	);
	try {
		const first = await Promise.race([ended, isEnded]);
		if (first) return answerOf(first);
		const last = await Promise.race([ended, sleep(LAST_WORDS_MS)]);
		if (last && 'answer' in last) return last.answer;
		if (cancel?.aborted) throw last?.error ?? new Cancelled('canceled');
		throw new TimedOut(time, last?.error);
	} finally {
		for (const signal of [timeout, cancel]) signal?.removeEventListener('abort', endNow);
	}
}

function answerOf<T>(ended: { answer: T } | { error: unknown }): T {
	if ('answer' in ended) return ended.answer;
	throw ended.error;
}
