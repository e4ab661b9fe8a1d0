import {
	API_CAMPAIGN,
	CANVAS,
	MEMBERS,
	openSandbox,
	SEND_ID,
	TRIGGERED_CAMPAIGN,
	UNKNOWN_ID,
	type Client,
} from './support.cts';

let client: Client;
beforeAll(async () => {
	client = await openSandbox();
});
beforeEach(() => client.sandbox.reset());
afterAll(async () => await client.sandbox.close());

type Point = Record<string, unknown> & { time: string };
const points = async (path: string): Promise<Point[]> => {
	const { status, body } = await client.get(path);
	expect(status).toBe(200);
	return body.data as Point[];
};

test.each([
	['/kpi/new_users/data_series?length=2', 'new_users'],
	['/kpi/dau/data_series?length=2&app_id=a', 'dau'],
	['/kpi/mau/data_series?length=2', 'mau'],
	['/kpi/uninstalls/data_series?length=2', 'uninstalls'],
	[`/sessions/data_series?length=2&segment_id=${MEMBERS}`, 'sessions'],
	['/events/data_series?event=cart_abandoned&length=2', 'count'],
	['/purchases/quantity_series?length=2', 'purchase_quantity'],
	['/purchases/revenue_series?length=2&product=Backpack', 'revenue'],
	[`/segments/data_series?segment_id=${MEMBERS}&length=2`, 'size'],
])('%s ends now and has a number a day', async (path, key) => {
	const data = await points(path);
	expect(data.map(({ time }) => time)).toEqual(['2026-01-15', '2026-01-16']);
	for (const point of data) expect(point[key]).toEqual(expect.any(Number));
});

test('a day has the same numbers in every range', async () => {
	const path = `/campaigns/data_series?campaign_id=${TRIGGERED_CAMPAIGN}`;
	const long = await points(`${path}&length=30&ending_at=2026-01-10`);
	const short = await points(
		`${path}&length=2&ending_at=${encodeURIComponent('2026-01-05T23:59:59+00:00')}`,
	);
	expect(long).toEqual(expect.arrayContaining(short));
	expect(long).toHaveLength(30);
});

test('hours stand as ISO 8601', async () => {
	const data = await points('/sessions/data_series?length=3&unit=hour');
	expect(data.map(({ time }) => time)).toEqual([
		'2026-01-16T10:00:00+00:00',
		'2026-01-16T11:00:00+00:00',
		'2026-01-16T12:00:00+00:00',
	]);
});

test('numbers of a campaign fit together, its unused channels are null, its control group has no counts', async () => {
	const [day] = await points(`/campaigns/data_series?campaign_id=${API_CAMPAIGN}&length=1`);
	const messages = day.messages as Record<string, Array<Record<string, number>> | null>;
	const [email, control] = messages.email ?? [];
	expect(email.sent).toBe(email.delivered + email.bounces);
	expect(email.unique_opens).toBeLessThanOrEqual(email.opens);
	expect(control).toMatchObject({ variation_name: 'Control Group', sent: null });
	const all = Object.values(messages).flatMap((stats) => stats ?? []);
	const conversions = all.reduce((sum, stats) => sum + (stats.conversions ?? 0), 0);
	expect(day.conversions).toBe(conversions);
	const [other] = await points(`/campaigns/data_series?campaign_id=${TRIGGERED_CAMPAIGN}&length=1`);
	expect(other.messages).toMatchObject({ sms: null, email: [expect.any(Object)] });
});

test('a send has its own numbers, and must be known', async () => {
	const path = `/sends/data_series?campaign_id=${API_CAMPAIGN}&length=1`;
	expect(await points(`${path}&send_id=${SEND_ID}`)).toHaveLength(1);
	expect((await client.get(`${path}&send_id=unknown`)).body.message).toBe('Invalid Send ID');
});

