import type { Call, Kept } from '../call';
import type { Asked, Endpoint } from '../operation';
import { entriesOf } from './entriesOf';
import type { ItemResults, Share } from '../result';

/** @returns what an item asked for in one of the requests that served it */
export function askedOf({ request, outcome }: Share, itemIndex: number, kept: Kept): Asked {
	return {
		request: request.request,
		kept,
		entries: entriesOf(request, itemIndex),
		entryCount: request.entries.length,
		afterDoubt: outcome.kind === 'accepted' && outcome.afterDoubt === true,
	};
}

/** @returns what the form kept for each item; a later call of an item is what its output is made of */
export function keptByItem(calls: Call[]): Map<number, Kept> {
	const kept = new Map<number, Kept>();
	for (const { itemIndex, alsoServes, content } of calls) {
		kept.set(itemIndex, content.kept);
		if (alsoServes) for (const other of alsoServes) kept.set(other, content.kept);
	}
	return kept;
}

/** @returns the results, those items failed for which an accepted answer is none */
export function withMisses(
	results: ItemResults,
	kept: Map<number, Kept>,
	{ miss }: Pick<Endpoint, 'miss'>,
): ItemResults {
	if (!miss) return results;
	const missOf = (share: Share, itemIndex: number) => {
		if (share.outcome.kind !== 'accepted') return undefined;
		try {
			return miss(share.outcome.answer, askedOf(share, itemIndex, kept.get(itemIndex) ?? {}));
		} catch (error) {
			const reason = `Braze's answer could not be read (${(error as Error).message})`;
			return { reason, advice: 'Look in Braze for what was asked, or run the item again' };
		}
	};
	return new Map(
		[...results].map(([itemIndex, result]) => {
			const found = result.shares.map((share) => missOf(share, itemIndex)).find(Boolean);
			return [
				itemIndex,
				found ? { ...result, outcome: { kind: 'rejected', ...found } } : result,
			] as const;
		}),
	);
}
