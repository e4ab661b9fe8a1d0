import type { Outcome } from '../../nodes/Braze/pipeline/send/outcome.ts';
import type { Attempt } from '../../nodes/Braze/pipeline/send/transport.ts';
import {
	accepted,
	failing,
	limited,
	refused,
	request,
	settled,
	startRun,
	unclear,
	unreachable,
	useHeldClock,
	withoutJitter,
} from './attempts.cts';

useHeldClock();

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
