import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { canvas, dates, kpi, utc } from './statisticsForms.cts';
import { openStub } from './stub.cts';
import { jsonOf, NOW, openBench, pairedOf, shownBy } from './support.cts';

const bench = openBench({ now: NOW });
const stub = openStub();

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
