import { getUser } from '../../nodes/Braze/endpoints/user/get.ts';
import { withAttempts } from '../../nodes/Braze/pipeline/send/attempts.ts';
import type { BrazeRequest, PlannedRequest } from '../../nodes/Braze/pipeline/request.ts';
import type { Outcome } from '../../nodes/Braze/pipeline/send/outcome.ts';
import type { Attempt } from '../../nodes/Braze/pipeline/send/transport.ts';

const withoutNews = { limits: {} };
const content: BrazeRequest = { method: 'POST', path: '/messages/send', body: {} };
const request = (more: Partial<BrazeRequest> = {}): PlannedRequest => ({
	request: { ...content, ...more },
	entries: [],
	entryItems: [],
	itemIndexes: [0],
	after: [],
});

const accepted: Attempt = { outcome: { kind: 'accepted', answer: {} }, ...withoutNews };
const failing = (status: number): Attempt => ({
	outcome: { kind: 'rejected', status, reason: `${status}`, advice: '', retryable: true },
	...withoutNews,
});
const unreachable: Attempt = {
	outcome: { kind: 'rejected', reason: 'ECONNREFUSED', advice: '', retryable: true },
	...withoutNews,
};
const limited = (waitMs: number): Attempt => ({
	...failing(429),
	limits: { waitMs, remaining: 0 },
});
const lastOne = (waitMs: number): Attempt => ({ ...accepted, limits: { waitMs, remaining: 0 } });
const refused: Attempt = {
	outcome: { kind: 'rejected', status: 400, reason: '400', advice: '' },
	...withoutNews,
};
const unclear: Attempt = {
	outcome: { kind: 'mayHaveBeenSent', reason: 'timeout', advice: '' },
	...withoutNews,
};

/** A run whose attempts get these answers in turn, the last one for ever. */
function startRun(
	answers: Attempt[],
	{ maxAttempts = 5, maxWaitMs = 300_000, requestsPerMinute = Infinity } = {},
) {
	const started = Date.now();
	const times: number[] = [];
	const abort = new AbortController();
	const send = withAttempts(
		() => async () => {
			times.push(Date.now() - started);
			return answers[Math.min(times.length, answers.length) - 1];
		},
		{ maxAttempts, maxWaitMs },
		abort.signal,
		{ requestsPerMinute },
	);
	return { send, times, cancel: () => abort.abort() };
}

/** Lets time pass until the outcome is there. */
async function settled<T>(outcome: Promise<T>): Promise<T> {
	await jest.runAllTimersAsync();
	return await outcome;
}

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 0, 16, 12) }));
afterEach(() => {
	jest.restoreAllMocks();
	jest.useRealTimers();
});

/** Full jitter draws from nothing to the whole wait; here it draws the whole. */
const withoutJitter = (): jest.SpyInstance =>
	jest.spyOn(Math, 'random').mockReturnValue(1 - Number.EPSILON);

describe('tries again what was not sent', () => {
	test.each([
		['500', failing(500)],
		['502', failing(502)],
		['503', failing(503)],
		['a network fault before delivery', unreachable],
		['429 without a time', failing(429)],
		['429 with a time', limited(2500)],
	])('%s', async (_name, fault) => {
		const run = startRun([fault, fault, accepted]);
		expect(await settled(run.send(request()))).toEqual(accepted.outcome);
		expect(run.times).toHaveLength(3);
	});

	test.each([
		['400', refused],
		['a timeout', unclear],
		['success', accepted],
	])('and not %s', async (_name, answer) => {
		const run = startRun([answer]);
		expect(await settled(run.send(request()))).toEqual(answer.outcome);
		expect(run.times).toHaveLength(1);
	});

	test.each([1, 2, 20])('at most %i times', async (maxAttempts) => {
		const run = startRun([failing(503)], { maxAttempts, maxWaitMs: 3_600_000 });
		expect(await settled(run.send(request()))).toMatchObject({ kind: 'rejected', status: 503 });
		expect(run.times).toHaveLength(maxAttempts);
	});
});

