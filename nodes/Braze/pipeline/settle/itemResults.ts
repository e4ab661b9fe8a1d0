import type { Endpoint } from '../operation';
import type { Entry, PlannedRequest } from '../request';
import type { Accepted, Outcome, Rejected } from '../send/outcome';
import { combined } from './combined';
import { faultsByIndex } from './faultsByIndex';

/** A request that serves an item, and what became of the item's part of it. */
export interface Share {
	request: PlannedRequest;
	outcome: Outcome;
}

/** What became of one input item. */
export interface ItemResult {
	outcome: Outcome;
	/** One, or several where the item's entries were more than one request takes. */
	shares: Share[];
}

/** What became of every item that was planned, by its index. */
export type ItemResults = Map<number, ItemResult>;

/**
 * Tells each item its part of what became of the requests.
 * Where Braze accepts a request but names entries that it left out, only the items of those entries fail.
 *
 * @param outcomes one for each request, in the same order
 */
export function resultsByItem(
	requests: PlannedRequest[],
	outcomes: Outcome[],
	endpoint: Pick<Endpoint, 'faults' | 'parts'> = { parts: [] },
): ItemResults {
	const results: ItemResults = new Map();
	requests.forEach((request, position) => {
		const outcome = outcomes[position];
		const leftOut =
			outcome.kind === 'accepted' ? itemsLeftOut(outcome, request, endpoint) : undefined;
		for (const itemIndex of request.itemIndexes) {
			const share = { request, outcome: leftOut?.get(itemIndex) ?? outcome };
			const earlier = results.get(itemIndex);
			const shares = earlier ? [...earlier.shares, share] : [share];
			results.set(itemIndex, { shares, outcome: combined(shares, itemIndex, endpoint) });
		}
	});
	return results;
}

/** The entries of an item in a request. */
export const entriesOf = ({ entries, entryItems }: PlannedRequest, itemIndex: number): Entry[] =>
	entries.filter((_entry, index) => entryItems[index].includes(itemIndex));

function itemsLeftOut(
	{ answer }: Accepted,
	request: PlannedRequest,
	{ faults = faultsByIndex }: Pick<Endpoint, 'faults'>,
): Map<number, Rejected> {
	const items = new Map<number, Rejected>();
	const reasonOf = new Map(faults(answer, request).map(({ entry, reason }) => [entry, reason]));
	if (reasonOf.size === 0) return items;
	for (const itemIndex of request.itemIndexes) {
		const own = entriesOf(request, itemIndex);
		const reasons = own.map((entry) => reasonOf.get(entry));
		if (own.length === 0 || reasons.includes(undefined)) continue;
		items.set(itemIndex, {
			kind: 'rejected',
			reason: `Braze took the request but left this user out: ${reasons.join('; ')}`,
			advice: 'Correct the user and run the item again; the other users of the request got it',
		});
	}
	return items;
}
