import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { canvasForm, openBench, userItems, type Parameters, shownBy } from './support.cts';

const bench = openBench();

const scheduleForm = (more: Parameters): Parameters => ({
	...canvasForm(more),
	resource: 'schedule',
	operation: 'createCanvasTrigger',
});

const run = async (more: Parameters, timezone: string, item: IDataObject = {}) =>
	await bench.run({
		parameters: scheduleForm(more),
		items: userItems(1, () => item),
		settings: { timezone },
	});

const scheduleOf = async (
	more: Parameters,
	timezone: string,
	item?: IDataObject,
): Promise<unknown> => {
	const { error } = await run(more, timezone, item);
	expect(error).toBeUndefined();
	expect(bench.onlyRequest().accepted).toBe(true);
	return (bench.onlyRequest().body as IDataObject).schedule;
};

/** 2099-01-31 09:00 in Berlin. */
const MOMENT = DateTime.fromISO('2099-01-31T08:00:00Z');
const item = {
	seconds: MOMENT.toSeconds(),
	millis: MOMENT.toMillis(),
	iso: '2099-01-31T08:00:00Z',
};

/** A way to give a time; what becomes of it as a moment, and as a clock time, with the workflow in Berlin. */
const ways: Array<[string, unknown, string, string]> = [
	['the picker', '2099-01-31T09:00:00', '2099-01-31T08:00:00Z', '2099-01-31T09:00:00'],
	['a text with Z', '2099-01-31T08:00:00Z', '2099-01-31T08:00:00Z', '2099-01-31T08:00:00'],
	[
		'a text with an offset',
		'2099-01-31T03:00:00-05:00',
		'2099-01-31T08:00:00Z',
		'2099-01-31T03:00:00',
	],
	['a text without a T', '2099-01-31 09:00:00', '2099-01-31T08:00:00Z', '2099-01-31T09:00:00'],
	['a date alone', '2099-01-31', '2099-01-30T23:00:00Z', '2099-01-31T00:00:00'],
	['an item field', '={{ $json.iso }}', '2099-01-31T08:00:00Z', '2099-01-31T08:00:00'],
	['epoch seconds', '={{ $json.seconds }}', '2099-01-31T08:00:00Z', '2099-01-31T09:00:00'],
	['epoch milliseconds', '={{ $json.millis }}', '2099-01-31T08:00:00Z', '2099-01-31T09:00:00'],
	[
		'a luxon DateTime in the zone of the workflow',
		'={{ DateTime.fromISO($json.iso) }}',
		'2099-01-31T08:00:00Z',
		'2099-01-31T09:00:00',
	],
	[
		'a luxon DateTime in a zone of its own',
		'={{ DateTime.fromISO($json.iso, { zone: "Asia/Tokyo" }) }}',
		'2099-01-31T08:00:00Z',
		'2099-01-31T17:00:00',
	],
	['a Date', '={{ new Date($json.iso) }}', '2099-01-31T08:00:00Z', '2099-01-31T09:00:00'],
	[
		'a calculation from now',
		'={{ $now.set({ year: 2099, month: 1, day: 31, hour: 9, minute: 0, second: 0 }) }}',
		'2099-01-31T08:00:00Z',
		'2099-01-31T09:00:00',
	],
];

describe('a time from', () => {
	test.each(ways)('%s', async (_way, time, moment) => {
		expect(await scheduleOf({ time: time as string }, 'Europe/Berlin', item)).toEqual({
			time: moment,
		});
	});

	test.each(ways)('%s in local time', async (_way, time, _moment, clock) => {
		const more = { time: time as string, delivery: 'inLocalTime' };
		expect(await scheduleOf(more, 'Europe/Berlin', item)).toEqual({
			time: clock,
			in_local_time: true,
		});
	});
});

describe('the picker means the zone of the workflow', () => {
	test.each([
		['Europe/Berlin', '2099-07-01T09:00:00', '2099-07-01T07:00:00Z'],
		['America/New_York', '2099-07-01T09:00:00', '2099-07-01T13:00:00Z'],
		['Asia/Kolkata', '2099-07-01T09:00:00', '2099-07-01T03:30:00Z'],
		['UTC', '2099-07-01T09:00:00', '2099-07-01T09:00:00Z'],
	])('%s', async (timezone, time, moment) => {
		expect(await scheduleOf({ time }, timezone)).toEqual({ time: moment });
	});
});

describe('clock times that do not exist or exist twice', () => {
	test.each([
		['Europe/Berlin', '2099-03-29T02:30:00', 'skip'],
		['Europe/Berlin', '2099-10-25T02:30:00', 'twice'],
		['America/New_York', '2099-03-08T02:30:00', 'skip'],
		['America/New_York', '2099-11-01T01:30:00', 'twice'],
		['Australia/Lord_Howe', '2099-10-04T02:15:00', 'skip'],
		['Australia/Lord_Howe', '2099-04-05T01:45:00', 'twice'],
	])('in %s, %s: refused with a sentence that says which', async (timezone, time, words) => {
		const { error } = await run({ time }, timezone);
		expect(error?.message).toContain(`'Time' names ${time}`);
		expect(shownBy(error)).toContain(words);
		expect(error?.message).toContain(timezone);
		expect(bench.bodies()).toEqual([]);
	});

	test('are left to the zone of each user in local time', async () => {
		const more = { time: '2099-03-29T02:30:00', delivery: 'inLocalTime' };
		expect(await scheduleOf(more, 'Europe/Berlin')).toEqual({
			time: '2099-03-29T02:30:00',
			in_local_time: true,
		});
	});

	test('are clear with an offset', async () => {
		expect(await scheduleOf({ time: '2099-10-25T02:30:00+01:00' }, 'Europe/Berlin')).toEqual({
			time: '2099-10-25T01:30:00Z',
		});
	});
});

describe('a time that has passed', () => {
	const clock = (zone: string, minutes: number): string =>
		DateTime.now().setZone(zone).plus({ minutes }).toFormat("yyyy-MM-dd'T'HH:mm:ss");

	test.each([
		['a moment ago', { time: clock('utc', -1) }],
		['everywhere, in local time', { time: clock('UTC-12', -1), delivery: 'inLocalTime' }],
		['everywhere, as a date', { time: clock('UTC-12', -24 * 60), delivery: 'atOptimalTime' }],
	])('%s is refused', async (_when, more) => {
		const { error } = await run(more, 'UTC');
		expect(error?.message).toContain('which has passed');
		expect(bench.bodies()).toEqual([]);
	});

	test.each([
		['in most zones, not in all', { time: clock('UTC-12', 5), delivery: 'inLocalTime' }],
		['today in some zone', { time: clock('UTC-12', 0), delivery: 'atOptimalTime' }],
		['not yet', { time: clock('utc', 5) }],
	])('%s is sent', async (_when, more) => {
		await scheduleOf(more, 'UTC');
	});
});

test.each([
	['tomorrow', 'tomorrow'],
	['a day that no month has', '2099-02-30T09:00:00'],
	['nothing', '={{ $json.nothing }}'],
	['an object', '={{ ({ a: 1 }) }}'],
	['true', '={{ true }}'],
])('%s is no time', async (_what, time) => {
	const { error } = await run({ time }, 'UTC');
	expect(error?.message).toMatch(/^Item 0: 'Time' is (empty|no date that can be read)/);
	expect(bench.bodies()).toEqual([]);
});
