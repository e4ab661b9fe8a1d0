import fc from 'fast-check';

import type { Call } from '../../nodes/Braze/pipeline/call.ts';
import { requestBody, type PlannedRequest } from '../../nodes/Braze/pipeline/request.ts';
import { planRequests } from '../../nodes/Braze/pipeline/plan/plan.ts';
import { callOf, joining, MAX_USERS, plan, trackCall } from './planCalls.cts';

/** Calls as a run has them: few messages and few users, so that they meet; a call names a user once. */
const askedCalls = fc.array(
	fc.record({
		message: fc.nat(3),
		users: fc.uniqueArray(fc.nat(25), { maxLength: 8 }),
		broadcast: fc.boolean(),
	}),
	{ maxLength: 80 },
);
const usersPerRequest = fc.integer({ min: 8, max: MAX_USERS });

/** Holds for every plan. */
const always = (holds: (calls: Call[], requests: PlannedRequest[], limit: number) => void): void =>
	fc.assert(
		fc.property(askedCalls, usersPerRequest, (asked, limit) => {
			const { calls, requests } = plan(asked, limit);
			holds(calls, requests, limit);
		}),
		{ numRuns: 120 },
	);

const requestOf = (requests: PlannedRequest[], itemIndex: number): number =>
	requests.findIndex(({ itemIndexes }) => itemIndexes.includes(itemIndex));

test('no user is twice in a request', () => {
	always((_calls, requests) => {
		const twice = requests.filter(
			({ entries: users }) => new Set(users.map(({ key }) => key)).size !== users.length,
		);
		expect(twice).toEqual([]);
	});
});

test('no request has more users than allowed', () => {
	always((_calls, requests, limit) => {
		expect(requests.filter(({ entries: users }) => users.length > limit)).toEqual([]);
	});
});

test('every item is in exactly one request, with its own message and all of its users', () => {
	always((calls, requests) => {
		const served = requests.flatMap(({ itemIndexes }) => itemIndexes);
		expect([...served].sort((a, b) => a - b)).toEqual(calls.map(({ itemIndex }) => itemIndex));
		const planned = calls.map(({ itemIndex }) => {
			const { request, entries, entryItems } = requests[requestOf(requests, itemIndex)];
			const own = entries.filter((_user, index) => entryItems[index].includes(itemIndex));
			return { request, own };
		});
		expect(planned).toEqual(
			calls.map(({ content, entries: own }) => ({ request: content.request, own })),
		);
	});
});

test('every user of a request belongs to one of its items', () => {
	always((calls, requests) => {
		const named = calls.reduce((sum, { entries }) => sum + entries.length, 0);
		expect(requests.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(named);
		const others = requests.filter(
			({ entries, entryItems, itemIndexes }) =>
				entryItems.length !== entries.length ||
				entryItems.flat().some((item) => !itemIndexes.includes(item)),
		);
		expect(others).toEqual([]);
	});
});

test('the messages to one user keep their order, and each waits for the one before', () => {
	always((calls, requests) => {
		const last = new Map<string, number>();
		const astray: Array<{ key: string; before: number; position: number }> = [];
		for (const { itemIndex, entries: users } of calls) {
			const position = requestOf(requests, itemIndex);
			for (const { key = '' } of users) {
				const before = last.get(key) ?? -1;
				const isInOrder =
					before === -1 || (position > before && requests[position].after.includes(before));
				if (!isInOrder) astray.push({ key, before, position });
				last.set(key, position);
			}
		}
		expect(astray).toEqual([]);
	});
});

test('a request waits only for earlier ones, so that none waits for itself', () => {
	always((_calls, requests) => {
		const wrong = requests.filter(
			({ after }, position) =>
				after.some((earlier) => earlier >= position) || new Set(after).size !== after.length,
		);
		expect(wrong).toEqual([]);
	});
});

test('a request waits only for those that name one of its users', () => {
	always((_calls, requests) => {
		const strangers = requests.filter(({ after, entries: users }) => {
			const keys = new Set(users.map(({ key }) => key));
			return after.some((earlier) => !requests[earlier].entries.some(({ key }) => keys.has(key)));
		});
		expect(strangers).toEqual([]);
	});
});

test('an equal broadcast is planned once, and nothing else without users is shared', () => {
	always((calls, requests) => {
		const unnamed = requests.filter(({ entries }) => entries.length === 0);
		const broadcasts = unnamed.filter(({ request }) => request.reachesUnnamedUsers);
		const bodies = broadcasts.map(({ request }) => JSON.stringify(request.body));
		expect(new Set(bodies).size).toBe(bodies.length);
		const shared = unnamed.filter(
			({ request, itemIndexes }) => !request.reachesUnnamedUsers && itemIndexes.length !== 1,
		);
		expect(shared).toEqual([]);
		expect(calls.length).toBeGreaterThanOrEqual(requests.length);
	});
});

test('what reaches users it does not name never shares a request with what names them', () => {
	const [audience, named] = [
		{ message: 0, users: [], broadcast: true },
		{ message: 0, users: [1], broadcast: false },
	].map(callOf);
	const body = { audience: {}, broadcast: false };
	const calls = [audience, named].map((call) => ({
		...call,
		content: { ...call.content, request: { ...call.content.request, body } },
	}));
	expect(planRequests(calls, { most: MAX_USERS })).toHaveLength(2);
});

test('where every user is another, as few requests as possible are planned', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(3), { maxLength: 300 }), usersPerRequest, (messages, limit) => {
			const asked = messages.map((message, user) => ({ message, users: [user], broadcast: false }));
			const counts = [0, 1, 2, 3].map((each) => messages.filter((one) => one === each).length);
			const fewest = counts.reduce((sum, count) => sum + Math.ceil(count / limit), 0);
			expect(plan(asked, limit).requests).toHaveLength(fewest);
		}),
		{ numRuns: 200 },
	);
});

