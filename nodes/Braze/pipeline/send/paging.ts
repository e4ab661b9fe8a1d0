import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import type { PlannedRequest } from '../request';
import { NOT_BRAZE } from './notBraze';
import type { Accepted, Outcome } from './outcome';

/** A page as it was answered. */
export interface Page {
	/** Its place among the pages, from 0. */
	index: number;
	/** What the query of this page added to that of the request. */
	added: IDataObject;
	/** Entries on it. */
	count: number;
	/** Those of them that no earlier page had; absent where nobody looked. */
	fresh?: number;
	/** The query of the request without what pages add. */
	query?: IDataObject;
	/** The cursor behind `rel="next"` in the `Link` header; empty where the next page is named without one. */
	nextCursor?: string;
}

/** How an endpoint gives a list in pages. */
export interface Paging {
	/** Key of the list in the answer; a dot nests. */
	list: string;
	/**
	 * @param limit results that are wanted; all where it is absent
	 * @param query of the request
	 * @returns what the first page's query adds to that of the request
	 */
	first: (limit?: number, query?: IDataObject) => IDataObject;
	/** @returns what the next page's query adds; undefined after the last page */
	next: (page: Page) => IDataObject | undefined;
	/** What tells an entry apart, where two pages may hold the same; it is then kept once, as it came first. */
	keyOf?: (entry: unknown) => string;
	/** The order of all entries together, where the pages do not come in it. */
	inOrder?: (entries: unknown[]) => unknown[];
	/** A page without entries says nothing of the pages after it. */
	hasGaps?: true;
	/** A page may hold nothing but what earlier pages had, and the list goes on behind it. */
	mayRepeat?: true;
}

/** Where pages are counted, an entry that Braze adds meanwhile moves others to the next page, which has them once more. */
const asText = (entry: unknown): string => JSON.stringify(entry) ?? '';

/** Pages counted from 0; a page that is not full is the last one. */
export const byPage = (list: string, pageSize: number): Paging => ({
	list,
	first: () => ({ page: 0 }),
	next: ({ index, count }) => (count < pageSize ? undefined : { page: index + 1 }),
	keyOf: asText,
});

/**
 * An offset into the list. The first page goes without one, which Braze may refuse where it is 0.
 *
 * @param most entries that Braze gives in one page
 * @param isWhole whether what a query asks for has no pages, and Braze may give nothing where it is asked for one
 */
export const byOffset = (
	list: string,
	most: number,
	isWhole: (query: IDataObject) => boolean = () => false,
): Paging => ({
	list,
	first: (limit = most, query = {}) => (isWhole(query) ? {} : { limit: Math.min(limit, most) }),
	next: ({ added, count }) => {
		const { limit, offset = 0 } = added as { limit?: number; offset?: number };
		if (limit === undefined || count < limit) return undefined;
		return { limit: most, offset: offset + limit };
	},
	keyOf: asText,
});

/** A cursor, which the `Link` header gives with each page but the last; without one, the next page would be the first again. */
export const byCursor = (list: string): Paging => ({
	list,
	first: () => ({}),
	next: ({ nextCursor }) => {
		if (nextCursor === undefined) return undefined;
		return nextCursor === '' ? {} : { cursor: nextCursor };
	},
	// the last page is the one without a cursor, not the one without entries
	hasGaps: true,
});

/** The whole list in one answer. */
export const inOnePage = (list: string): Paging => ({
	list,
	first: () => ({}),
	next: () => undefined,
});

/**
 * Pages of names, of which it is not documented whether they are counted from 0 or from 1, nor how many names are on one: the first
 * is asked for without a number, and names are kept once.
 */
export const byUnknownPage = (list: string): Paging => ({
	list,
	first: () => ({}),
	next: ({ index, fresh }) => (index >= 2 && fresh === 0 ? undefined : { page: index + 1 }),
	keyOf: asText,
	mayRepeat: true,
});

/** More pages than any list of Braze has. */
const MAX_PAGES = 20_000;

type Send = (request: PlannedRequest) => Promise<Outcome>;

/**
 * @param send sends one request, attempts included
 * @returns what reads a whole list, or as much of it as is wanted, into one answer
 */
export const withPages =
	(send: Send, paging: Paging): Send =>
	async (planned) => {
		const { limit = Infinity } = planned;
		const entries: unknown[] = [];
		const known = new Set<string>();
		const { query } = planned.request;
		let added: IDataObject | undefined = paging.first(planned.limit, query);
		const asked = new Set<string>();
		let first: Accepted | undefined;
		let last = '';
		for (let index = 0; added; index++) {
			const place = JSON.stringify(added);
			if (asked.has(place) || index === MAX_PAGES) return endless;
			asked.add(place);
			const outcome = await send(withQuery(planned, added));
			if (outcome.kind !== 'accepted') return outcome;
			first ??= outcome;
			const page = listIn(outcome.answer, paging.list);
			if (!page) return withoutList(paging.list);
			const text = page.length > 0 && !paging.keyOf ? JSON.stringify(page) : '';
			if (text !== '' && text === last) return endless;
			last = text;
			const fresh = withoutKnown(page, known, paging.keyOf);
			// an answer may hold more entries than a call takes arguments
			for (const entry of fresh) entries.push(entry);
			if (entries.length >= limit || (page.length === 0 && !paging.hasGaps)) break;
			added = paging.next({
				index,
				added,
				count: page.length,
				fresh: fresh.length,
				query,
				nextCursor: outcome.nextCursor,
			});
			const isOld = page.length > 0 && fresh.length === 0;
			if (added && isOld && !paging.mayRepeat) return endless;
		}
		const all = paging.inOrder?.(entries) ?? entries;
		return { kind: 'accepted', answer: withList(first?.answer ?? {}, paging.list, all) };
	};

function withoutKnown(page: unknown[], known: Set<string>, keyOf: Paging['keyOf']): unknown[] {
	if (!keyOf) return page;
	return page.filter((entry) => {
		const key = keyOf(entry);
		const isKnown = known.has(key);
		known.add(key);
		return !isKnown;
	});
}

const withQuery = (planned: PlannedRequest, added: IDataObject): PlannedRequest => ({
	...planned,
	request: { ...planned.request, query: { ...planned.request.query, ...added } },
});

/** @returns the list that stands in an answer under a key; a dot nests */
export function listIn(answer: IDataObject, list: string): unknown[] | undefined {
	const value = list
		.split('.')
		.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), answer);
	return Array.isArray(value) ? value : undefined;
}

function withList(answer: IDataObject, list: string, entries: unknown[]): IDataObject {
	const [key, ...rest] = list.split('.');
	if (rest.length === 0) return { ...answer, [key]: entries as IDataObject[] };
	const inner = isObject(answer[key]) ? answer[key] : {};
	return { ...answer, [key]: withList(inner, rest.join('.'), entries) };
}

const endless: Outcome = {
	kind: 'rejected',
	reason: 'The list does not end: what was answered leads to a page that was read already',
	advice:
		'Something between n8n and Braze may answer from its memory or leave out what stands behind the question mark of an address; let requests to the instance in the Braze credential pass unchanged, or set a Limit',
};

const withoutList = (list: string): Outcome => ({
	kind: 'rejected',
	reason: `Something answered without the list '${list}', so this may not be Braze`,
	advice: NOT_BRAZE,
});
