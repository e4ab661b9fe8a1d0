import { readSeed } from '../../sandbox/sandbox.cts';
import { ids, listOf } from './lists.cts';
import {
	API_CAMPAIGN,
	ARCHIVED_CANVAS,
	DAY,
	MINUTE,
	NOW,
	openSandbox,
	PAUSED_CANVAS,
	TEMPLATE,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
let filled: Client;
beforeAll(async () => {
	client = await openSandbox();
	filled = await openSandbox({ seed: { ...readSeed(), fill: 230 } });
});
afterAll(() => Promise.all([client.sandbox.close(), filled.sandbox.close()]));

const listed = async (path: string, key: string, from = client) => await listOf(from, path, key);

test('campaigns come oldest first, without the archived ones', async () => {
	const campaigns = await listed('/campaigns/list', 'campaigns');
	expect(campaigns[0]).toEqual({
		id: API_CAMPAIGN,
		last_edited: '2025-11-03T10:15:00+00:00',
		name: 'Order messages',
		is_api_campaign: true,
		tags: ['orders', 'transactional'],
	});
	expect(campaigns).toHaveLength(6);
	const descending = await listed('/campaigns/list?sort_direction=desc', 'campaigns');
	expect(ids(descending)).toEqual(ids(campaigns).reverse());
	const all = await listed('/campaigns/list?include_archived=true', 'campaigns');
	expect(all).toHaveLength(8);
	const edited = encodeURIComponent('last_edit.time[gt]');
	const recent = await listed(`/campaigns/list?${edited}=2026-01-02T12:00:00`, 'campaigns');
	expect(ids(recent)).toEqual([TRIGGERED_CAMPAIGN]);
	const zone = encodeURIComponent('2026-01-02T12:00:00+00:00');
	expect(ids(await listed(`/campaigns/list?${edited}=${zone}`, 'campaigns'))).toEqual(ids(recent));
});

test('Canvases are listed with the paused ones', async () => {
	const canvases = await listed('/canvas/list', 'canvases');
	expect(Object.keys(canvases[0])).toEqual(['id', 'last_edited', 'name', 'tags']);
	expect(ids(canvases)).toContain(PAUSED_CANVAS);
	expect(ids(canvases)).not.toContain(ARCHIVED_CANVAS);
	expect(ids(await listed('/canvas/list?include_archived=true', 'canvases'))).toContain(
		ARCHIVED_CANVAS,
	);
});

test('segments are listed', async () => {
	const segments = await listed('/segments/list', 'segments');
	expect(segments).toHaveLength(3);
	expect(segments[1]).toMatchObject({
		name: 'Members',
		analytics_tracking_enabled: true,
		tags: ['loyalty'],
	});
});

test('email templates are listed with a count and without a message', async () => {
	const { status, body } = await client.get('/templates/email/list');
	expect([status, Object.keys(body), body.count]).toEqual([200, ['count', 'templates'], 2]);
	expect(body.templates).toContainEqual({
		email_template_id: TEMPLATE,
		template_name: 'Order confirmation',
		created_at: '2024-01-05T09:00:00+00:00',
		updated_at: '2025-11-05T09:00:00+00:00',
		tags: ['orders'],
	});
	const recent = await listed(
		'/templates/email/list?modified_after=2026-01-01T00:00:00Z',
		'templates',
	);
	expect(recent.map((template) => template.template_name)).toEqual(['Newsletter']);
	expect(
		await listed('/templates/email/list?modified_before=2020-01-01T00:00:00Z', 'templates'),
	).toEqual([]);
});

test.each([
	['/campaigns/list', 'campaigns', 228],
	['/canvas/list', 'canvases', 229],
	['/segments/list', 'segments', 230],
])('%s has pages of 100, and an empty one behind the last', async (path, key, total) => {
	const pages = await Promise.all(
		[0, 1, 2, 3].map((page) => listed(`${path}?page=${page}`, key, filled)),
	);
	expect(pages.map((page) => page.length)).toEqual([100, 100, total - 200, 0]);
	expect(new Set(pages.flatMap(ids)).size).toBe(total);
});

test('/templates/email/list pages by limit and offset', async () => {
	const lengths = await Promise.all(
		['', '?limit=1000', '?limit=7', '?offset=200', '?limit=100&offset=230'].map(
			async (query) => (await listed(`/templates/email/list${query}`, 'templates', filled)).length,
		),
	);
	expect(lengths).toEqual([100, 230, 7, 30, 0]);
});

test.each([
	['/campaigns/list?page=-1', 'page must be a whole number'],
	['/campaigns/list?page=one', 'page must be a whole number'],
	['/campaigns/list?page_size=10', 'page_size is not a known key'],
	['/campaigns/list?search=a', 'search is not a known key'],
	['/campaigns/list?sort_direction=up', 'sort_direction must be one of asc, desc'],
	['/campaigns/list?include_archived=yes', 'include_archived must be one of true, false'],
	['/campaigns/list?last_edit.time[gt]=today', 'must be in the form yyyy-MM-DDTHH:mm:ss'],
	['/segments/list?include_archived=true', 'include_archived is not a known key'],
	['/templates/email/list?page=0', 'page is not a known key'],
	['/templates/email/list?limit=1001', 'limit must be between 1 and 1000'],
	['/templates/email/list?limit=a', 'limit must be a whole number'],
	['/templates/email/list?offset=0', 'Offset must be greater than 0.'],
	['/segments/list?page=0&page=1', 'page must be string'],
	['/templates/email/list?limit=0', 'limit must be between 1 and 1000'],
	['/templates/email/list?modified_after=x', 'modified_after must be an ISO 8601'],
	['/campaigns/details', 'campaign_id must be a string of the campaign api identifier'],
	[`/campaigns/details?campaign_id=${UNKNOWN_ID}`, 'campaign_id must be a string of the campaign'],
	[
		`/canvas/details?canvas_id=${UNKNOWN_ID}`,
		'canvas_id must be a string of the Canvas api identifier',
	],
	['/messages/scheduled_broadcasts', 'end_time is required'],
	['/messages/scheduled_broadcasts?end_time=x', 'end_time must be an ISO 8601'],
])('%s is refused', async (path, error) => {
	const answer = await client.get(path);
	expect(answer.status).toBe(400);
	expect(JSON.stringify(answer.body)).toContain(error);
});

test('scheduled broadcasts are those before the midnight of end_time', async () => {
	const query = (end: string) => `/messages/scheduled_broadcasts?end_time=${end}`;
	expect(await listed(query('2026-01-17T23:00:00Z'), 'scheduled_broadcasts')).toEqual([]);
	const soon = await listed(query('2026-01-19T00:00:00Z'), 'scheduled_broadcasts');
	expect(soon).toEqual([
		{
			name: 'Weekly newsletter',
			id: 'c0000000-0000-4000-8000-000000000007',
			type: 'Campaign',
			tags: ['newsletter'],
			next_send_time: '2026-01-18T09:00:00',
			schedule_type: 'local_time_zones',
		},
		expect.objectContaining({ type: 'Canvas', next_send_time: '2026-01-17T12:00:00Z' }),
	]);
	client.sandbox.clock.set(NOW + 3 * DAY + MINUTE);
	const later = await listed(query('2026-02-02T00:00:00Z'), 'scheduled_broadcasts');
	expect(later.map((item) => item.next_send_time)).toEqual([
		'2026-01-25T09:00:00',
		'2026-01-20T12:00:00Z',
	]);
	client.sandbox.clock.set(NOW);
});
