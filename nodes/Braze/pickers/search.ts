import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { Endpoint } from '../pipeline/operation';
import type { Paging } from '../pipeline/send/paging';
import { isAbsent, isObject } from '../schema/convert';
import { ask, objectsUnder } from './ask';
import { distinct, wordIn } from './distinct';

/** Matches that a search collects before it waits for the next scroll. */
const ENOUGH_MATCHES = 50;

/** Pages that a search reads before it waits for the next scroll, so that a rare name does not take minutes. */
const MOST_PAGES = 20;

/** Milliseconds after which a search shows what it has, since a person waits for it. */
const LONGEST_SEARCH_MS = 20_000;

/** A list endpoint as something to choose from. */
export interface Picked {
	endpoint: Endpoint & { paging: Paging };
	/** What the query says besides the page. */
	query?: IDataObject;
	idKey: string;
	nameKey: string;
	accepts?: (entry: IDataObject) => boolean;
	/** What the list says of an entry behind its name. */
	suffix?: (entry: IDataObject) => string | undefined;
	/** Entries that stand before those of Braze. */
	first?: IDataObject[];
	/** The mode of the field that does without the list. */
	otherWay?: string;
}

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: unknown,
) => Promise<INodeListSearchResult>;

/** Where a search goes on: the place of the next page, and what its query adds. */
interface Position {
	index: number;
	added: IDataObject;
}

/**
 * @returns the search behind *From List*. Braze filters no list by name, so a search pages on until it has
 *   enough matches, has read a number of pages, or the list ends
 */
export const searchOf = (picked: Picked): ListSearch =>
	async function search(this: ILoadOptionsFunctions, filter = '', paginationToken?: unknown) {
		const { endpoint, query } = picked;
		const { paging } = endpoint;
		const results: INodeListSearchItems[] = [];
		const start = Date.now();
		const known = new Set<unknown>();
		let last = '';
		let position: Position | undefined = startOf(paginationToken, paging);
		if (paginationToken === undefined)
			results.push(...matchesIn(picked.first ?? [], picked, filter));
		for (let pages = 0; position; pages++) {
			const isLong = pages > 0 && Date.now() - start > LONGEST_SEARCH_MS;
			if (results.length >= ENOUGH_MATCHES || pages >= MOST_PAGES || isLong) {
				return { results: distinct(results), paginationToken: JSON.stringify(position) };
			}
			const { index, added }: Position = position;
			const { answer, nextCursor } = await ask(
				this,
				endpoint,
				{ ...query, ...added },
				picked.otherWay && `choose ${picked.otherWay}`,
			);
			const entries = objectsUnder(answer, paging.list);
			const page = JSON.stringify([entries, nextCursor]);
			if (page === last && !paging.mayRepeat) break;
			last = page;
			const unread = paging.keyOf ? unreadIn(entries, picked, known) : entries;
			results.push(...matchesIn(unread, picked, filter));
			const fresh = unread.length;
			const next: IDataObject | undefined = paging.next({
				index,
				added,
				count: entries.length,
				fresh,
				nextCursor,
			});
			// a next page that is this one again would be shown again with each scroll
			const isOther: boolean = JSON.stringify(next) !== JSON.stringify(added);
			position = next && isOther ? { index: index + 1, added: next } : undefined;
		}
		return { results: distinct(results) };
	};

const startOf = (token: unknown, paging: Paging): Position =>
	typeof token === 'string' ? (JSON.parse(token) as Position) : { index: 0, added: paging.first() };

/** The entries that no page of this search had before. */
function unreadIn(entries: IDataObject[], { idKey }: Picked, known: Set<unknown>): IDataObject[] {
	return entries.filter((entry) => {
		const id = isObject(entry) ? entry[idKey] : undefined;
		const isNew = id !== undefined && !known.has(id);
		known.add(id);
		return isNew;
	});
}

function matchesIn(entries: IDataObject[], picked: Picked, filter: string): INodeListSearchItems[] {
	return entries
		.filter(isObject)
		.filter((entry) => wordIn(entry[picked.idKey]) !== undefined)
		.filter((entry) => picked.accepts?.(entry) ?? true)
		.map((entry) => asItem(entry, picked))
		.filter(({ name }) => matches(name, filter));
}

const matches = (name: string, filter: string): boolean =>
	filter
		.toLowerCase()
		.split(/\s+/)
		.every((word) => name.toLowerCase().includes(word));

/** What a list tells of an entry besides its name and its tags. */
const marks: Array<[key: string, word: string]> = [
	['archived', 'archived'],
	['draft', 'draft'],
	['is_api_campaign', 'API campaign'],
];

/** Braze's lists of tags can hold null. */
const tagsOf = ({ tags }: IDataObject): string[] =>
	Array.isArray(tags) ? (tags as unknown[]).filter((tag) => !isAbsent(tag)).map(String) : [];

/** What stands behind the name of an entry, to tell it from others. */
function aboutOf(entry: IDataObject, { accepts, suffix }: Picked): string {
	if (suffix) return suffix(entry) ?? '';
	return [
		// what all entries of a picker have in common tells none of them apart
		...(accepts ? [] : marks.filter(([key]) => entry[key] === true).map(([, word]) => word)),
		...tagsOf(entry),
	].join(', ');
}

function asItem(entry: IDataObject, picked: Picked): INodeListSearchItems {
	const { idKey, nameKey } = picked;
	const about = aboutOf(entry, picked);
	const value = String(entry[idKey]);
	const name = wordIn(entry[nameKey]) ?? value;
	return { name: about ? `${name} (${about})` : name, value };
}
