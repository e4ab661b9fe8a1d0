import { capitalize } from '../../schema/field';
import type { EffectWords } from '../effect';
import type { NotTaken, Outcome } from '../send/outcome';
import type { ItemResults } from '../result';

const MAX_RANGES = 10;

/**
 * @param itemCount items of the run; those without a result were not sent
 * @returns which items of a stopped run were sent, may have been sent, and were not sent; or written, for what writes
 */
export function accountOf(
	results: ItemResults,
	itemCount: number,
	{ done }: Pick<EffectWords, 'done'>,
): string {
	const byKind = { accepted: [], mayHaveBeenSent: [], rejected: [], notSent: [] } as Record<
		Outcome['kind'],
		number[]
	>;
	for (let index = 0; index < itemCount; index++) {
		byKind[results.get(index)?.outcome.kind ?? 'notSent'].push(index);
	}
	const { accepted, mayHaveBeenSent, rejected, notSent } = byKind;
	return [
		`${capitalize(done)}: ${ranges(accepted)}`,
		...(mayHaveBeenSent.length > 0 ? [`may have been ${done}: ${ranges(mayHaveBeenSent)}`] : []),
		`not ${done}: ${ranges([...rejected, ...notSent])}`,
	].join('; ');
}

/** @returns the failure that a run stops at, by its item: the first of what went wrong, before the first that only did not leave */
export function firstFailure(results: ItemResults): Failure | undefined {
	let first: Failure | undefined;
	results.forEach(({ outcome }, itemIndex) => {
		if (outcome.kind === 'accepted') return;
		if (first === undefined || isBefore({ itemIndex, outcome }, first))
			first = { itemIndex, outcome };
	});
	return first;
}

interface Failure {
	itemIndex: number;
	outcome: NotTaken;
}

function isBefore(one: Failure, other: Failure): boolean {
	const [left, otherLeft] = [one, other].map(({ outcome }) => outcome.kind !== 'notSent');
	return left === otherLeft ? one.itemIndex < other.itemIndex : left;
}

/** Item indexes as a person reads them: "3 items (0-1, 7)". */
function ranges(indexes: number[]): string {
	if (indexes.length === 0) return 'none';
	const spans: Array<[number, number]> = [];
	for (const index of [...indexes].sort((a, b) => a - b)) {
		const last = spans.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else spans.push([index, index]);
	}
	const words = spans
		.slice(0, MAX_RANGES)
		.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
		.join(', ');
	const more = spans.length > MAX_RANGES ? ' and others' : '';
	return `${indexes.length} item${indexes.length === 1 ? '' : 's'} (${words}${more})`;
}
