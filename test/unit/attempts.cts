import { withAttempts } from '../../nodes/Braze/pipeline/send/attempts.ts';
import type { BrazeRequest, PlannedRequest } from '../../nodes/Braze/pipeline/request.ts';
import type { Attempt } from '../../nodes/Braze/pipeline/send/transport.ts';

const withoutNews = { limits: {} };
const content: BrazeRequest = { method: 'POST', path: '/messages/send', body: {} };
export const request = (more: Partial<BrazeRequest> = {}): PlannedRequest => ({
	request: { ...content, ...more },
	entries: [],
	entryItems: [],
	itemIndexes: [0],
	after: [],
});

export const accepted: Attempt = { outcome: { kind: 'accepted', answer: {} }, ...withoutNews };
export const failing = (status: number): Attempt => ({
	outcome: { kind: 'rejected', status, reason: `${status}`, advice: '', retryable: true },
	...withoutNews,
});
export const unreachable: Attempt = {
	outcome: { kind: 'rejected', reason: 'ECONNREFUSED', advice: '', retryable: true },
	...withoutNews,
};
export const limited = (waitMs: number): Attempt => ({
	...failing(429),
	limits: { waitMs, remaining: 0 },
});
export const lastOne = (waitMs: number): Attempt => ({
	...accepted,
	limits: { waitMs, remaining: 0 },
});
export const refused: Attempt = {
	outcome: { kind: 'rejected', status: 400, reason: '400', advice: '' },
	...withoutNews,
};
export const unclear: Attempt = {
	outcome: { kind: 'mayHaveBeenSent', reason: 'timeout', advice: '' },
	...withoutNews,
};

/** A run whose attempts get these answers in turn, the last one for ever. */
export function startRun(
	answers: Attempt[],
	{ maxAttempts = 5, maxWaitMs = 300_000, requestsPerMinute = Infinity } = {},
) {
	const started = Date.now();
	const times: number[] = [];
	const abort = new AbortController();
	const send = withAttempts(
		() => async () => {
			times.push(Date.now() - started);
			return answers[Math.min(times.length, answers.length) - 1];
		},
		{ maxAttempts, maxWaitMs },
		abort.signal,
		{ requestsPerMinute },
	);
	return { send, times, cancel: () => abort.abort() };
}

/** Lets time pass until the outcome is there. */
export async function settled<T>(outcome: Promise<T>): Promise<T> {
	await jest.runAllTimersAsync();
	return await outcome;
}

/** Holds the clock for the tests of a file; each file says so itself, since files share this module. */
export function useHeldClock(): void {
	beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 0, 16, 12) }));
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});
}

/** Full jitter draws from nothing to the whole wait; here it draws the whole. */
export const withoutJitter = (): jest.SpyInstance =>
	jest.spyOn(Math, 'random').mockReturnValue(1 - Number.EPSILON);
