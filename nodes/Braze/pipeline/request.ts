import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { isObject } from '../schema/convert';
import { canonicalJson } from './plan/canonicalJson';

/** One thing that a request carries in a list: a user, an event, a catalog item. */
export interface Entry {
	/** Key of the list in the body that it stands in. */
	list: string;
	wire: IDataObject | string;
	/**
	 * Equal for two entries of the same thing where Braze would merge or refuse them: such two never meet in one request.
	 * Absent where a request may hold several, as it may hold several events of a user.
	 */
	key?: string;
	/** Keys of further things that it changes: it waits for earlier entries that have one of them, and later ones wait for it. */
	alsoKeys?: readonly string[];
}

/** What goes to Braze, apart from the entries. */
export interface BrazeRequest {
	method: IHttpRequestMethods;
	/** Path with its placeholders filled. */
	path: string;
	query?: IDataObject;
	body: IDataObject;
	/** Leaves without a body. */
	withoutBody?: true;
	/** Reaches people that it does not name, so that a run sends it once however many items ask for it. */
	reachesUnnamedUsers?: boolean;
}

/** @returns whom a request reaches that names no users: what Braze counts as one audience */
export const targetOf = ({ body }: BrazeRequest): unknown[] => [
	body.campaign_id ?? body.canvas_id,
	body.segment_id,
	orderless(body.audience),
];

/** An audience by whom it means: its filters fit the same people in any order, however often one stands there. */
function orderless(audience: unknown): unknown {
	if (!isObject(audience)) return audience;
	const entries = Object.entries(audience).map(([key, value]): [string, unknown] => {
		if (!Array.isArray(value)) return [key, value];
		const filters = value.map((filter): [string, unknown] => {
			const own = orderless(filter);
			return [canonicalJson(own), own];
		});
		return [key, [...new Map(filters.sort(([a], [b]) => (a < b ? -1 : 1))).values()]];
	});
	const [[key, value] = ['', undefined], ...others] = entries;
	const isAlone = ['AND', 'OR'].includes(key) && Array.isArray(value) && value.length === 1;
	return isAlone && others.length === 0 ? (value as unknown[])[0] : Object.fromEntries(entries);
}

/** One request to Braze and the input items that it serves. */
export interface PlannedRequest {
	request: BrazeRequest;
	entries: Entry[];
	/** The input items behind each of the entries, in the same order; several where entries were joined. */
	entryItems: number[][];
	itemIndexes: number[];
	/** Positions of earlier requests that hold an entry of the same key and must be answered first. */
	after: number[];
	/** Most results that any of the items wants of a list; absent where all are wanted. */
	limit?: number;
}

/** Puts an entry into a body. */
export type PlaceEntry = (body: IDataObject, entry: Entry) => void;

/** At the end of the list that the entry names. */
export const intoItsList: PlaceEntry = (body, { list, wire }) => {
	const entries = (body[list] ??= []) as Array<IDataObject | string>;
	entries.push(wire);
};

/** @returns the body as it goes on the wire, entries included */
export function requestBody(
	{ request, entries }: Pick<PlannedRequest, 'request' | 'entries'>,
	place: PlaceEntry = intoItsList,
): IDataObject {
	const body: IDataObject = { ...request.body };
	for (const entry of entries) place(body, entry);
	return body;
}

/** Whether a request has a body: not where it reads, nor where it deletes what its path names. */
export const hasBody = (method: IHttpRequestMethods, body: IDataObject): boolean =>
	method !== 'GET' && (method !== 'DELETE' || Object.keys(body).length > 0);

/** @returns the query as it goes on the wire; the entries of a GET stand in it, since it has no body */
export function requestQuery(
	{ request, entries }: Pick<PlannedRequest, 'request' | 'entries'>,
	place: PlaceEntry = intoItsList,
): IDataObject | undefined {
	if (request.method !== 'GET' || entries.length === 0) return request.query;
	const query: IDataObject = { ...request.query };
	for (const entry of entries) place(query, entry);
	return query;
}

/** @returns the entries of each list, in their order */
export function byList(entries: Entry[]): Map<string, Entry[]> {
	const lists = new Map<string, Entry[]>();
	for (const entry of entries) {
		const list = lists.get(entry.list);
		if (list) list.push(entry);
		else lists.set(entry.list, [entry]);
	}
	return lists;
}
