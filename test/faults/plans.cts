import { FAULT_KINDS } from '../../sandbox/faults.cts';
import type { FaultKind, FaultPlan } from '../../sandbox/faults.cts';

/** A fault plan and the options that the node meets it with, all from one number. */
export interface Trial {
	seed: number;
	plan: FaultPlan;
	options: {
		batching: { batch: { usersPerRequest: number; concurrency: number } };
		maxAttempts: number;
		maxWait: number;
		timeout: number;
	};
}

const MAX_FAULTY_SHARE = 0.6;
/** Each one holds the whole run back for a second or so, which is time and no proof. */
const MAX_LIMITED_SHARE = 0.03;
const TIMEOUT_MS = 1200;
const SLOW_MS = [20, 2500];

/** Numbers from 0 to 1, the same for the same seed on every machine. */
function randomFrom(seed: number): () => number {
	let state = (seed * 2_654_435_761) >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** @returns the trial of a number: some of the faults in random shares, random batching and retryPolicy */
export function trialOf(seed: number): Trial {
	const random = randomFrom(seed);
	const between = (low: number, high: number): number =>
		low + Math.floor(random() * (high - low + 1));
	const isLimit = (kind: FaultKind): boolean => kind.startsWith('429');
	const chosen = FAULT_KINDS.filter(() => random() < 0.4);
	const weights = chosen.map(() => random());
	const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
	const faulty = random() * MAX_FAULTY_SHARE;
	const shares = Object.fromEntries(
		chosen.map((kind, index) => {
			const share = (faulty * weights[index]) / total;
			return [kind, isLimit(kind) ? Math.min(share, MAX_LIMITED_SHARE) : share];
		}),
	);
	return {
		seed,
		plan: { seed, shares, ms: SLOW_MS[between(0, 1)], retryAfterSeconds: 0 },
		options: {
			batching: { batch: { usersPerRequest: between(25, 50), concurrency: between(1, 20) } },
			maxAttempts: between(1, 6),
			maxWait: between(1, 20),
			timeout: TIMEOUT_MS,
		},
	};
}
