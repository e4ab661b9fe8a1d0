import { makeEventBatches } from '../../playground/currents.cts';
import type { Answer } from '../../playground/currents.cts';
import { compare } from '../../queue/received.cts';

const [first, second] = makeEventBatches(2);
const answer = (batch: Answer['batch'], more: Partial<Answer> = {}): Answer => ({
	batch,
	status: 200,
	text: '',
	milliseconds: 1,
	before: [],
	...more,
});

test('every event of two batches once', () => {
	const account = compare([answer(first), answer(second)], [...first.ids, ...second.ids]);
	expect(account).toMatchObject({ answers: { 200: 2 }, answered: 200, once: 200 });
	expect([account.lost, account.repeated, account.sentAgain]).toEqual([[], [], []]);
});

test('an event that nothing gave is lost where its batch was answered 200, and only there', () => {
	const given = [...first.ids.slice(1), ...second.ids.slice(1)];
	const { lost, answered, answers } = compare(
		[answer(first), answer(second, { status: 503 })],
		given,
	);
	expect(lost).toEqual([first.ids[0]]);
	expect(answered).toBe(100);
	expect(answers).toEqual({ 200: 1, 503: 1 });
});

test('an event that came twice is repeated, unless its batch had to be sent again', () => {
	const given = [...first.ids, ...second.ids, first.ids[5], second.ids[7]];
	const { repeated, sentAgain, before, once } = compare(
		[answer(first), answer(second, { before: ['fetch failed'] })],
		given,
	);
	expect(repeated).toEqual([first.ids[5]]);
	expect(sentAgain).toEqual([second.ids[7]]);
	expect(before).toEqual({ 'fetch failed': 1 });
	expect(once).toBe(198);
});