describe('waits', () => {
	test('twice as long each time, up to 30 seconds', async () => {
		withoutJitter();
		const run = startRun([failing(500)], { maxAttempts: 9 });
		await settled(run.send(request()));
		const waits = run.times.slice(1).map((time, index) => time - run.times[index]);
		expect(waits.map((wait) => Math.round(wait / 500))).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
	});

	test('a random part of that, from nothing to all of it', async () => {
		const firstWaits: number[] = [];
		for (let count = 0; count < 300; count++) {
			const run = startRun([failing(500), accepted]);
			await settled(run.send(request()));
			firstWaits.push(run.times[1]);
		}
		expect(Math.min(...firstWaits)).toBeLessThan(50);
		expect(Math.max(...firstWaits)).toBeGreaterThan(450);
		expect(Math.max(...firstWaits)).toBeLessThanOrEqual(501);
	});

	test('exactly as long as the limit says', async () => {
		const run = startRun([limited(2500), limited(4000), accepted]);
		await settled(run.send(request()));
		expect(run.times).toEqual([0, 2500, 6500]);
	});

	test.each([
		['503', failing(503), {}],
		['429 with requests left', failing(429), { waitMs: 7000, remaining: 9 }],
	])('as long as the answer itself asks for: %s', async (_name, answer, limits) => {
		const asking = { ...answer, limits: { ...limits, retryAfterMs: 7000 } };
		const { send, times } = startRun([asking, accepted]);
		await settled(send(request()));
		expect(times).toEqual([0, 7000]);
	});

	test('not at all where the answer itself asks for longer than Max Wait, and says so', async () => {
		const busy = failing(503);
		const { send, times } = startRun([{ ...busy, limits: { retryAfterMs: 3_000_000 } }, accepted]);
		expect(await settled(send(request()))).toMatchObject({
			status: 503,
			reason: expect.stringMatching(/.; Braze takes no more requests for 3000 seconds$/),
			advice: expect.stringContaining('raise Max Wait'),
		});
		expect(times).toHaveLength(1);
	});

	test('no longer than Max Wait in all', async () => {
		withoutJitter();
		const run = startRun([failing(500)], { maxAttempts: 20, maxWaitMs: 10_000 });
		expect(await settled(run.send(request()))).toMatchObject({ kind: 'rejected', status: 500 });
		expect(run.times).toHaveLength(5);
		expect(run.times[4]).toBeLessThanOrEqual(10_000);
	});

	test('not at all where the limit lasts longer than Max Wait', async () => {
		const run = startRun([limited(3_000_000), accepted]);
		const start = Date.now();
		expect(await settled(run.send(request()))).toMatchObject({
			status: 429,
			reason: expect.stringMatching(/.; Braze takes no more requests for 3000 seconds$/),
			advice: expect.stringContaining('raise Max Wait'),
		});
		expect(await settled(run.send(request()))).toMatchObject({
			kind: 'rejected',
			status: 429,
			reason: 'Braze takes no more requests for 3000 seconds',
			retryable: true,
			advice: expect.stringContaining('nothing was sent'),
		});
		expect(Date.now()).toBe(start);
		expect(run.times).toHaveLength(1);
	});
});

describe('all requests of a run share the limit', () => {
	test.each([
		['429', limited(5000)],
		['an answer that leaves none', lastOne(5000)],
	])('%s holds the others back', async (_name, first) => {
		const run = startRun([first, accepted]);
		const outcomes = [run.send(request())];
		await jest.advanceTimersByTimeAsync(1000);
		outcomes.push(run.send(request()), run.send(request()));
		await settled(Promise.all(outcomes));
		expect(run.times[0]).toBe(0);
		expect(run.times.slice(1).every((time) => time >= 5000)).toBe(true);
	});

	test('500 holds no other back', async () => {
		withoutJitter();
		const run = startRun([failing(500), accepted]);
		const outcomes = [run.send(request())];
		await jest.advanceTimersByTimeAsync(1);
		outcomes.push(run.send(request()));
		await settled(Promise.all(outcomes));
		expect(run.times[1]).toBe(1);
	});

	test('a broadcast that waited for its pace meets the limit of the meantime as well', async () => {
		const broadcast = request({ reachesUnnamedUsers: true, body: { segment_id: 'all' } });
		const run = startRun([...Array<Attempt>(10).fill(accepted), limited(70_000), accepted]);
		const outcomes = Array.from({ length: 10 }, () => run.send(broadcast));
		await jest.advanceTimersByTimeAsync(30_000);
		outcomes.push(run.send(broadcast));
		await jest.advanceTimersByTimeAsync(1000);
		outcomes.push(run.send(request()));
		await settled(Promise.all(outcomes));
		expect(run.times.slice(0, 11)).toEqual([...Array<number>(10).fill(0), 31_000]);
		expect(run.times.slice(11).every((time) => time >= 101_000)).toBe(true);
	});
});

describe('a cancelled execution ends every wait at once', () => {
	test.each<[string, Attempt]>([
		['between attempts', failing(503)],
		['for the limit', limited(60_000)],
	])('%s', async (_name, fault) => {
		withoutJitter();
		const run = startRun([fault]);
		const outcome = run.send(request());
		await jest.advanceTimersByTimeAsync(100);
		run.cancel();
		const start = Date.now();
		expect((await outcome).kind).toBe<Outcome['kind']>('notSent');
		expect(Date.now()).toBe(start);
		expect(run.times).toHaveLength(1);
		expect(jest.getTimerCount()).toBe(0);
	});

	test("for a broadcast's pace", async () => {
		const broadcast = request({ reachesUnnamedUsers: true });
		const run = startRun([accepted]);
		const outcomes = Array.from({ length: 11 }, () => run.send(broadcast));
		await jest.advanceTimersByTimeAsync(100);
		run.cancel();
		expect((await Promise.all(outcomes)).filter(({ kind }) => kind === 'notSent')).toHaveLength(1);
		expect(run.times).toHaveLength(10);
		expect(jest.getTimerCount()).toBe(0);
	});

	test('and nothing leaves after it', async () => {
		const run = startRun([accepted]);
		run.cancel();
		expect((await run.send(request())).kind).toBe('notSent');
		expect(run.times).toEqual([]);
	});
});

test('so many requests a minute leave as the endpoint names, attempts that fail among them', async () => {
	const { requestsPerMinute } = getUser.endpoint;
	expect(requestsPerMinute).toBe(250);
	const { send, times } = startRun([accepted, failing(500), accepted], { requestsPerMinute: 3 });
	await settled(Promise.all(Array.from({ length: 6 }, async () => await send(request()))));
	const inMinute = (minute: number): number =>
		times.filter((time) => Math.floor(time / 60_000) === minute).length;
	expect([0, 1, 2].map(inMinute)).toEqual([3, 3, 1]);
});
