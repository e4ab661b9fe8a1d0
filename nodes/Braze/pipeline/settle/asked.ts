import type { Kept } from '../call';
import type { Asked, Endpoint } from '../operation';
import type { PlannedRequest } from '../request';
import { entriesOf } from './entriesOf';
import type { ItemResults, Share } from './itemResults';

/** @returns what an item asked for in one of the requests that served it */
export function askedOf(request: PlannedRequest, itemIndex: number, kept: Kept): Asked {
	const entries = entriesOf(request, itemIndex);
	return {
		request: request.request,
		kept,
		entries,
		entryCount: request.entries.length,
		isAlone: request.entries.length === entries.length,
	};
}

/** @returns the results, those items failed for which an accepted answer is none */
export function withMisses(
	results: ItemResults,
	keptOf: (itemIndex: number) => Kept,
	{ miss }: Pick<Endpoint, 'miss'>,
): ItemResults {
	if (!miss) return results;
	const missOf = ({ request, outcome }: Share, itemIndex: number) =>
		outcome.kind === 'accepted'
			? miss(outcome.answer, askedOf(request, itemIndex, keptOf(itemIndex)))
			: undefined;
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
