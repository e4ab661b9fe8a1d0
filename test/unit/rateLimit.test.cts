import { readLimits, RateLimit } from '../../nodes/Braze/pipeline/send/rateLimit.ts';

const NOW = Date.UTC(2026, 0, 16, 12, 0, 0);
const SECOND = 1000;
/** What is added to every wait for clocks that differ. */
const LEEWAY = 500;

const epochIn = (seconds: number): string => String(NOW / SECOND + seconds);
const dateIn = (seconds: number): string => new Date(NOW + seconds * SECOND).toUTCString();

test.each<[string, Record<string, unknown>, number]>([
	['a reset in epoch seconds', { 'x-ratelimit-reset': epochIn(20) }, 20],
	['a reset in epoch milliseconds', { 'x-ratelimit-reset': String(NOW + 20_000) }, 20],
	['a header with several numbers', { 'x-ratelimit-reset': '9, 10' }, 9],
	['a reset in seconds left', { 'x-ratelimit-reset': '20' }, 20],
	['a reset as a number', { 'x-ratelimit-reset': 20 }, 20],
	['a reset in fractions', { 'x-ratelimit-reset': '1.5' }, 1.5],
	['a reset that is over', { 'x-ratelimit-reset': epochIn(-20) }, 0],
	['X-RateLimit-Retry-After', { 'x-ratelimit-retry-after': '7' }, 7],
	['Retry-After in seconds', { 'retry-after': '7' }, 7],
	['Retry-After as a date', { 'retry-after': dateIn(7) }, 7],
	['Retry-After as a date that is over', { 'retry-after': dateIn(-7) }, 0],
	['any case', { 'X-RateLimit-Reset': '9' }, 9],
	['a header that came twice', { 'x-ratelimit-reset': ['9', '10'] }, 9],
	['spaces', { 'retry-after': ' 9 ' }, 9],
	[
		'the exact wait before the reset',
		{ 'x-ratelimit-reset': '60', 'x-ratelimit-retry-after': '3', 'retry-after': '5' },
		3,
	],
	['what can be read, where another cannot', { 'retry-after': 'later', 'x-ratelimit-reset': 4 }, 4],
	[
		'what can be so, where another cannot',
		{ 'retry-after': '99999999', 'x-ratelimit-reset': '4' },
		4,
	],
])('reads %s', (_name, headers, seconds) => {
	expect(readLimits(headers, NOW).waitMs).toBe(seconds * SECOND + LEEWAY);
});

test.each([
	['no header', {}],
	['empty ones, as a 401 has', { 'x-ratelimit-reset': '', 'x-ratelimit-remaining': '' }],
	['words', { 'x-ratelimit-reset': 'soon', 'retry-after': 'later' }],
	['words with a number, which Date.parse takes for a date', { 'retry-after': 'window 5' }],
	['a negative number', { 'retry-after': '-5', 'x-ratelimit-reset': '-5' }],
	['a number in another form', { 'retry-after': '1e3', 'x-ratelimit-reset': '0x10' }],
	['an epoch in milliseconds far ahead', { 'x-ratelimit-reset': String(NOW * 2) }],
	['a number without end', { 'x-ratelimit-reset': '9'.repeat(400) }],
	['null and undefined', { 'retry-after': null, 'x-ratelimit-reset': undefined }],
	['an object', { 'retry-after': {} }],
])('%s says nothing of a wait', (_name, headers) => {
	expect(readLimits(headers, NOW)).toEqual({ remaining: undefined, waitMs: undefined });
});

test.each([
	['ahead of', 90],
	['behind', -90],
])('a clock %s that of Braze does not change the wait', (_how, seconds) => {
	const ownTime = NOW + seconds * SECOND;
	const date = dateIn(0);
	expect(readLimits({ date, 'x-ratelimit-reset': epochIn(20) }, ownTime).waitMs).toBe(20_500);
	expect(readLimits({ date, 'retry-after': dateIn(7) }, ownTime).waitMs).toBe(7500);
	expect(readLimits({ date: 'today', 'retry-after': '7' }, ownTime).waitMs).toBe(7500);
});

test('tells what the answer itself asks for from what the window says', () => {
	expect(readLimits({ 'retry-after': '7', 'x-ratelimit-reset': '9' }).retryAfterMs).toBe(7500);
	expect(readLimits({ 'x-ratelimit-reset': '9' }).retryAfterMs).toBeUndefined();
});

test('tells how many requests are left', () => {
	expect(readLimits({ 'X-RateLimit-Remaining': '0' }).remaining).toBe(0);
	expect(readLimits({ 'x-ratelimit-remaining': '249999' }).remaining).toBe(249_999);
});

test('the limit that all requests share opens when its longest wait is over', () => {
	const limit = new RateLimit();
	expect(limit.waitMs(NOW)).toBe(0);
	limit.closeFor(5000, NOW);
	limit.closeFor(2000, NOW);
	expect(limit.waitMs(NOW)).toBe(5000);
	expect(limit.waitMs(NOW + 4000)).toBe(1000);
	expect(limit.waitMs(NOW + 6000)).toBe(0);
});