describe('a Canvas', () => {
	const path = `/canvas/data_series?canvas_id=${CANVAS}&length=2&ending_at=2026-01-10`;
	const statsOf = async (more: string) => {
		const { body } = await client.get(`${path}${more}`);
		return (body.data as { stats: Array<Record<string, unknown>> }).stats;
	};

	test('tells of variants and steps only when asked to', async () => {
		const [plain] = await statsOf('');
		expect(Object.keys(plain)).toEqual(['time', 'total_stats']);
		const [whole] = await statsOf('&include_variant_breakdown=true&include_step_breakdown=true');
		const variants = Object.values(whole.variant_stats as Record<string, { entries: number }>);
		const entries = variants.reduce((sum, variant) => sum + variant.entries, 0);
		expect(whole.total_stats).toMatchObject({ entries });
		expect(Object.values(whole.step_stats as object)).toHaveLength(2);
	});

	test('has its steps under the same IDs in its details', async () => {
		const [{ step_stats: stats }] = await statsOf('&include_step_breakdown=true');
		const { body } = await client.get(`/canvas/details?canvas_id=${CANVAS}`);
		const steps = body.steps as Array<{ id: string; next_paths: unknown[] }>;
		expect(steps.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(stats as object)));
		expect(steps[1].next_paths).toEqual([
			{ name: 'Yes', next_step_id: null },
			{ name: 'No', next_step_id: expect.any(String) },
		]);
	});

	test('is summed up in one object', async () => {
		const { body } = await client.get(path.replace('data_series', 'data_summary'));
		expect(body.data).toMatchObject({ name: 'Onboarding', total_stats: expect.any(Object) });
	});
});

test.each([
	['/kpi/dau/data_series', 'length is required'],
	['/kpi/dau/data_series?length=101', 'length must be between 1 and 100'],
	[`/canvas/data_series?canvas_id=${CANVAS}&length=15&ending_at=2026-01-10`, 'between 1 and 14'],
	[`/canvas/data_series?canvas_id=${CANVAS}&length=1`, 'ending_at is required'],
	[`/campaigns/data_series?campaign_id=${UNKNOWN_ID}&length=1`, 'campaign_id must be a string'],
	[`/segments/details?segment_id=${UNKNOWN_ID}`, 'Invalid Segment ID'],
	['/kpi/dau/data_series?length=1&ending_at=2026-01-10T00:00:00-5:00', 'ISO 8601'],
	['/kpi/dau/data_series?length=1&unit=hour', 'unit is not a known key'],
	[
		`/campaigns/url_info/details?campaign_id=${UNKNOWN_ID}&message_variation_id=a`,
		'Missing/Invalid Campaign ID',
	],
	[
		`/campaigns/url_info/details?campaign_id=${TRIGGERED_CAMPAIGN}&message_variation_id=a`,
		'Missing/Invalid Message Variant ID',
	],
	['/canvas/url_info/details?canvas_step_id=a&message_variation_id=a', 'Missing/Invalid Canvas ID'],
	['/sessions/data_series?length=1&segment_id=5e000000-0000-4000-8000-000000000003', 'analytics'],
])('%s is refused', async (path, words) => {
	const { status, body } = await client.get(path);
	expect(status).toBe(400);
	expect(JSON.stringify(body)).toContain(words);
});

test('names and purchases share one limit', async () => {
	const { headers } = await client.get('/purchases/product_list');
	expect(headers.get('x-ratelimit-limit')).toBe('1000');
	const next = await client.get('/purchases/revenue_series?length=1');
	expect(next.headers.get('x-ratelimit-remaining')).toBe('998');
});

describe.each([
	['campaign', '/campaigns/duplicate', '/campaigns/list', 'campaigns', TRIGGERED_CAMPAIGN],
	['canvas', '/canvas/duplicate', '/canvas/list', 'canvases', CANVAS],
])('a copy of a %s', (kind, path, list, key, id) => {
	const idKey = `${kind}_id`;

	test('is listed under its new name and tags', async () => {
		const body = { [idKey]: id, name: 'The copy', tag_names: ['marketing'] };
		expect(await client.post(path, body)).toMatchObject({ status: 202 });
		const { body: listed } = await client.get(`${list}?sort_direction=desc`);
		const [first] = listed[key] as Array<{ name: string; tags: string[] }>;
		expect(first).toMatchObject({ name: 'The copy', tags: ['marketing'] });
	});

	test.each([
		[{ [idKey]: UNKNOWN_ID, name: 'a' }, 'identifier'],
		[{ [idKey]: id }, 'name is required'],
		[{ [idKey]: id, name: 'a', tag_names: ['nowhere'] }, 'Tags could not be found'],
	])('as %j is refused', async (body, words) => {
		const { status, body: answer } = await client.post(path, body);
		expect(status).toBe(400);
		expect(JSON.stringify(answer)).toContain(words);
	});
});
