/** A value below this is no time in epoch seconds but the seconds that are left (both forms are in the Braze docs). */
const SMALLEST_EPOCH_SECONDS = 1e9;

/** From here on a time is in epoch milliseconds: as seconds it would lie thousands of years ahead. */
const SMALLEST_EPOCH_MS = 1e11;

/** Added to every wait, so that a rounded time does not let a request leave too early. */
const CLOCK_LEEWAY_MS = 500;

/** What the headers of an answer say of the rate limit. */
export interface LimitNews {
	/** Requests left in the window. */
	remaining?: number;
	/** Milliseconds until requests are taken again. */
	waitMs?: number;
	/** Milliseconds that this very refusal asks to wait, whatever the rate limit says. */
	retryAfterMs?: number;
}

/** Braze's longest window is a day; a wait that is longer is no answer to the question. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/** The form that HTTP gives dates in headers, since Date.parse finds a date in almost any text. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

type Headers = Record<string, unknown>;

const number = (value: unknown): number | undefined => {
	// a header that came twice, or that something on the way added to, is a list
	const [text] = String(value ?? '').split(',');
	return /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
};

function fromReset(value: unknown, now: number): number | undefined {
	const reset = number(value);
	if (reset === undefined) return undefined;
	if (reset >= SMALLEST_EPOCH_MS) return reset - now;
	return reset < SMALLEST_EPOCH_SECONDS ? reset * 1000 : reset * 1000 - now;
}

function fromRetryAfter(value: unknown, now: number): number | undefined {
	const seconds = number(value);
	if (seconds !== undefined) return seconds * 1000;
	const time = readDate(value);
	return time === undefined ? undefined : time - now;
}

/** @returns epoch milliseconds */
const readDate = (value: unknown): number | undefined =>
	typeof value === 'string' && httpDate.test(value.trim()) ? Date.parse(value) : undefined;

const believable = (wait: number | undefined): number | undefined =>
	wait !== undefined && wait <= LONGEST_WAIT_MS ? wait : undefined;

/**
 * Reads the rate-limit headers of an answer, whatever their case. Empty and unreadable ones count as absent.
 * A point in time is held against the answer's own `Date`, since the clock of this machine may differ.
 *
 * @param ownTime epoch milliseconds, for an answer without a date
 */
export function readLimits(headers: Headers, ownTime = Date.now()): LimitNews {
	const byName = new Map(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
	const now = readDate(byName.get('date')) ?? ownTime;
	const after =
		believable(fromRetryAfter(byName.get('x-ratelimit-retry-after'), now)) ??
		believable(fromRetryAfter(byName.get('retry-after'), now));
	const wait = after ?? believable(fromReset(byName.get('x-ratelimit-reset'), now));
	return {
		remaining: number(byName.get('x-ratelimit-remaining')),
		waitMs: withLeeway(wait),
		retryAfterMs: withLeeway(after),
	};
}

const withLeeway = (wait: number | undefined): number | undefined =>
	wait === undefined ? undefined : Math.max(0, wait) + CLOCK_LEEWAY_MS;

/** What all requests of a run know of Braze's rate limit together. */
export class RateLimit {
	private openAt = 0;

	/** Keeps every request of the run back for a while. */
	closeFor(milliseconds: number, now = Date.now()): void {
		this.openAt = Math.max(this.openAt, now + milliseconds);
	}

	/** @returns milliseconds until requests may leave; 0 where they may leave now */
	waitMs(now = Date.now()): number {
		return Math.max(0, this.openAt - now);
	}
}
