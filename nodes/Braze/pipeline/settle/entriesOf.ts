import type { Entry, PlannedRequest } from '../request';

/** @returns the entries of an item in a request */
export const entriesOf = ({ entries, entryItems }: PlannedRequest, itemIndex: number): Entry[] =>
	entries.filter((_entry, index) => entryItems[index].includes(itemIndex));
