import { RATE_LIMITS } from './limits.cts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How much of a limit is left. */
export interface RateLimit {
	limit: number;
	remaining: number;
	/** Epoch seconds. */
	reset: number;
	exceeded: boolean;
}

/** Counts requests in windows that start on the clock hour, the minute or the day. */
export class RateLimits {
	private readonly limits: typeof RATE_LIMITS;
	private readonly counts = new Map<string, number>();

	constructor(lower: Partial<typeof RATE_LIMITS> = {}) {
		this.limits = { ...RATE_LIMITS, ...lower };
	}

	reset(): void {
		this.counts.clear();
	}

	/** Counts a request that is no broadcast. */
	countRequest(now: number): RateLimit {
		return this.count('requests', this.limits.requestsPerHour, HOUR, now);
	}

	/** Counts a broadcast twice, among all and among those of its audience; the tighter one is told. */
	countBroadcast(audienceKey: string, now: number): RateLimit {
		const all = this.count('broadcasts', this.limits.broadcastsPerMinute, MINUTE, now);
		const limit = this.limits.broadcastsPerAudiencePerMinute;
		const own = this.count(`audience ${audienceKey}`, limit, MINUTE, now);
		if (all.exceeded !== own.exceeded) return all.exceeded ? all : own;
		return own.remaining <= all.remaining ? own : all;
	}

	/** Counts a new send_id. */
	countSendId(now: number): RateLimit {
		return this.count('send ids', this.limits.sendIdsPerDay, DAY, now);
	}

	/** How many send_ids are left, without counting one. */
	sendIdsLeft(now: number): RateLimit {
		return this.look('send ids', this.limits.sendIdsPerDay, DAY, now);
	}

	private count(name: string, limit: number, window: number, now: number): RateLimit {
		const key = windowKey(name, window, now);
		const used = (this.counts.get(key) ?? 0) + 1;
		this.counts.set(key, used);
		return this.look(name, limit, window, now);
	}

	private look(name: string, limit: number, window: number, now: number): RateLimit {
		const used = this.counts.get(windowKey(name, window, now)) ?? 0;
		const reset = ((Math.floor(now / window) + 1) * window) / 1000;
		return { limit, remaining: Math.max(0, limit - used), reset, exceeded: used > limit };
	}
}

function windowKey(name: string, window: number, now: number): string {
	return `${Math.floor(now / window)} ${name}`;
}
