import { DateTime } from 'luxon';
import { refuse } from '../errors.cts';
import { PAGE_SIZE, TEMPLATE_PAGE } from '../limits.cts';
import { parseDateTime } from '../schemas/formats.cts';
import { querySchemas } from '../schemas/queries.cts';
import { found, type Endpoint } from './endpoint.cts';

type Query = Record<string, string>;

interface Listed {
	created_at?: string;
	last_edited?: string;
	state?: 'active' | 'paused' | 'archived';
}

// An item without dates was made at the beginning of all things.
const LONG_AGO = '2020-01-01T00:00:00+00:00';

/** GET /campaigns/list */
export const campaignsList: Endpoint = {
	method: 'GET',
	path: '/campaigns/list',
	permission: 'campaigns.list',
	schema: querySchemas['/campaigns/list'],
	handle({ query, workspace }) {
		const campaigns = pageOf(query, listed(query, workspace.seed.campaigns)).map((campaign) => ({
			id: campaign.id,
			last_edited: lastEdited(campaign),
			name: campaign.name,
			is_api_campaign: campaign.kind === 'api',
			tags: campaign.tags ?? [],
		}));
		return found({ message: 'success', campaigns });
	},
};

/** GET /canvas/list */
export const canvasList: Endpoint = {
	method: 'GET',
	path: '/canvas/list',
	permission: 'canvas.list',
	schema: querySchemas['/canvas/list'],
	handle({ query, workspace }) {
		const canvases = pageOf(query, listed(query, workspace.seed.canvases)).map((canvas) => ({
			id: canvas.id,
			last_edited: lastEdited(canvas),
			name: canvas.name,
			tags: canvas.tags ?? [],
		}));
		return found({ canvases, message: 'success' });
	},
};

/** GET /segments/list */
export const segmentsList: Endpoint = {
	method: 'GET',
	path: '/segments/list',
	permission: 'segments.list',
	schema: querySchemas['/segments/list'],
	handle({ query, workspace }) {
		const segments = pageOf(query, sorted(query, workspace.seed.segments)).map((segment) => ({
			id: segment.id,
			name: segment.name,
			analytics_tracking_enabled: segment.analytics_tracking_enabled ?? false,
			tags: segment.tags ?? [],
		}));
		return found({ message: 'success', segments });
	},
};

/** GET /templates/email/list: the one list with limit and offset, and without a message. */
export const templatesEmailList: Endpoint = {
	method: 'GET',
	path: '/templates/email/list',
	permission: 'templates.email.list',
	schema: querySchemas['/templates/email/list'],
	handle({ query, workspace }) {
		const limit = Number(query.limit ?? TEMPLATE_PAGE.default);
		if (limit < 1 || limit > TEMPLATE_PAGE.max) {
			refuse([{ detail: `limit must be between 1 and ${TEMPLATE_PAGE.max}` }]);
		}
		const offset = Number(query.offset ?? 0);
		const templates = workspace.seed.email_templates
			.map((template) => ({
				email_template_id: template.email_template_id,
				template_name: template.template_name,
				created_at: template.created_at ?? LONG_AGO,
				updated_at: template.updated_at ?? template.created_at ?? LONG_AGO,
				tags: template.tags ?? [],
			}))
			.filter(({ updated_at: at }) => isWithin(at, query.modified_after, query.modified_before))
			.slice(offset, offset + limit);
		return found({ count: templates.length, templates });
	},
};

function listed<Item extends Listed>(query: Query, items: Item[]): Item[] {
	const after = query['last_edit.time[gt]'];
	return sorted(query, items)
		.filter(({ state }) => state !== 'archived' || query.include_archived === 'true')
		.filter((item) => isWithin(lastEdited(item), after, undefined));
}

function sorted<Item extends Listed>(query: Query, items: Item[]): Item[] {
	const direction = query.sort_direction === 'desc' ? -1 : 1;
	const createdAt = (item: Item) => millis(item.created_at ?? LONG_AGO);
	return [...items].sort((left, right) => direction * (createdAt(left) - createdAt(right)));
}

function pageOf<Item>(query: Query, items: Item[]): Item[] {
	const start = Number(query.page ?? 0) * PAGE_SIZE;
	return items.slice(start, start + PAGE_SIZE);
}

function lastEdited({ last_edited: edited, created_at: createdAt }: Listed): string {
	return edited ?? createdAt ?? LONG_AGO;
}

function isWithin(at: string, after: string | undefined, before: string | undefined): boolean {
	if (after !== undefined && millis(at) <= millis(after)) return false;
	return before === undefined || millis(at) < millis(before);
}

function millis(text: string): number {
	return (parseDateTime(text) ?? DateTime.fromMillis(0)).toMillis();
}
