import { DateTime } from 'luxon';

import { toInstant, toMoment, toWallClock } from '../../nodes/Braze/schema/time.ts';

const FIELD = 'Time';
const BERLIN = 'Europe/Berlin';

/** What a value becomes with the workflow in Berlin: as a moment, and as a clock time. */
const readings: Array<[string, unknown, string, string]> = [
	['the picker in winter', '2030-01-31T09:00:00', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['the picker in summer', '2030-07-31T09:00:00', '2030-07-31T07:00:00Z', '2030-07-31T09:00:00'],
	['without seconds', '2030-01-31T09:00', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	[
		'with parts of a second',
		'2030-01-31T09:00:00.999',
		'2030-01-31T08:00:00Z',
		'2030-01-31T09:00:00',
	],
	['with a blank for the T', '2030-01-31 09:00:00', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['with blanks around', ' 2030-01-31T09:00:00 ', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['a date', '2030-01-31', '2030-01-30T23:00:00Z', '2030-01-31T00:00:00'],
	['a date without hyphens', '20300131', '2030-01-30T23:00:00Z', '2030-01-31T00:00:00'],
	['a week date', '2030-W05-4', '2030-01-30T23:00:00Z', '2030-01-31T00:00:00'],
	['Z', '2030-01-31T09:00:00Z', '2030-01-31T09:00:00Z', '2030-01-31T09:00:00'],
	['z', '2030-01-31T09:00:00z', '2030-01-31T09:00:00Z', '2030-01-31T09:00:00'],
	[
		'parts of a second and Z',
		'2030-01-31T09:00:00.123Z',
		'2030-01-31T09:00:00Z',
		'2030-01-31T09:00:00',
	],
	[
		'parts of a second behind a colon',
		'2030-01-31T09:00:00:123Z',
		'2030-01-31T09:00:00Z',
		'2030-01-31T09:00:00',
	],
	['+05:30', '2030-01-31T09:00:00+05:30', '2030-01-31T03:30:00Z', '2030-01-31T09:00:00'],
	['+0530', '2030-01-31T09:00:00+0530', '2030-01-31T03:30:00Z', '2030-01-31T09:00:00'],
	['-05', '2030-01-31T09:00:00-05', '2030-01-31T14:00:00Z', '2030-01-31T09:00:00'],
	[
		'an offset after a blank',
		'2030-01-31 09:00:00 +02:00',
		'2030-01-31T07:00:00Z',
		'2030-01-31T09:00:00',
	],
	['the end of the day', '2030-01-31T24:00:00', '2030-01-31T23:00:00Z', '2030-02-01T00:00:00'],
	['epoch seconds', 1896076800, '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['epoch milliseconds', 1896076800000, '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['epoch seconds with parts', 1896076800.5, '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['epoch seconds as text', '1896076800', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['epoch milliseconds as text', '1896076800000', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['a Date', new Date('2030-01-31T08:00:00Z'), '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	[
		'a DateTime of another zone',
		DateTime.fromISO('2030-01-31T17:00:00', { zone: 'Asia/Tokyo' }),
		'2030-01-31T08:00:00Z',
		'2030-01-31T17:00:00',
	],
	[
		'a text that names its zone',
		'2030-01-31T09:00:00[Asia/Tokyo]',
		'2030-01-31T00:00:00Z',
		'2030-01-31T09:00:00',
	],
	[
		'an offset and the name of the zone',
		'2030-01-31T09:00:00.000+09:00[Asia/Tokyo]',
		'2030-01-31T00:00:00Z',
		'2030-01-31T09:00:00',
	],
];

describe('a time', () => {
	test.each(readings)('%s is an exact moment', (_how, value, moment) => {
		expect(toInstant(value, BERLIN, FIELD)).toBe(moment);
	});

	test.each(readings)('%s is a clock time', (_how, value, _moment, clock) => {
		expect(toWallClock(value, BERLIN, FIELD)).toBe(clock);
	});

	test.each(readings)('%s is whole seconds since 1970', (_how, value, moment) => {
		expect(toMoment(value, BERLIN, FIELD).toUnixInteger()).toBe(Date.parse(moment) / 1000);
	});
});

test.each([
	['Europe/Berlin', '2030-01-31T08:00:00Z'],
	['America/New_York', '2030-01-31T14:00:00Z'],
	['Asia/Kolkata', '2030-01-31T03:30:00Z'],
	['Asia/Kathmandu', '2030-01-31T03:15:00Z'],
	['Pacific/Apia', '2030-01-30T20:00:00Z'],
	['UTC', '2030-01-31T09:00:00Z'],
])('the picker means the clocks of %s', (zone, moment) => {
	expect(toInstant('2030-01-31T09:00:00', zone, FIELD)).toBe(moment);
});

/** A change of the clocks: its zone, a time that is skipped with what it could mean, a time that comes twice with its two moments. */
const changes: Array<[string, [string, string], [string, string, string]]> = [
	[
		'Europe/Berlin',
		['2030-03-31T02:30:00', '2030-03-31T03:30:00'],
		['2030-10-27T02:30:00', '2030-10-27T02:30:00+02:00', '2030-10-27T02:30:00+01:00'],
	],
	[
		'America/New_York',
		['2030-03-10T02:30:00', '2030-03-10T03:30:00'],
		['2030-11-03T01:30:00', '2030-11-03T01:30:00-04:00', '2030-11-03T01:30:00-05:00'],
	],
	[
		'Australia/Lord_Howe',
		['2030-10-06T02:15:00', '2030-10-06T02:45:00'],
		['2030-04-07T01:45:00', '2030-04-07T01:45:00+11:00', '2030-04-07T01:45:00+10:30'],
	],
];

describe.each(changes)('the clocks of %s', (zone, [skipped, after], [twice, first, second]) => {
	const words = (value: string): string => {
		try {
			toInstant(value, zone, FIELD);
		} catch (error) {
			return (error as Error).message;
		}
		return 'taken';
	};

	test('skip a time: refused, with one to take', () => {
		expect(words(skipped)).toBe(
			`'Time' names ${skipped}, which the clocks of ${zone} skip that day. Take ${after}, or give the offset with the time`,
		);
		expect(words(after)).toBe('taken');
	});

	test('show a time twice: refused, with both to choose from', () => {
		expect(words(twice)).toBe(
			`'Time' names ${twice}, which the clocks of ${zone} show twice that day. Give ${first} for the first time or ${second} for the second`,
		);
		expect(toMoment(first, zone, FIELD) < toMoment(second, zone, FIELD)).toBe(true);
	});

	test.each([
		['a minute before and after a change', (time: string, minutes: number) => ({ time, minutes })],
	])('are clear %s', () => {
		const shift = (time: string, hours: number) =>
			DateTime.fromISO(time, { zone: 'utc' }).plus({ hours }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
		for (const time of [skipped, twice].flatMap((each) => [shift(each, -2), shift(each, 2)])) {
			expect(words(time)).toBe('taken');
		}
	});

	test('do not matter to a time with its offset, a moment, or the own zone of each user', () => {
		expect(words(`${twice}Z`)).toBe('taken');
		expect(words(first)).toBe('taken');
		expect(words(second)).toBe('taken');
		const moment = DateTime.fromISO(second);
		expect(toInstant(moment.toMillis(), zone, FIELD)).toBe(toInstant(second, zone, FIELD));
		expect(toInstant(moment.toJSDate(), zone, FIELD)).toBe(toInstant(second, zone, FIELD));
		expect(toInstant(moment.setZone(zone), zone, FIELD)).toBe(toInstant(second, zone, FIELD));
		expect(toWallClock(skipped, zone, FIELD)).toBe(skipped);
		expect(toWallClock(twice, zone, FIELD)).toBe(twice);
	});
});

test('a date whose midnight the clocks skip is refused', () => {
	expect(() => toInstant('2030-04-26', 'Africa/Cairo', FIELD)).toThrow(/skip that day/);
});

test.each([
	['a word', 'tomorrow'],
	['nothing', ''],
	['a day that no month has', '2030-02-30T09:00:00'],
	['a month that no year has', '2030-13-01'],
	['an hour that no day has', '2030-01-31T25:00:00'],
	['a slashed date', '31/01/2030'],
	['NaN', Number.NaN],
	['infinity', Infinity],
	['true', true],
	['an object', { year: 2030 }],
	['a list', [2030]],
	['null', null],
	['an invalid Date', new Date('x')],
	['an invalid DateTime', DateTime.invalid('test')],
])('%s is no time', (_what, value) => {
	expect(() => toInstant(value, BERLIN, FIELD)).toThrow(/^'Time' is no date that can be read/);
	expect(() => toWallClock(value, BERLIN, FIELD)).toThrow(/^'Time' is no date that can be read/);
});
