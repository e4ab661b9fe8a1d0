import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { openStub } from './stub.cts';
import {
	API_CAMPAIGN,
	byId,
	CANVAS,
	jsonOf,
	MEMBERS,
	NOW,
	openBench,
	pairedOf,
	TRIGGERED_CAMPAIGN,
	shownBy,
} from './support.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

const campaign = (more: IDataObject = {}) => ({
	resource: 'campaign',
	operation: 'getStatistics',
	campaignId: byId(API_CAMPAIGN),
	...more,
});
const canvas = (more: IDataObject = {}) => ({
	resource: 'canvas',
	operation: 'getStatistics',
	canvasId: byId(CANVAS),
	...more,
});
const kpi = (more: IDataObject = {}) => ({ resource: 'kpi', operation: 'getStatistics', ...more });
const dates = (startDate: string, endDate: string) => ({ dateRange: 'dates', startDate, endDate });
const utc = { timezone: 'UTC' };

const queries = () => bench.sandbox.requests.map(({ query }) => query);
const timesOf = (items: IDataObject[]) => items.map(({ time }) => time);

/** Every day from one to the other. */
function daysBetween(first: string, last: string): string[] {
	const start = DateTime.fromISO(first, { zone: 'utc' });
	const count = DateTime.fromISO(last, { zone: 'utc' }).diff(start, 'days').days + 1;
	return Array.from({ length: count }, (_, index) => start.plus({ days: index }).toISODate() ?? '');
}

describe('a range', () => {
	test('of the last days is asked for once, up to now', async () => {
		const { output } = await bench.run({ parameters: kpi({ days: 3 }), settings: utc });
		expect(queries()).toEqual([{ length: '3' }]);
		expect(timesOf(jsonOf(output[0]))).toEqual(['2026-01-14', '2026-01-15', '2026-01-16']);
	});

	test('longer than Braze gives is asked for in pieces and joined by time, each day once', async () => {
		const { output, error } = await bench.run({
			parameters: kpi(dates('2025-05-01', '2026-01-10')),
			settings: utc,
		});
		expect(error).toBeUndefined();
		expect(queries()).toEqual([
			{ length: '100', ending_at: '2026-01-10T12:00:00+00:00' },
			{ length: '100', ending_at: '2025-10-02T12:00:00+00:00' },
			{ length: '55', ending_at: '2025-06-24T12:00:00+00:00' },
		]);
		expect(timesOf(jsonOf(output[0]))).toEqual(daysBetween('2025-05-01', '2026-01-10'));
	});

	test('of 100 days is one request, of 101 two, and both tell the same of a day', async () => {
		const shorter = await bench.run({ parameters: kpi(dates('2025-10-03', '2026-01-10')) });
		expect(queries()).toHaveLength(1);
		const longer = await bench.run({ parameters: kpi(dates('2025-10-02', '2026-01-10')) });
		expect(queries()).toHaveLength(3);
		const [first, ...rest] = jsonOf(longer.output[0]);
		expect(first.time).toBe('2025-10-02');
		expect(rest).toEqual(jsonOf(shorter.output[0]));
	});

	test('of a Canvas takes 14 days at once and pieces of 13', async () => {
		await bench.run({ parameters: canvas(dates('2026-01-01', '2026-01-14')), settings: utc });
		expect(queries()).toHaveLength(1);
		const { output } = await bench.run({
			parameters: canvas(dates('2025-12-01', '2026-01-10')),
			settings: utc,
		});
		expect(
			queries()
				.slice(1)
				.map(({ length }) => length),
		).toEqual(['13', '13', '13', '2']);
		expect(timesOf(jsonOf(output[0]))).toEqual(daysBetween('2025-12-01', '2026-01-10'));
	});

	test.each(['Pacific/Auckland', 'America/New_York', 'Europe/Berlin', 'Asia/Tokyo'])(
		'names the days that were picked in %s',
		async (timezone) => {
			const { output } = await bench.run({
				parameters: kpi(dates('2026-01-05T00:00:00', '2026-01-06T00:00:00')),
				settings: { timezone },
			});
			expect(timesOf(jsonOf(output[0]))).toEqual(
				// a zone 13 hours away from that of the company is the one that noon does not save
				timezone === 'Pacific/Auckland'
					? ['2026-01-04', '2026-01-05']
					: ['2026-01-05', '2026-01-06'],
			);
		},
	);

	test('of hours has whole days of them', async () => {
		const parameters = kpi({ kpi: 'sessions', unit: 'hour', ...dates('2026-01-01', '2026-01-06') });
		const { output } = await bench.run({ parameters, settings: utc });
		expect(queries().map(({ length, unit }) => [length, unit])).toEqual([
			['100', 'hour'],
			['44', 'hour'],
		]);
		const items = jsonOf(output[0]);
		expect(items).toHaveLength(144);
		expect(items[0].time).toBe('2026-01-01T00:00:00Z');
		expect(items[143].time).toBe('2026-01-06T23:00:00Z');
	});

	test.each([
		[{ days: 0 }, "'Days' is 0"],
		[dates('={{ "" }}', '2026-01-06'), "'Start Date' is empty"],
		[dates('2026-01-07', '2026-01-06'), 'before the start'],
		[{ dateRange: 'dates', startDate: '={{ $now.plus({ days: 3 }) }}' }, 'in the future'],
	])('as %j is refused before it is asked for', async (range, words) => {
		const { error } = await bench.run({ parameters: kpi(range) });
		expect(shownBy(error)).toContain(words);
		expect(queries()).toEqual([]);
	});

	test('that items share is asked for once', async () => {
		const { output } = await bench.run({
			parameters: canvas({ days: 2 }),
			items: [{ a: 1 }, { a: 2 }],
		});
		expect(queries().length).toBeLessThanOrEqual(2);
		expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }, { item: 1 }]);
	});

	test('that fails in one piece fails the item, and gives no half of it', async () => {
		bench.sandbox.faults.use({ script: ['none' as never, { kind: '500' }] });
		const { output, error } = await bench.run({
			parameters: kpi({ ...dates('2025-05-01', '2026-01-10'), options: { maxAttempts: 1 } }),
		});
		expect(error?.message).toContain('500');
		expect(output).toEqual([]);
	});
});

