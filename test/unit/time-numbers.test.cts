import { toInstant, toWallClock } from '../../nodes/Braze/schema/time.ts';

const BERLIN = 'Europe/Berlin';
const words = (value: unknown): string => {
	try {
		return toInstant(value, BERLIN, 'Time');
	} catch (error) {
		return (error as Error).message;
	}
};

test.each<[string, unknown, string]>([
	['a day of a spreadsheet', 46205, "spreadsheet's day number (2026-07-02)"],
	['such a day with its time', 46205.375, "spreadsheet's day number (2026-07-02T09:00:00)"],
	['such a day as text', '46205', "spreadsheet's day number (2026-07-02)"],
	['microseconds', 1896076800000000, 'may be microseconds since 1970. Give seconds'],
	['nanoseconds', 1896076800000000000, 'may be nanoseconds since 1970'],
	['the digits of a date', 20300131, 'Write it as 2030-01-31'],
	['the digits of a date with its time', '20300131090000', 'Write it as 2030-01-31'],
	['a year', '2030', "spreadsheet's day number"],
	['a second of 1999', 946684799, 'no time from 2000 to 2100'],
	['the first second of 2100', 4102444800, 'no time from 2000 to 2100'],
	['a negative number', -1896076800, 'no time from 2000 to 2100'],
])('%s is refused for what it may be', (_what, value, sentence) => {
	expect(words(value)).toContain(sentence);
	expect(() => toWallClock(value, BERLIN, 'Time')).toThrow(sentence);
});

test.each<[unknown, string]>([
	[946684800, '2000-01-01T00:00:00Z'],
	[4102444799, '2099-12-31T23:59:59Z'],
	[946684800000, '2000-01-01T00:00:00Z'],
	[4102444799999, '2099-12-31T23:59:59Z'],
])('%p is seconds or milliseconds', (value, moment) => {
	expect(words(value)).toBe(moment);
	expect(words(String(value))).toBe(moment);
});

test.each([
	['2030-01-31 09:00:00 America/New_York', '2030-01-31T14:00:00Z', '2030-01-31T09:00:00'],
	['2030-01-31 09:00:00 Europe/Berlin', '2030-01-31T08:00:00Z', '2030-01-31T09:00:00'],
	['2030-01-31T09:00:00 [Asia/Tokyo]', '2030-01-31T00:00:00Z', '2030-01-31T09:00:00'],
	['2030-01-31 09:00:00 UTC', '2030-01-31T09:00:00Z', '2030-01-31T09:00:00'],
])('%s is read on the clocks that it names', (value, moment, clock) => {
	expect(words(value)).toBe(moment);
	expect(toWallClock(value, BERLIN, 'Time')).toBe(clock);
});

test('a clock time that the named zone skips or shows twice is refused with times of that zone', () => {
	expect(words('2030-03-10 02:30:00 America/New_York')).toContain(
		'which the clocks of America/New_York skip that day. Take 2030-03-10T03:30:00',
	);
	expect(words('2030-11-03 01:30:00 America/New_York')).toContain(
		'Give 2030-11-03T01:30:00-04:00 for the first time',
	);
});

test.each([
	'09:00',
	'T09:00',
	'09',
	'9:00',
	'09:00:00 Europe/Berlin',
	'12-31',
	'0900Z',
	'2130-05:00',
	'2030Z',
])('%s names no day, and is not taken for today', (value) => {
	for (const read of [toInstant, toWallClock])
		expect(() => read(value, BERLIN, 'Time')).toThrow(/no date that can be read|spreadsheet/);
});

test.each([
	['2030-01-31T09:00:00Z', '2030-01-31T09:00:00Z'],
	['20300131T090000Z', '2030-01-31T09:00:00Z'],
	['20300131 ', '2030-01-30T23:00:00Z'],
	['2030-01', '2029-12-31T23:00:00Z'],
	['2030-W05-4T09:00Z', '2030-01-31T09:00:00Z'],
	['2030W054T0900Z', '2030-01-31T09:00:00Z'],
	['2030-031T09:00Z', '2030-01-31T09:00:00Z'],
	['+002030-01-31T09:00:00Z', '2030-01-31T09:00:00Z'],
])('%s names one', (value, moment) => {
	expect(words(value)).toBe(moment);
});

test('a zone that does not exist is told as it is', () => {
	expect(words('2030-01-31 09:00:00 PST8X')).toContain('is no date that can be read');
});
