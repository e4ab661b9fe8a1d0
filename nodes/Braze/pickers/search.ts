import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { objectsUnder, readList } from './pages';
import type { Listing } from './pages';

/** Matches that a search collects before it waits for the next scroll. */
const ENOUGH_MATCHES = 50;

/** A list endpoint that gives its entries page by page. */
export interface PagedListing extends Listing {
	/** Key of the entries in the answer. */
	entries: string;
	/** Entries in a full page; a shorter page is the last one (Braze docs). */
	pageSize: number;
	query: (page: number) => IDataObject;
	idKey: string;
	nameKey: string;
	accepts?: (entry: IDataObject) => boolean;
}

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: unknown,
) => Promise<INodeListSearchResult>;

/**
 * @returns the search behind *From List*. Braze filters no list by name, so a search pages on until it has
 *   enough matches or the list ends
 */
export const searchOf = (listing: PagedListing): ListSearch =>
	async function search(this: ILoadOptionsFunctions, filter = '', paginationToken?: unknown) {
		const results: INodeListSearchItems[] = [];
		for (let page = Number(paginationToken ?? 0); ; page++) {
			const entries = objectsUnder(
				await readList(this, listing, listing.query(page)),
				listing.entries,
			);
			results.push(
				...entries
					.filter((entry) => listing.accepts?.(entry) ?? true)
					.map((entry) => asItem(entry, listing))
					.filter(({ name }) => matches(name, filter)),
			);
			if (entries.length < listing.pageSize) return { results };
			if (results.length >= ENOUGH_MATCHES) return { results, paginationToken: String(page + 1) };
		}
	};

const matches = (name: string, filter: string): boolean =>
	filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => name.toLowerCase().includes(word));

function asItem(entry: IDataObject, { idKey, nameKey }: PagedListing): INodeListSearchItems {
	const tags = Array.isArray(entry.tags) ? entry.tags.map(String) : [];
	const name = String(entry[nameKey] ?? entry[idKey]);
	return {
		name: tags.length > 0 ? `${name} (${tags.join(', ')})` : name,
		value: String(entry[idKey]),
	};
}
