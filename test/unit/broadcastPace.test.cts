import { BroadcastPace } from '../../nodes/Braze/pipeline/send/broadcastPace.ts';
import type { BrazeRequest } from '../../nodes/Braze/pipeline/request.ts';

const NOW = Date.UTC(2026, 0, 16, 12, 0, 0);
const MINUTE = 60_000;

const broadcast = (body: BrazeRequest['body']): BrazeRequest => ({
	method: 'POST',
	path: '/messages/send',
	body: { broadcast: true, ...body },
});

/** Asks again after every wait, as a run does. @returns when each of the messages left */
function leave(messages: BrazeRequest[]): number[] {
	const pace = new BroadcastPace();
	let now = NOW;
	return messages.map((message) => {
		for (let wait = pace.take(message, now); wait > 0; wait = pace.take(message, now)) now += wait;
		return now;
	});
}

/** The most that left within any 60 seconds. */
const mostInAMinute = (times: number[]): number =>
	Math.max(
		...times.map((start) => times.filter((at) => at >= start && at < start + MINUTE).length),
	);

test('10 a minute to the same audience, the 11th after the minute', () => {
	const times = leave(Array.from({ length: 25 }, () => broadcast({ segment_id: 'all' })));
	expect(mostInAMinute(times)).toBe(10);
	expect(times[9]).toBe(NOW);
	expect(times[10]).toBe(NOW + MINUTE);
	expect(times[24]).toBe(NOW + 2 * MINUTE);
});

test('250 a minute in all', () => {
	const messages = Array.from({ length: 600 }, (_, index) =>
		broadcast({ segment_id: `segment-${index}` }),
	);
	const times = leave(messages);
	expect(mostInAMinute(times)).toBe(250);
	expect(times[249]).toBe(NOW);
	expect(times[250]).toBe(NOW + MINUTE);
});

test('a wait takes no place, so that another audience is not held back', () => {
	const pace = new BroadcastPace();
	const [full, free] = [broadcast({ segment_id: 'full' }), broadcast({ segment_id: 'free' })];
	for (let count = 0; count < 10; count++) expect(pace.take(full, NOW)).toBe(0);
	expect(pace.take(full, NOW)).toBe(MINUTE);
	for (let count = 0; count < 10; count++) expect(pace.take(free, NOW)).toBe(0);
	expect(pace.take(full, NOW + 1000)).toBe(MINUTE - 1000);
	expect(pace.take(full, NOW + MINUTE)).toBe(0);
});

test.each<[string, BrazeRequest['body'], BrazeRequest['body'], boolean]>([
	['the same segment', { segment_id: 'a' }, { segment_id: 'a' }, true],
	['another segment', { segment_id: 'a' }, { segment_id: 'b' }, false],
	['another campaign', { campaign_id: 'a' }, { campaign_id: 'b' }, false],
	['another Canvas', { canvas_id: 'a' }, { canvas_id: 'b' }, false],
	['another audience', { audience: { AND: [1] } }, { audience: { AND: [2] } }, false],
	['another message', { segment_id: 'a', messages: 1 }, { segment_id: 'a', messages: 2 }, true],
])('%s shares the window: %#', (_name, first, second, shares) => {
	const pace = new BroadcastPace();
	for (let count = 0; count < 10; count++) pace.take(broadcast(first), NOW);
	expect(pace.take(broadcast(second), NOW) > 0).toBe(shares);
});
