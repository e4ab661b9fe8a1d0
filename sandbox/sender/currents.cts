import type { BrazeEvent } from './events.cts';
import type { CurrentsSettings } from './settings.cts';
import { backOff, inWords, type SentRequest, type Wire } from './wire.cts';

const BATCH_SIZE = 100;
const WAIT_MS = 1000;
const MAX_EVENT_BYTES = 900_000;
const TIMEOUT_MS = 30_000;
const FIRST_BACK_OFF_MS = 1000;
const LONGEST_BACK_OFF_MS = 10 * 60_000;
/** Share of a wait that is left to chance. */
const JITTER = 0.25;
/** A problem that lasts longer switches a Current off. */
const LONGEST_PROBLEM_MS = 5 * 24 * 60 * 60_000;

/** Statuses after which a Current sends nothing any more. */
const STOPPING = [401, 403, 404];

/** How a Current stands. */
export interface CurrentState {
	url: string;
	state: 'on' | 'stopped';
	/** What stopped it. */
	reason?: string;
	/** Events that wait for their batch. */
	waiting: number;
	/** Events in batches that wait to be sent again. */
	repeating: number;
	/** Events the receiver took. */
	delivered: number;
	/** Events nobody will get any more. */
	lost: number;
}

/** One Current: gathers events into batches and repeats what is not taken, after Braze's rules. */
export class Current {
	readonly state: CurrentState;
	private readonly waiting: BrazeEvent[] = [];
	private isArmed = false;
	private problemSince: number | undefined;
	/** Batches go one after another. */
	private last: Promise<void> = Promise.resolve();

	constructor(
		private readonly settings: CurrentsSettings,
		private readonly wire: Wire,
	) {
		const { url } = settings;
		this.state = { url, state: 'on', waiting: 0, repeating: 0, delivered: 0, lost: 0 };
	}

	/** Takes an event, where it is one of its types. */
	add(event: BrazeEvent): void {
		const { events, batchSize = BATCH_SIZE, waitMs = WAIT_MS } = this.settings;
		if (events && !events.includes(event.event_type)) return;
		if (this.isStopped() || Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT_BYTES) {
			this.state.lost += 1;
			return;
		}
		this.waiting.push(event);
		this.state.waiting = this.waiting.length;
		if (this.waiting.length >= batchSize) this.flush();
		else if (!this.isArmed) {
			this.isArmed = true;
			this.wire.later(waitMs, () => {
				this.isArmed = false;
				this.flush();
			});
		}
	}

	/** Sends what waits for its batch to fill. */
	flush(): void {
		const { batchSize = BATCH_SIZE } = this.settings;
		while (this.waiting.length > 0) this.queue(this.waiting.splice(0, batchSize), 0);
		this.state.waiting = 0;
	}

	/** Asks as Braze does when a Current is set up: no events, to see whether the token is right. */
	probe(): void {
		this.wire.track(
			this.request([], 0).then((record) => {
				record.outcome = 'probe';
			}),
		);
	}

	private queue(batch: BrazeEvent[], attempt: number): void {
		const work = this.last.then(() => this.deliver(batch, attempt));
		// A batch that is forgotten must not keep back the next one.
		this.last = work.catch(() => undefined);
		this.wire.track(work);
	}

	private async deliver(batch: BrazeEvent[], attempt: number): Promise<void> {
		if (this.isStopped()) {
			this.state.lost += batch.length;
			return;
		}
		const record = await this.request(batch, attempt);
		record.outcome = this.react(batch, attempt, record.status);
	}

	private async request(events: BrazeEvent[], attempt: number): Promise<SentRequest> {
		const { url, token } = this.settings;
		const { record } = await this.wire.send({
			kind: 'currents',
			method: 'POST',
			url,
			headers: {
				'Content-Type': 'application/json',
				'Braze-Currents-Version': '1',
				...(token !== undefined && { Authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify({ events }),
			timeoutMs: TIMEOUT_MS,
			attempt,
		});
		return record;
	}

	private react(batch: BrazeEvent[], attempt: number, status: number | null): string {
		if (status !== null && status >= 200 && status < 300) {
			this.problemSince = undefined;
			this.state.delivered += batch.length;
			return 'delivered';
		}
		if (status === 400 || status === 413) return this.cut(batch, status);
		if (status !== null && STOPPING.includes(status)) {
			return this.stop(batch, `the receiver answered ${status}`);
		}
		return this.repeat(batch, attempt);
	}

	private cut(batch: BrazeEvent[], status: 400 | 413): string {
		if (batch.length === 1) {
			this.state.lost += 1;
			return 'lost';
		}
		const size = status === 400 ? 1 : Math.ceil(batch.length / 2);
		for (let start = 0; start < batch.length; start += size) {
			this.queue(batch.slice(start, start + size), 0);
		}
		return status === 400 ? 'cut into single events' : 'cut in half';
	}

	private repeat(batch: BrazeEvent[], attempt: number): string {
		const now = this.wire.clock.now();
		this.problemSince ??= now;
		if (now - this.problemSince > LONGEST_PROBLEM_MS) {
			return this.stop(batch, 'a problem lasted for more than 5 days');
		}
		const wait =
			backOff(attempt, FIRST_BACK_OFF_MS, LONGEST_BACK_OFF_MS) * (1 + JITTER * Math.random());
		this.state.repeating += batch.length;
		this.wire.later(wait, () => {
			this.state.repeating -= batch.length;
			this.queue(batch, attempt + 1);
		});
		return `again in ${inWords(wait)}`;
	}

	private stop(batch: BrazeEvent[], reason: string): string {
		this.state.lost += batch.length;
		Object.assign(this.state, { state: 'stopped', reason });
		return 'stopped: set the Current up again';
	}

	private isStopped(): boolean {
		return this.state.state === 'stopped';
	}
}
