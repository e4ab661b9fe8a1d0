import { canonicalJson } from '../plan/canonicalJson';
import { targetOf } from '../request';
import type { BrazeRequest } from '../request';

/** Broadcasts in one minute to the same audience, and in all (Braze docs, API limits). */
export const BROADCASTS_PER_MINUTE_AND_AUDIENCE = 10;
export const BROADCASTS_PER_MINUTE = 250;

const MINUTE_MS = 60_000;

/** Keeps requests within so many a minute. */
export class MinuteWindow {
	private readonly starts: number[] = [];

	constructor(private readonly limit: number) {}

	/** @returns milliseconds until one more may leave; 0 where it may leave now */
	waitMs(now: number): number {
		while (this.starts.length > 0 && this.starts[0] <= now - MINUTE_MS) this.starts.shift();
		return this.starts.length < this.limit ? 0 : this.starts[0] + MINUTE_MS - now;
	}

	add(now: number): void {
		this.starts.push(now);
	}

	/** @returns milliseconds to wait before a request may leave; 0 takes its place in the window */
	take(now = Date.now()): number {
		const wait = this.waitMs(now);
		if (wait === 0) this.add(now);
		return wait;
	}
}

/** Keeps the broadcasts of a run within Braze's limits per minute. */
export class BroadcastPace {
	private readonly all = new MinuteWindow(BROADCASTS_PER_MINUTE);
	private readonly byAudience = new Map<string, MinuteWindow>();

	/**
	 * @returns milliseconds to wait before this request may leave; 0 takes its place in the window
	 */
	take(request: BrazeRequest, now = Date.now()): number {
		const audience = canonicalJson(targetOf(request));
		const window =
			this.byAudience.get(audience) ?? new MinuteWindow(BROADCASTS_PER_MINUTE_AND_AUDIENCE);
		this.byAudience.set(audience, window);
		const wait = Math.max(this.all.waitMs(now), window.waitMs(now));
		if (wait > 0) return wait;
		this.all.add(now);
		window.add(now);
		return 0;
	}
}
