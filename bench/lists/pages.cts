import { Agent } from 'node:http';

import type { IDataObject } from 'n8n-workflow';

import { BOUNCE_PAGE, CAMPAIGN_PAGE, CATALOG_PAGE } from '../answers.cts';
import { call } from '../bareScript.cts';
import { brazeStep, httpRequest, inARow, splitOut } from '../benchCase.cts';
import type { BenchCase } from '../benchCase.cts';

const MOST_TIMES_SCRIPT = 1.5;

/** A list that is read whole, page by page. */
interface PagedRead {
	name: string;
	label: string;
	/** This node's form. */
	form: IDataObject;
	path: string;
	/** Rows on a full page. */
	size: number;
	/** The key of the rows in an answer. */
	list: string;
	/** How a person tells HTTP Request to read it. */
	pagination: (url: string) => IDataObject;
	/** Where the first page is, and the next one; nothing after the last. */
	first: string;
	next: (rows: unknown[], page: number, link?: string) => string | undefined;
	/** A last page that is full is followed by one that is asked for in vain. */
	asksOnceMore: boolean;
}

const oneItem = () => [{ json: {} }];

const untilShort = (name: string, value: string, list: string, size: number): IDataObject => ({
	paginationMode: 'updateAParameterInEachRequest',
	parameters: { parameters: [{ type: 'qs', name, value }] },
	paginationCompleteWhen: 'other',
	completeExpression: `={{ $response.body.${list}.length < ${size} }}`,
	limitPagesFetched: false,
	requestInterval: 0,
});

const reads: PagedRead[] = [
	{
		name: 'byPage',
		label: 'by page, 100',
		form: { resource: 'campaign', operation: 'getAll', returnAll: true },
		path: '/campaigns/list',
		size: CAMPAIGN_PAGE,
		list: 'campaigns',
		pagination: () => untilShort('page', '={{ $pageCount }}', 'campaigns', CAMPAIGN_PAGE),
		first: '?page=0',
		next: (rows, page) => (rows.length < CAMPAIGN_PAGE ? undefined : `?page=${page + 1}`),
		asksOnceMore: true,
	},
	{
		name: 'byOffset',
		label: 'by offset, 500',
		form: {
			resource: 'emailAddress',
			operation: 'getHardBounces',
			startDate: '2026-01-01',
			endDate: '2026-01-31',
			returnAll: true,
		},
		path: '/email/hard_bounces',
		size: BOUNCE_PAGE,
		list: 'emails',
		pagination: () => untilShort('offset', '={{ $pageCount * 500 }}', 'emails', BOUNCE_PAGE),
		first: `?limit=${BOUNCE_PAGE}`,
		next: (rows, page) =>
			rows.length < BOUNCE_PAGE
				? undefined
				: `?limit=${BOUNCE_PAGE}&offset=${(page + 1) * BOUNCE_PAGE}`,
		asksOnceMore: true,
	},
	{
		name: 'byCursor',
		label: 'by cursor, 50',
		form: {
			resource: 'catalogItem',
			operation: 'getAll',
			catalogName: { __rl: true, mode: 'name', value: 'products' },
			returnAll: true,
		},
		path: '/catalogs/products/items',
		size: CATALOG_PAGE,
		list: 'items',
		pagination: (url) => ({
			paginationMode: 'responseContainsNextURL',
			nextURL: `={{ '${url}' + ($response.headers?.link?.split(/[<>]/)[1] ?? '/catalogs/products/items') }}`,
			paginationCompleteWhen: 'other',
			completeExpression: '={{ !$response.headers.link }}',
			limitPagesFetched: false,
			requestInterval: 0,
		}),
		first: '',
		next: (_rows, _page, link) => link && link.split(/[<>]/)[1].replace(/^[^?]*/, ''),
		asksOnceMore: false,
	},
];

async function readBare(url: string, { path, list, first, next }: PagedRead): Promise<void> {
	const agent = new Agent({ keepAlive: true });
	const all: unknown[] = [];
	let query: string | undefined = first;
	for (let page = 0; query !== undefined; page++) {
		const { answer, headers } = await call(`${url}${path}${query}`, agent, 'GET');
		const rows = (answer as Record<string, unknown[]>)[list];
		all.push(...rows);
		query = next(rows, page, headers.link as string | undefined);
	}
	agent.destroy();
}

function waysOf(read: PagedRead): Record<string, BenchCase> {
	const { name, label, form, path, size, list, pagination, asksOnceMore } = read;
	const floor = `${name}Script`;
	const common = {
		input: oneItem,
		requests: (rows: number) =>
			Math.ceil(rows / size) + (asksOnceMore && rows % size === 0 ? 1 : 0),
		floor,
	};
	return {
		[name]: {
			label: `This node, ${label}`,
			workflow: () => inARow(brazeStep(form)),
			mostTimesFloor: MOST_TIMES_SCRIPT,
			...common,
		},
		[`${name}ByHttp`]: {
			label: `HTTP Request with Pagination, Split Out, ${label}`,
			workflow: ({ url }) =>
				inARow(
					httpRequest({
						method: 'GET',
						url: `${url}${path}`,
						authentication: 'predefinedCredentialType',
						nodeCredentialType: 'brazeApi',
						...(name === 'byOffset'
							? {
									sendQuery: true,
									queryParameters: { parameters: [{ name: 'limit', value: String(BOUNCE_PAGE) }] },
								}
							: {}),
						options: { pagination: { pagination: pagination(url) } },
					}),
					splitOut(list),
				),
			...common,
		},
		[floor]: {
			label: `Bare script, ${label}`,
			script: async (_items, { url }) => await readBare(url, read),
			...common,
		},
	};
}

export const pageWays: Record<string, BenchCase> = Object.assign(
	{},
	...reads.map(waysOf),
) as Record<string, BenchCase>;
