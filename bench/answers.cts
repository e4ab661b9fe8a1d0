/** What the stand-in for Braze answers, by path: no more than a client reads. */

export interface Answered {
	body: object;
	/** The `Link` header of a page that is not the last. */
	link?: string;
	/** Users, events, items and rows that were sent or asked for. */
	objects: number;
}

type Body = Record<string, unknown[]>;

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

const numbers = (from: number, to: number): number[] =>
	Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

export const CATALOG_PAGE = 50;
export const CAMPAIGN_PAGE = 100;
export const BOUNCE_PAGE = 500;

const campaign = (index: number): object => ({
	id: `campaign-${index}`,
	name: `Campaign ${index}`,
	tags: ['bench'],
	is_api_campaign: false,
	last_edited: '2026-01-16T09:30:00Z',
});

const bounce = (index: number): object => ({
	email: `user-${index}@example.com`,
	hard_bounced_at: '2026-01-16T09:30:00Z',
});

const item = (index: number): object => ({ id: `sku-${index}`, title: `Thing ${index}`, price: 5 });

const user = (id: unknown): object => ({
	external_id: id,
	braze_id: `b-${String(id)}`,
	email: `${String(id)}@example.com`,
});

function page(rows: number, query: URLSearchParams): Answered {
	const from = Number(query.get('page') ?? 0) * CAMPAIGN_PAGE;
	const campaigns = numbers(from, Math.min(rows, from + CAMPAIGN_PAGE)).map(campaign);
	return { body: { message: 'success', campaigns }, objects: campaigns.length };
}

function offset(rows: number, query: URLSearchParams): Answered {
	const from = Number(query.get('offset') ?? 0);
	const limit = Number(query.get('limit') ?? CAMPAIGN_PAGE);
	const emails = numbers(from, Math.min(rows, from + limit)).map(bounce);
	return { body: { message: 'success', emails }, objects: emails.length };
}

function cursor(path: string, rows: number, query: URLSearchParams): Answered {
	const from = Number(query.get('cursor') ?? 0);
	const items = numbers(from, Math.min(rows, from + CATALOG_PAGE)).map(item);
	const next = from + items.length;
	const link = `<${path}?cursor=${next}>; rel="next"`;
	return {
		body: { message: 'success', items },
		objects: items.length,
		...(next < rows ? { link } : {}),
	};
}

/** @param rows of every list that is read */
export function answerTo(url: string, text: string, rows: number): Answered {
	const { pathname, searchParams } = new URL(url, 'http://localhost');
	if (text === '') {
		if (pathname === '/campaigns/list') return page(rows, searchParams);
		if (pathname === '/email/hard_bounces') return offset(rows, searchParams);
		return cursor(pathname, rows, searchParams);
	}
	const body = JSON.parse(text) as Body;
	switch (pathname) {
		case '/users/track': {
			const [attributes, events] = [lengthOf(body.attributes), lengthOf(body.events)];
			return {
				body: { message: 'success', attributes_processed: attributes, events_processed: events },
				objects: attributes + events,
			};
		}
		case '/users/export/ids':
			return {
				body: { message: 'success', users: body.external_ids.map(user) },
				objects: body.external_ids.length,
			};
		default:
			return {
				body: { dispatch_id: '5f1b8c3e2d9a4b0012c3d4e5', message: 'success' },
				objects:
					lengthOf(body.recipients) + lengthOf(body.items) + lengthOf(body.external_user_ids),
			};
	}
}
