import { cases } from './cases.cts';
import type { CaseName } from './cases.cts';
import type { Result } from './measure.cts';
import type { Measured } from './processes.cts';
import { timesFloor } from './table.cts';

const ITEMS = 10_000;
const MORE_ITEMS = 100_000;
const LATENCY = 20;

/** One thing that the node has to hold, and whether it did. */
export interface Verdict {
	target: string;
	figure: string;
	isMet: boolean;
}

const ours: CaseName[] = ['inputFields', 'plainPaths', 'expressions'];
const cheap: CaseName[] = ['inputFields', 'plainPaths'];

const LARGEST_RATIO = 1.5;
const LARGEST_RATIO_OF_EXPRESSIONS = 1.3;
const LARGEST_GROWTH = 1.15;
const LARGEST_MEMORY_MB = 300;

/** A figure that has to stay at or below a limit. */
const atMost = (target: string, figure: number, limit: number): Verdict => ({
	target: `${target}, at most ${limit}`,
	figure: figure.toFixed(2),
	isMet: figure <= limit,
});

const find = (results: Result[], items: number): Result | undefined =>
	results.find(
		(result) => result.engine === 'vm' && result.latency === LATENCY && result.items === items,
	);

/** @returns the verdict where all that it compares was measured */
function compare(
	{ medians }: Result,
	names: CaseName[],
	verdict: (...measured: Measured[]) => Verdict,
): Verdict[] {
	const measured = names.flatMap((name) => medians.get(name) ?? []);
	return measured.length === names.length ? [verdict(...measured)] : [];
}

function atTenThousand(result: Result): Verdict[] {
	return [
		...ours.flatMap((name) =>
			compare(result, [name], ({ requests }) => ({
				target: `${name}: exactly ${ITEMS / 50} requests`,
				figure: String(requests),
				isMet: requests === ITEMS / 50,
			})),
		),
		...cheap.flatMap((name) =>
			compare(result, [name, 'bareScript'], (own, bare) =>
				atMost(`${name}: × bare script`, own.milliseconds / bare.milliseconds, LARGEST_RATIO),
			),
		),
		...cheap.flatMap((name) =>
			compare(result, [name, 'handBuilt'], (own, byHand) =>
				atMost(`${name}: × built by hand`, own.milliseconds / byHand.milliseconds, 1),
			),
		),
		...compare(result, ['expressions', 'editFields', 'bareScript'], (own, engine, bare) =>
			atMost(
				'expressions: × (Edit Fields + bare script)',
				own.milliseconds / (engine.milliseconds + bare.milliseconds),
				LARGEST_RATIO_OF_EXPRESSIONS,
			),
		),
	];
}

const growth = (small: Result, large: Result, names: CaseName[] = ours): Verdict[] =>
	names.flatMap((name) => {
		const before = small.medians.get(name);
		const after = large.medians.get(name);
		if (!before || !after) return [];
		const ratio = after.milliseconds / MORE_ITEMS / (before.milliseconds / ITEMS);
		return [
			atMost(`${name}: time per item at ${MORE_ITEMS} × that at ${ITEMS}`, ratio, LARGEST_GROWTH),
			atMost(`${name}: MB above the input at ${MORE_ITEMS}`, after.aboveInputMb, LARGEST_MEMORY_MB),
		];
	});

/** @returns what the targets of the vm engine at 20 ms say to the results, as far as they were measured */
export function verdicts(results: Result[]): Verdict[] {
	const small = find(results, ITEMS);
	const large = find(results, MORE_ITEMS);
	return [...(small ? atTenThousand(small) : []), ...(small && large ? growth(small, large) : [])];
}

/** @returns what the targets of lists say to the results of a piece */
export function listVerdicts(results: Result[]): Verdict[] {
	const ratios = results.flatMap((result) =>
		[...result.medians.keys()].flatMap((name) => {
			const limit = cases[name].mostTimesFloor;
			const times = timesFloor(name, result);
			if (limit === undefined || times === undefined) return [];
			const { items, concurrency } = result;
			return [
				atMost(`${name}, ${items} items, ${concurrency} at once: × bare script`, times, limit),
			];
		}),
	);
	const [small, large] = [ITEMS, MORE_ITEMS].map((items) => find(results, items));
	const names = [...(small?.medians.keys() ?? [])].filter((name) => cases[name].mostTimesFloor);
	return [...ratios, ...(small && large ? growth(small, large, names) : [])];
}
