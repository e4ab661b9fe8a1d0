import { BrazeApi } from './api.cts';
import { Clock } from './clock.cts';
import { Faults, type FaultPlan } from './faults.cts';
import { RateLimits, type LowerLimits } from './rate-limits.cts';
import type { Delivery, DeliveryCount, RecordedRequest } from './records.cts';
import { Schedules, type ScheduledSend } from './messaging/schedules.cts';
import { prepareSeed, readSeed, usualSeed, type SandboxSeed } from './seed.cts';
import type { SenderSettings } from './sender/settings.cts';
import type { Sender } from './sender/sender.cts';
import { createServer, listen } from './server.cts';
import { addViews } from './views.cts';
import { openWorkspace, type Workspace } from './workspace/workspace.cts';

export { readSeed };
export type { Delivery, DeliveryCount, FaultPlan, RecordedRequest, SandboxSeed, ScheduledSend };

export interface SandboxOptions {
	/** 0, the default, takes a free one. It listens on this machine only. */
	port?: number;
	/** Default: sandbox/seed.json. */
	seed?: SandboxSeed;
	/** Where the sandbox's clock starts, in epoch milliseconds. Default: the real time. */
	now?: number;
	/** Where it sends what Braze sends by itself. Default: nowhere. */
	sends?: SenderSettings;
}

/** A running sandbox. */
export interface Sandbox {
	url: string;
	seed: SandboxSeed;
	/** Every request that reached it, in order. */
	requests: RecordedRequest[];
	/** What reached users, in order. */
	deliveries: Delivery[];
	/** Scheduled sends, whatever their state. */
	schedules: ScheduledSend[];
	/** The users and the catalogs as they are now. */
	workspace: Pick<Workspace, 'users' | 'catalogs'>;
	clock: Pick<Clock, 'now' | 'advance' | 'set'>;
	faults: { use(plan: FaultPlan): void; clear(): void };
	/** Lowers rate limits from here on, until reset. */
	rateLimits: { use(lower: LowerLimits): void };
	/** What Braze sends by itself, and a log of it. */
	sender: Sender;
	/** How often each content reached each user. */
	deliveryCounts(): DeliveryCount[];
	/** Forgets everything since the start except where to send; a clock that was given its start begins there again. */
	reset(): void;
	close(): Promise<void>;
}

// setTimeout fires at once for anything longer.
const LONGEST_TIMER = 2 ** 31 - 1;

/** Starts a local Braze over HTTP. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const seed = options.seed ? prepareSeed(options.seed) : usualSeed();
	const requests: RecordedRequest[] = [];
	const clock = new Clock(options.now, () => sendDue());
	const workspace = openWorkspace(seed, clock, options.sends);
	const schedules = new Schedules(workspace);
	const rateLimits = new RateLimits(seed.rateLimits);
	const faults = new Faults();
	const api = new BrazeApi(workspace, schedules, rateLimits);

	workspace.sender.wire.wake = sendDue;

	let timer: NodeJS.Timeout | undefined;
	let isLooking = false;
	function sendDue(): void {
		// What is done now may itself ask to look again.
		if (isLooking) return;
		isLooking = true;
		try {
			schedules.sendDue();
			workspace.tasks.runDue(clock.now());
		} finally {
			isLooking = false;
		}
		clearTimeout(timer);
		const next = Math.min(schedules.nextAt() ?? Infinity, workspace.tasks.nextAt() ?? Infinity);
		if (next === Infinity) return;
		timer = setTimeout(sendDue, Math.min(Math.max(next - clock.now(), 0), LONGEST_TIMER));
		timer.unref();
	}

	function reset(): void {
		requests.length = 0;
		clock.restart();
		workspace.reset();
		schedules.reset();
		rateLimits.reset();
		faults.clear();
		clearTimeout(timer);
	}

	const sandbox: Sandbox = {
		url: '',
		seed,
		requests,
		deliveries: workspace.deliveries.all,
		schedules: schedules.all,
		workspace,
		clock,
		faults,
		rateLimits,
		sender: workspace.sender,
		deliveryCounts: () => workspace.deliveries.counts(),
		reset,
		async close() {
			clearTimeout(timer);
			workspace.sender.wire.reset();
			await app.close();
		},
	};
	const app = createServer({ api, clock, faults, requests, sendDue });
	addViews(app, sandbox, workspace);
	sandbox.url = await listen(app, options.port ?? 0);
	return sandbox;
}
