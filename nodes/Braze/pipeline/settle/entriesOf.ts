import type { Entry, PlannedRequest } from '../request';

/** The entries of each item in a request, worked out once: an entry that was joined may serve very many items. */
const entriesByItem = new WeakMap<PlannedRequest, Map<number, Entry[]>>();

/** The entries of an item in a request. */
export function entriesOf(request: PlannedRequest, itemIndex: number): Entry[] {
	const known = entriesByItem.get(request) ?? groupEntries(request);
	entriesByItem.set(request, known);
	return known.get(itemIndex) ?? [];
}

function groupEntries({ entries, entryItems }: PlannedRequest): Map<number, Entry[]> {
	const byItem = new Map<number, Entry[]>();
	entries.forEach((entry, position) => {
		for (const itemIndex of entryItems[position]) {
			const own = byItem.get(itemIndex);
			if (own) own.push(entry);
			else byItem.set(itemIndex, [entry]);
		}
	});
	return byItem;
}
