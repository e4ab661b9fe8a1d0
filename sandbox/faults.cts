/**
 * The faults a plan can give a request. Those in FAULTS_BEFORE come instead of Braze looking at the
 * request; after the others Braze has acted on it, whatever the client gets to see.
 */
export const FAULTS_BEFORE = [
	'429-epoch-reset',
	'429-seconds-reset',
	'429-x-ratelimit-retry-after',
	'429-retry-after',
	'429-garbage-headers',
	'500',
	'502',
	'503',
	'504',
	'html-502',
	'reset-before',
] as const;

export const FAULTS_AFTER = ['slow', '504-after', 'reset-after', 'truncated', 'queued'] as const;

export type FaultKind = (typeof FAULTS_BEFORE)[number] | (typeof FAULTS_AFTER)[number];

export const FAULT_KINDS: readonly FaultKind[] = [...FAULTS_BEFORE, ...FAULTS_AFTER];

/** A fault with its details. */
export interface Fault {
	kind: FaultKind;
	/** How long a slow answer takes. Default 1000. */
	ms?: number;
	/** After how many seconds a 429 says to come back. Default 1. */
	retryAfterSeconds?: number;
}

/** What goes wrong, and when. The script comes first, one entry for each request; then the shares. */
export interface FaultPlan {
	/** Exact faults for the next requests; "none" or null for an ordinary answer. */
	script?: Array<FaultKind | Fault | 'none' | null>;
	/** Share of requests, 0 to 1, that get each fault; together at most 1. */
	shares?: Partial<Record<FaultKind, number>>;
	/** Same seed, same shares, same order of requests: same faults. Default 1. */
	seed?: number;
	/** Details for the faults drawn by share. */
	ms?: number;
	retryAfterSeconds?: number;
	/** Only requests whose path starts with one of these; the others neither fail nor use up the script. */
	paths?: string[];
}

/** Whether Braze looked at a request that got this fault. */
export function isProcessed(kind: FaultKind | undefined): boolean {
	return !FAULTS_BEFORE.some((before) => before === kind);
}

/** Hands out the faults of a plan, request by request. */
export class Faults {
	private plan: FaultPlan = {};
	private position = 0;
	private random = generator(1);

	/** Starts a plan from its beginning. */
	use(plan: FaultPlan): void {
		checkPlan(plan);
		this.plan = plan;
		this.position = 0;
		this.random = generator(plan.seed ?? 1);
	}

	/** From here on nothing goes wrong. */
	clear(): void {
		this.use({});
	}

	/** The fault of the next request, which is for this path; undefined for an ordinary answer. */
	next(path: string): Fault | undefined {
		const { script = [], paths, ms, retryAfterSeconds } = this.plan;
		if (paths && !paths.some((prefix) => path.startsWith(prefix))) return undefined;
		if (this.position < script.length) {
			const entry = script[this.position++];
			if (entry === null || entry === 'none') return undefined;
			return typeof entry === 'string' ? { kind: entry, ms, retryAfterSeconds } : entry;
		}
		const kind = this.draw();
		return kind && { kind, ms, retryAfterSeconds };
	}

	private draw(): FaultKind | undefined {
		const shares = this.plan.shares;
		if (!shares) return undefined;
		let left = this.random();
		for (const kind of FAULT_KINDS) {
			left -= shares[kind] ?? 0;
			if (left < 0) return kind;
		}
		return undefined;
	}
}

/** A plan that makes no sense; over HTTP it is the sender's fault. */
export class FaultPlanError extends Error {
	readonly statusCode = 400;
}

function checkPlan({ script = [], shares = {} }: FaultPlan): void {
	const scripted = script.flatMap((entry) => {
		if (entry === null || entry === 'none') return [];
		return typeof entry === 'object' ? entry.kind : entry;
	});
	for (const kind of [...scripted, ...Object.keys(shares)]) {
		if (!isFaultKind(kind)) {
			throw new FaultPlanError(`${kind} is not a fault; known are ${FAULT_KINDS.join(', ')}`);
		}
	}
	const total = Object.values(shares).reduce((sum, share) => sum + share, 0);
	const isShare = (share: number) => share >= 0 && share <= 1;
	// Shares like 0.1 do not add up exactly in binary.
	if (!Object.values(shares).every(isShare) || total > 1 + 1e-9) {
		throw new FaultPlanError('shares must be between 0 and 1, and at most 1 together');
	}
}

function isFaultKind(kind: string): kind is FaultKind {
	return FAULT_KINDS.some((known) => known === kind);
}

/** Mulberry32: small, and the same numbers on every machine. */
function generator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