describe('pieces that overlap, with times in odd forms and in any order', () => {
	test('are joined once each, in the order of time, as ISO 8601', async () => {
		stub.answer = {
			status: 200,
			body: {
				message: 'success',
				data: [
					{ time: '2026-01-02T00:00:00-5:00', new_users: '7' },
					{ time: '2026-01-01', new_users: 3 },
					{ time: '2026-01-03 01:00:00 +0000', new_users: null },
				],
			},
		};
		const { output } = await bench.run({
			parameters: kpi(dates('2025-05-01', '2026-01-10')),
			url: stub.url,
		});
		expect(stub.asked).toHaveLength(3);
		expect(jsonOf(output[0])).toEqual([
			{ time: '2026-01-01', new_users: 3 },
			{ time: '2026-01-02T00:00:00-05:00', new_users: 7 },
			{ time: '2026-01-03T01:00:00Z' },
		]);
	});

	test('go on behind a piece without any', async () => {
		stub.answer = { status: 200, body: { message: 'success', data: [] } };
		const { output, error } = await bench.run({
			parameters: kpi(dates('2025-05-01', '2026-01-10')),
			url: stub.url,
		});
		expect(error).toBeUndefined();
		expect(stub.asked).toHaveLength(3);
		expect(output[0]).toEqual([]);
	});
});