/** Requests that have to be answered one after the other, at most. */
function roundsOf(requests: PlannedRequest[]): number {
	const rounds: number[] = [];
	for (const [position, { after }] of requests.entries()) {
		rounds[position] = 1 + Math.max(0, ...after.map((earlier) => rounds[earlier]));
	}
	return Math.max(0, ...rounds);
}

test('only as many requests wait for each other as a user has items, at the price of a request for each', () => {
	const users = fc.array(fc.nat(60), { minLength: 1, maxLength: 400 });
	fc.assert(
		fc.property(users, usersPerRequest, (named, limit) => {
			const asked = named.map((user) => ({ message: 0, users: [user], broadcast: false }));
			const { requests } = plan(asked, limit);
			const times = named.map((user) => named.filter((other) => other === user).length);
			const most = Math.max(...times);
			expect(roundsOf(requests)).toBe(most);
			expect(requests.length).toBeLessThan(named.length / limit + most);
		}),
		{ numRuns: 100 },
	);
});

test('the same calls give the same plan', () => {
	always((calls, requests, limit) => {
		expect(planRequests(calls, { most: limit })).toEqual(requests);
	});
});

test('what a call holds is left as it was', () => {
	fc.assert(
		fc.property(askedCalls, (asked) => {
			const { calls, requests } = plan(asked, MAX_USERS);
			for (const request of requests) requestBody(request);
			expect(calls).toEqual(asked.map(callOf));
		}),
	);
});

test('a body is the message with its users in their lists, in order', () => {
	always((_calls, requests) => {
		const bodies = requests.map((request) => {
			const { external_user_ids: ids = [], ...rest } = requestBody(request);
			return { rest, ids };
		});
		expect(bodies).toEqual(
			requests.map(({ request, entries }) => ({
				rest: request.body,
				ids: entries.map(({ wire }) => wire),
			})),
		);
	});
});

test('equal requests are equal whatever the order of their keys', () => {
	const [first, second] = [1, 2].map((user) =>
		callOf({ message: 0, users: [user], broadcast: false }, user),
	);
	const { body } = second.content.request;
	const turned = Object.fromEntries(Object.entries({ z: 1, ...body }).reverse()) as typeof body;
	const withBody = (call: Call, given: typeof body): Call => ({
		...call,
		content: { ...call.content, request: { ...call.content.request, body: given } },
	});
	const calls = [withBody(first, { z: 1, ...body }), withBody(second, turned)];
	expect(planRequests(calls, { most: MAX_USERS })).toHaveLength(1);
});

test('joined entries are one for a key, their items are told, and what has no key stays with them', () => {
	const items = fc.array(
		fc.record({ user: fc.option(fc.nat(5), { nil: undefined }), events: fc.nat(3) }),
		{ minLength: 1, maxLength: 200 },
	);
	fc.assert(
		fc.property(items, (asked) => {
			const calls = asked
				.map(({ user, events }, index) => trackCall(index, user, events))
				.filter(({ entries }) => entries.length > 0);
			const requests = planRequests(calls, joining);
			for (const { entries, entryItems } of requests) {
				const keys = entries.flatMap(({ key }) => key ?? []);
				expect(new Set(keys).size).toBe(keys.length);
				expect(entries.length).toBeLessThanOrEqual(75);
				expect(entryItems).toHaveLength(entries.length);
			}
			for (const { itemIndex, entries } of calls) {
				const own = requests.filter(({ itemIndexes }) => itemIndexes.includes(itemIndex));
				expect(own).toHaveLength(1);
				const [{ entries: planned, entryItems }] = own;
				const lists = planned.filter((_entry, index) => entryItems[index].includes(itemIndex));
				expect(lists.map(({ list }) => list).sort()).toEqual(
					entries.map(({ list }) => list).sort(),
				);
			}
		}),
		{ numRuns: 200 },
	);
});
