import { RATE_LIMITS, type RateLimitName } from './limits.cts';

/** How much of a limit is left. */
export interface RateLimit {
	limit: number;
	remaining: number;
	/** Epoch seconds. */
	reset: number;
	exceeded: boolean;
}

/** Limits lower than Braze's, by name. */
export type LowerLimits = Partial<Record<RateLimitName, number>>;

/** Counts requests in windows that start on the clock hour, the minute or the day. */
export class RateLimits {
	private readonly counts = new Map<string, number>();
	private lower: LowerLimits;

	constructor(private readonly seeded: LowerLimits = {}) {
		this.lower = seeded;
	}

	/** Forgets what was counted, and the limits lowered since the start. */
	reset(): void {
		this.counts.clear();
		this.lower = this.seeded;
	}

	/** Holds requests to these limits from here on; those not named stay as they are. */
	use(lower: LowerLimits): void {
		this.lower = { ...this.lower, ...lower };
	}

	/**
	 * Counts a request.
	 *
	 * @param of what is counted on its own under this limit, such as an audience
	 */
	count(name: RateLimitName, now: number, of = ''): RateLimit {
		const key = this.keyOf(name, now, of);
		this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
		return this.look(name, now, of);
	}

	/** How much is left, without counting. */
	look(name: RateLimitName, now: number, of = ''): RateLimit {
		const { window } = RATE_LIMITS[name];
		const limit = this.lower[name] ?? RATE_LIMITS[name].limit;
		const used = this.counts.get(this.keyOf(name, now, of)) ?? 0;
		const reset = ((Math.floor(now / window) + 1) * window) / 1000;
		return { limit, remaining: Math.max(0, limit - used), reset, exceeded: used > limit };
	}

	private keyOf(name: RateLimitName, now: number, of: string): string {
		return `${Math.floor(now / RATE_LIMITS[name].window)} ${name} ${of}`;
	}
}
