import type { Entry, PlannedRequest } from '../request';

/** @returns a request with some of its entries, and the items that are behind those */
export function only(
	request: PlannedRequest,
	isWanted: (entry: Entry, position: number) => boolean,
): PlannedRequest {
	const positions = request.entries.flatMap((entry, position) =>
		isWanted(entry, position) ? [position] : [],
	);
	const entryItems = positions.map((position) => request.entryItems[position]);
	return {
		...request,
		entries: positions.map((position) => request.entries[position]),
		entryItems,
		itemIndexes: [...new Set(entryItems.flat())].sort((a, b) => a - b),
		after: [],
	};
}
