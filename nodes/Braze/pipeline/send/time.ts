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
	const settled = new AbortController();
	let endNow = (): void => {};
	const cancelled = new Promise<undefined>((resolve) => {
		endNow = () => {
			end.abort();
			resolve(undefined);
		};
	});
	cancel?.addEventListener('abort', endNow, { once: true });
	if (cancel?.aborted) endNow();
	const ended = request(end.signal).then(
		(answer) => ({ answer }),
		(error: unknown) => ({ error }),
	);
	try {
		const time = Math.min(milliseconds, LONGEST_TIMER_MS);
		const first = await Promise.race([ended, timer(time, settled.signal), cancelled]);
		if (first) return answerOf(first);
		endNow();
		const last = await Promise.race([ended, timer(LAST_WORDS_MS, settled.signal)]);
		if (last && 'answer' in last) return last.answer;
		if (cancel?.aborted) throw last?.error ?? new Cancelled('canceled');
		throw new TimedOut(time, last?.error);
	} finally {
		settled.abort();
		cancel?.removeEventListener('abort', endNow);
	}
}

function answerOf<T>(ended: { answer: T } | { error: unknown }): T {
	if ('answer' in ended) return ended.answer;
	throw ended.error;
}

/** @returns undefined after so many milliseconds, or as soon as the signal says that nobody waits any more */
const timer = async (milliseconds: number, signal: AbortSignal): Promise<undefined> =>
	await sleep(milliseconds, signal).then(
		() => undefined,
		() => undefined,
	);
