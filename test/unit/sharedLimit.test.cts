import { getUser } from '../../nodes/Braze/endpoints/user/get.ts';
import type { Attempt } from '../../nodes/Braze/pipeline/send/transport.ts';
import {
	accepted,
	failing,
	lastOne,
	limited,
	request,
	settled,
	startRun,
	useHeldClock,
	withoutJitter,
} from './attempts.cts';

useHeldClock();

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

test('so many requests a minute leave as the endpoint names, attempts that fail among them', async () => {
	const { requestsPerMinute } = getUser.endpoint;
	expect(requestsPerMinute).toBe(250);
	const { send, times } = startRun([accepted, failing(500), accepted], { requestsPerMinute: 3 });
	await settled(Promise.all(Array.from({ length: 6 }, async () => await send(request()))));
	const inMinute = (minute: number): number =>
		times.filter((time) => Math.floor(time / 60_000) === minute).length;
	expect([0, 1, 2].map(inMinute)).toEqual([3, 3, 1]);
});
