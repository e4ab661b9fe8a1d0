import { FAULT_KINDS } from '../../sandbox/faults.cts';
import type { FaultKind, FaultPlan } from '../../sandbox/faults.cts';
import { subjects } from './subjects.cts';
import type { Subject } from './subjects.cts';
import { LASTING, WIRE_FAULTS } from './wire.cts';
import type { WireFault, WirePlan } from './wire.cts';

/** How the requests of a trial come to the sandbox. */
export type Way = 'straight' | 'overWire' | 'overTls' | 'throughProxy';

const WAYS: readonly Way[] = ['straight', 'overWire', 'overTls', 'throughProxy'];

/** A fault plan and the options that the node meets it with, all from one number. */
export interface Trial {
	seed: number;
	plan: FaultPlan;
	way: Way;
	/** What goes wrong on the way, where that is not straight. */
	wire: WirePlan;
	subject: Subject;
	entriesPerRequest: number;
	concurrency: number;
	options: { maxAttempts: number; maxWait: number; timeout: number };
}

const MAX_FAULTY_SHARE = 0.6;
/** Each one holds the whole run back for a second or so, which is time and no proof. */
const MAX_LIMITED_SHARE = 0.03;
/** So does each one that lasts until the node gives up. */
const MAX_LASTING_SHARE = 0.02;
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

/** @returns some of the faults, each with a random share of what may go wrong in all */
function sharesOf<Name extends string>(
	names: readonly Name[],
	random: () => number,
	most: (name: Name) => number,
): Partial<Record<Name, number>> {
	const chosen = names.filter(() => random() < 0.4);
	const weights = chosen.map(() => random());
	const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
	const faulty = random() * MAX_FAULTY_SHARE;
	return Object.fromEntries(
		chosen.map((name, index) => [name, Math.min((faulty * weights[index]) / total, most(name))]),
	) as Partial<Record<Name, number>>;
}

const mostOfKind = (kind: FaultKind): number =>
	kind.startsWith('429') ? MAX_LIMITED_SHARE : kind === 'slow' ? MAX_LASTING_SHARE : 1;
const mostOnWire = (fault: WireFault): number => (LASTING.has(fault) ? MAX_LASTING_SHARE : 1);

/** @returns the trial of a number: an operation, some of the faults in random shares, random batching and retryPolicy */
export function trialOf(seed: number): Trial {
	const random = randomFrom(seed);
	const between = (low: number, high: number): number =>
		low + Math.floor(random() * (high - low + 1));
	const shares = sharesOf(FAULT_KINDS, random, mostOfKind);
	return {
		seed,
		plan: { seed, shares, ms: SLOW_MS[between(0, 1)], retryAfterSeconds: 0 },
		way: WAYS[seed % WAYS.length],
		wire: { shares: sharesOf(WIRE_FAULTS, random, mostOnWire), random },
		subject: subjects[Math.floor(seed / WAYS.length) % subjects.length],
		entriesPerRequest: between(3, 15),
		concurrency: between(1, 20),
		options: { maxAttempts: between(1, 6), maxWait: between(1, 20), timeout: TIMEOUT_MS },
	};
}