describe('a campaign', () => {
	/** A day with a channel that is null, one that is absent, a control group, and numbers as texts. */
	const day = (time: string, opens: number) => ({
		time,
		conversions: 3,
		unique_recipients: 30,
		revenue: 10.1,
		messages: {
			sms: null,
			email: [
				{
					variation_name: 'A',
					variation_api_id: 'a',
					sent: '20',
					unique_opens: opens,
					revenue: 10.1,
				},
				{ variation_name: 'B', variation_api_id: 'b', sent: 10, unique_opens: 2, revenue: 0 },
				{ variation_name: 'Control Group', variation_api_id: 'c', sent: null, enrolled: 5 },
			],
			rcs: [{ variation_name: 'A', variation_api_id: 'a', sent: 4, reads: 1 }],
		},
	});
	const rows = async (oneItemFor: string, more: IDataObject = {}) => {
		stub.answer = {
			status: 200,
			body: { message: 'success', data: [day('2026-01-01', 8), day('2026-01-02', 9)] },
		};
		const parameters = campaign({ days: 2, oneItemFor, ...more });
		const { output } = await bench.run({ parameters, url: stub.url });
		return jsonOf(output[0]);
	};
	const about = { campaign_id: API_CAMPAIGN };

	test('gives a day with its channels side by side; unique people of two variations do not add up', async () => {
		expect(await rows('day')).toEqual(
			['2026-01-01', '2026-01-02'].map((time) => ({
				time,
				...about,
				conversions: 3,
				unique_recipients: 30,
				revenue: 10.1,
				email_sent: 30,
				rcs_sent: 4,
				rcs_reads: 1,
			})),
		);
	});

	test('gives a day and variation, the control group too', async () => {
		const [a, b, control, ...next] = await rows('dayVariation');
		expect(a).toEqual({
			time: '2026-01-01',
			...about,
			variation_name: 'A',
			variation_api_id: 'a',
			revenue: 10.1,
			email_sent: 20,
			email_unique_opens: 8,
			rcs_sent: 4,
			rcs_reads: 1,
		});
		expect(b).toMatchObject({ variation_api_id: 'b', email_sent: 10 });
		expect(control).toEqual({
			time: '2026-01-01',
			...about,
			variation_name: 'Control Group',
			variation_api_id: 'c',
			enrolled: 5,
		});
		expect(next).toHaveLength(3);
	});

	test('gives a day, variation and channel', async () => {
		const items = await rows('dayVariationChannel');
		expect(items).toHaveLength(8);
		expect(items[0]).toEqual({
			time: '2026-01-01',
			...about,
			channel: 'email',
			variation_name: 'A',
			variation_api_id: 'a',
			revenue: 10.1,
			sent: 20,
			unique_opens: 8,
		});
		expect(items[3]).toMatchObject({ channel: 'rcs', sent: 4, reads: 1 });
	});

	test('gives the whole range without what does not add up', async () => {
		expect(await rows('total')).toEqual([
			{
				start: '2026-01-01',
				end: '2026-01-02',
				points: 2,
				...about,
				conversions: 6,
				revenue: 20.2,
				email_sent: 60,
				rcs_sent: 8,
				rcs_reads: 2,
			},
		]);
	});

	test('gives the answer as it is where Simplify is off', async () => {
		expect(await rows('day', { simplify: false })).toEqual([stub.answer.body as IDataObject]);
	});

	test('refuses a choice that there is not', async () => {
		const { error } = await bench.run({
			parameters: campaign({ oneItemFor: '={{ "week" }}', days: 1 }),
		});
		expect(error?.message).toContain("'One Item For' cannot be");
	});

	test('of the sandbox adds up: the sums of its days are its range', async () => {
		const range = { ...dates('2026-01-01', '2026-01-10'), campaignId: byId(TRIGGERED_CAMPAIGN) };
		const days = jsonOf((await bench.run({ parameters: campaign(range) })).output[0]);
		const whole = await bench.run({ parameters: campaign({ ...range, oneItemFor: 'total' }) });
		const [total] = jsonOf(whole.output[0]);
		const sum = (key: string) => days.reduce((all, each) => all + Number(each[key]), 0);
		expect(total).toMatchObject({ points: 10, email_sent: sum('email_sent') });
		expect(total.revenue).toBeCloseTo(sum('revenue'), 2);
		expect(Object.keys(total).filter((key) => key.includes('unique'))).toEqual([]);
	});
});

