import type { Entry, PlannedRequest } from '../request';
import type { Outcome } from '../send/outcome';
import type { Share } from '../result';

/** @returns the shares of an item in a request: one, or several where Braze did not take all of its entries alike */
export function sharesOf(request: PlannedRequest, outcome: Outcome, itemIndex: number): Share[] {
	const { apart, ...together } = outcome;
	if (!apart) return [{ request, outcome }];
	const groups = new Map<Outcome, Entry[]>();
	request.entries.forEach((entry, index) => {
		if (!request.entryItems[index].includes(itemIndex)) return;
		const own = apart.get(entry) ?? together;
		groups.set(own, [...(groups.get(own) ?? []), entry]);
	});
	return [...groups].map(([own, entries]) => ({
		request: { ...request, entries, entryItems: entries.map(() => [itemIndex]) },
		outcome: own,
	}));
}
