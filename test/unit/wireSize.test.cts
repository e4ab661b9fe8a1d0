import { Buffer } from 'node:buffer';

import type { Call } from '../../nodes/Braze/pipeline/call.ts';
import { planRequests } from '../../nodes/Braze/pipeline/plan/plan.ts';
import {
	checkBodyBytes,
	MAX_BODY_BYTES,
	wireBytes,
} from '../../nodes/Braze/pipeline/check/wireSize.ts';
import { growthOf, MOST_GROWTH } from './growth.cts';

test.each<[unknown]>([
	['plain'],
	['with "quotes", \\ and \n'],
	['ä, 中 and 🎉'],
	['\u0000\u001f'],
	[''],
	[0],
	[-1.5e300],
	[true],
	[null],
	[[1, 'two', [3]]],
	[{ a: { b: ['c'] }, ключ: null, '': {} }],
	[new Date(0)],
	[JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')],
])('counts the bytes of %j', (value) => {
	const bytes = Buffer.byteLength(JSON.stringify(value));
	expect(wireBytes(value)).toBeGreaterThanOrEqual(bytes);
	// a comma after the last entry of each list and object is all that may be too much
	expect(wireBytes(value)).toBeLessThanOrEqual(bytes + 4);
});

const deep = (levels: number): unknown =>
	Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);
const circular: Record<string, unknown> = {};
circular.self = circular;

test.each<[string, unknown, string]>([
	['NaN', { score: NaN }, "'User > score' is NaN, which JSON cannot say"],
	['infinity', [Infinity], "'User > 1' is Infinity, which JSON cannot say"],
	['a big integer', { id: 12n }, `'User > id' is the large integer "12", which JSON cannot say`],
	['half an emoji', { name: 'Hi \ud83d' }, `'User > name' holds half of a character ("Hi \ufffd")`],
	['half an emoji in a key', { '\udc00': 1 }, "'User' holds half of a character"],
	['no valid date', { at: new Date(NaN) }, "'User > at' is no valid date"],
	['a set', { tags: new Set(['a']) }, "'User > tags' is a set, a map or a pattern"],
	['a map', [new Map([['a', 1]])], "'User > 1' is a set, a map or a pattern"],
	['a pattern', { at: /a/ }, "'User > at' is a set, a map or a pattern"],
	['a function', { name: String }, "'User > name' is a function, which JSON cannot say"],
	['deep nesting', deep(5000), "'User > a > a' is nested deeper than 90 levels"],
	['a circle', circular, "'User > self > self' is nested deeper than 90 levels"],
])('refuses %s', (_name, value, words) => {
	expect(() => wireBytes(value, 'User')).toThrow(words);
});

test('takes what looks odd and is not', () => {
	expect(() => wireBytes({ a: '🎉', b: deep(80), c: undefined, d: -0 })).not.toThrow();
});

test('refuses a body that Braze would not take', () => {
	expect(() => checkBodyBytes(MAX_BODY_BYTES)).toThrow(/at most 4194304 \(4 MB\)/);
	expect(() => checkBodyBytes(MAX_BODY_BYTES - 1000)).not.toThrow();
});

const callOf = (itemIndex: number, entryBytes: number): Call => ({
	itemIndex,
	content: {
		wire: {},
		kept: {},
		bytes: 100_000,
		request: { method: 'POST', path: '/x', body: {} },
	},
	entries: [{ key: `user ${itemIndex}`, list: 'external_user_ids', wire: `user-${itemIndex}` }],
	entryBytes,
});

test('users share a request only as far as its bytes allow', () => {
	const requests = planRequests(
		Array.from({ length: 30 }, (_, item) => callOf(item, 400_000)),
		{
			most: 50,
		},
	);
	expect(requests.map(({ itemIndexes }) => itemIndexes.length)).toEqual([10, 10, 10]);
	expect(requests.flatMap(({ itemIndexes }) => itemIndexes)).toEqual([...Array(30).keys()]);
});

test('four times as many large users are planned in about four times as long', () => {
	const growth = growthOf(4000, (many) => {
		const calls = Array.from({ length: many }, (_, item) => callOf(item, 1_500_000));
		return () => expect(planRequests(calls, { most: 50 })).toHaveLength(many / 2);
	});
	expect(growth).toBeLessThan(MOST_GROWTH);
});