describe('a Canvas', () => {
	const rows = async (oneItemFor: string, operation = 'getStatistics') => {
		const parameters = canvas({ operation, oneItemFor, ...dates('2026-01-01', '2026-01-02') });
		const { output, error } = await bench.run({ parameters, settings: utc });
		expect(error).toBeUndefined();
		return jsonOf(output[0]);
	};

	test('is asked for with both breakdowns, without which there are no numbers of messages', async () => {
		await rows('day');
		expect(queries()[0]).toMatchObject({
			include_step_breakdown: 'true',
			include_variant_breakdown: 'true',
		});
	});

	test.each([
		['day', 2, { entries: expect.any(Number), email_sent: expect.any(Number) }],
		['variant', 4, { variant_name: 'Variant 1', entries: expect.any(Number) }],
		['step', 4, { step_name: 'Welcome email', email_sent: expect.any(Number) }],
		['stepChannel', 4, { step_name: 'Welcome email', channel: 'email', sent: expect.any(Number) }],
	])('gives one item for each %s', async (oneItemFor, count, first) => {
		const items = await rows(oneItemFor);
		expect(items).toHaveLength(count);
		expect(items[0]).toMatchObject({ time: '2026-01-01', canvas_name: 'Onboarding', ...first });
		const summed = await rows(oneItemFor, 'getSummary');
		expect(summed).toHaveLength(count / 2);
		expect(summed[0]).toMatchObject({ canvas_name: 'Onboarding', ...first });
		expect(summed[0]).not.toHaveProperty('time');
	});

	test('gives the whole range', async () => {
		const [first, second] = await rows('day');
		const [total] = await rows('total');
		expect(total).toMatchObject({
			start: '2026-01-01',
			end: '2026-01-02',
			entries: Number(first.entries) + Number(second.entries),
		});
	});

	test('is summed up over 14 days at most', async () => {
		const { error } = await bench.run({
			parameters: canvas({ operation: 'getSummary', ...dates('2026-01-01', '2026-01-15') }),
		});
		expect(error?.message).toContain('is 15 days and Braze sums up at most 14');
		expect(queries()).toEqual([]);
	});
});

describe('a KPI', () => {
	test.each([
		['dau', '/kpi/dau/data_series', 'dau'],
		['mau', '/kpi/mau/data_series', 'mau'],
		['newUsers', '/kpi/new_users/data_series', 'new_users'],
		['sessions', '/sessions/data_series', 'sessions'],
		['uninstalls', '/kpi/uninstalls/data_series', 'uninstalls'],
	])('%s comes from %s', async (name, path, key) => {
		const { output } = await bench.run({ parameters: kpi({ kpi: name, days: 1 }) });
		expect(bench.onlyRequest().path).toBe(path);
		expect(jsonOf(output[0])).toEqual([{ time: '2026-01-16', [key]: expect.any(Number) }]);
	});

	test('that nobody knows is refused', async () => {
		const { error } = await bench.run({ parameters: kpi({ kpi: '={{ "clicks" }}' }) });
		expect(error?.message).toContain("'KPI' cannot be");
		expect(queries()).toEqual([]);
	});

	test('of people is not added up', async () => {
		const { error } = await bench.run({
			parameters: kpi({ kpi: '={{ "mau" }}', oneItemFor: 'total' }),
		});
		expect(error?.message).toContain("'One Item For' cannot be");
		expect(queries()).toEqual([]);
	});

	test('of a segment needs one with analytics, which the refusal of Braze says', async () => {
		const parameters = kpi({ kpi: 'sessions', additionalFields: { segmentId: byId(MEMBERS) } });
		const { error } = await bench.run({ parameters });
		expect(error).toBeUndefined();
		expect(queries()[0]).toMatchObject({ segment_id: MEMBERS });
	});
});

test.each([
	['quantity', '/purchases/quantity_series', 'purchase_quantity'],
	['revenue', '/purchases/revenue_series', 'revenue'],
])('purchases by %s', async (measure, path, key) => {
	const { output } = await bench.run({
		parameters: { resource: 'purchase', operation: 'getStatistics', measure, days: 1 },
	});
	expect(bench.onlyRequest().path).toBe(path);
	expect(jsonOf(output[0])).toEqual([{ time: '2026-01-16', [key]: expect.any(Number) }]);
});

describe('products', () => {
	const run = async () =>
		await bench.run({
			parameters: { resource: 'purchase', operation: 'getProducts', returnAll: true },
			url: stub.url,
		});

	test('end where Braze ignores the page', async () => {
		stub.answer = { status: 200, body: { products: ['a', 'b'], message: 'success' } };
		const { output } = await run();
		expect(jsonOf(output[0])).toEqual([{ name: 'a' }, { name: 'b' }]);
		expect(stub.asked.map(({ url }) => url)).toEqual([
			'/purchases/product_list',
			'/purchases/product_list?page=1',
			'/purchases/product_list?page=2',
		]);
	});
});
