import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import type { PlannedRequest } from '../request';
import type { Accepted, Outcome } from './outcome';

/** A page as it was answered. */
export interface Page {
	/** Its place among the pages, from 0. */
	index: number;
	/** What the query of this page added to that of the request. */
	added: IDataObject;
	/** Entries on it. */
	count: number;
	/** The cursor behind `rel="next"` in the `Link` header. */
	nextCursor?: string;
}

/** How an endpoint gives a list in pages. */
export interface Paging {
	/** Key of the list in the answer. */
	list: string;
	/**
	 * @param limit results that are wanted; all where it is absent
	 * @param query of the request
	 * @returns what the first page's query adds to that of the request
	 */
	first: (limit?: number, query?: IDataObject) => IDataObject;
	/** @returns what the next page's query adds; undefined after the last page */
	next: (page: Page) => IDataObject | undefined;
}

/** Pages counted from 0; a page that is not full is the last one. */
export const byPage = (list: string, pageSize: number): Paging => ({
	list,
	first: () => ({ page: 0 }),
	next: ({ index, count }) => (count < pageSize ? undefined : { page: index + 1 }),
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
});

/** A cursor, which the `Link` header gives with each page but the last. */
export const byCursor = (list: string): Paging => ({
	list,
	first: () => ({}),
	next: ({ nextCursor }) => (nextCursor === undefined ? undefined : { cursor: nextCursor }),
});

/** More pages than any list of Braze has; a list that goes on for longer is answered by something else. */
const MAX_PAGES = 20_000;

type Send = (request: PlannedRequest) => Promise<Outcome>;

/**
 * @param send sends one request, attempts included
 * @param mostPages pages after which a list counts as read; for lists that a person scrolls through
 * @returns what reads a whole list, or as much of it as is wanted, into one answer
 */
export const withPages =
	(send: Send, paging: Paging, mostPages = MAX_PAGES): Send =>
	async (planned) => {
		const { limit = Infinity } = planned;
		const entries: unknown[] = [];
		let added: IDataObject | undefined = paging.first(planned.limit, planned.request.query);
		let first: Accepted | undefined;
		for (let index = 0; added && index < mostPages; index++) {
			const outcome = await send(withQuery(planned, added));
			if (outcome.kind !== 'accepted') return outcome;
			first ??= outcome;
			const page = listIn(outcome.answer, paging.list);
			if (!page) return withoutList(paging.list);
			entries.push(...page);
			if (entries.length >= limit || page.length === 0) break;
			const next = paging.next({
				index,
				added,
				count: page.length,
				nextCursor: outcome.nextCursor,
			});
			added = JSON.stringify(next) === JSON.stringify(added) ? undefined : next;
		}
		const answer = { ...first?.answer, [paging.list]: entries as IDataObject[] };
		return { kind: 'accepted', answer };
	};

const withQuery = (planned: PlannedRequest, added: IDataObject): PlannedRequest => ({
	...planned,
	request: { ...planned.request, query: { ...planned.request.query, ...added } },
});

const listIn = (answer: IDataObject, list: string): unknown[] | undefined =>
	isObject(answer) && Array.isArray(answer[list]) ? (answer[list] as unknown[]) : undefined;

const withoutList = (list: string): Outcome => ({
	kind: 'rejected',
	reason: `Something answered without the list '${list}', so this may not be Braze`,
	advice: 'Check the instance in the Braze credential, and what stands between n8n and Braze',
});
