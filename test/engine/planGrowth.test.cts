import type { Call } from '../../nodes/Braze/pipeline/call.ts';
import { joinEqualCalls } from '../../nodes/Braze/pipeline/plan/equalCalls.ts';
import { planRequests } from '../../nodes/Braze/pipeline/plan/plan.ts';
import { growthOf, MOST_GROWTH } from '../unit/growth.cts';
import { callOf, joining, MAX_USERS, plan, trackCall, type Asked } from './planCalls.cts';

test('100,000 users of one message take 2,000 requests', () => {
	expect(plan(usersOf(100_000), MAX_USERS).requests).toHaveLength(2000);
});

const usersOf = (count: number): Asked[] =>
	Array.from({ length: count }, (_, user) => ({ message: 0, users: [user], broadcast: false }));

const messagesOf = (count: number): Asked[] =>
	Array.from({ length: count }, (_, message) => ({ message, users: [message], broadcast: false }));

const toOneUser = (count: number): Asked[] =>
	Array.from({ length: count }, () => ({ message: 0, users: [1], broadcast: false }));

test.each<[string, number, (count: number) => Asked[]]>([
	['users of one message', 2000, usersOf],
	['messages with a text of their own', 1000, messagesOf],
	['messages to one user', 1000, toOneUser],
])('four times as many %s take about four times as long', (_name, count, ask) => {
	const growth = growthOf(count, (many) => {
		const calls = ask(many).map(callOf);
		return () => planRequests(calls, { most: MAX_USERS });
	});
	expect(growth).toBeLessThan(MOST_GROWTH);
});

test('20,000 messages to one user are 20,000 requests in a row', () => {
	const { requests } = plan(toOneUser(20_000), MAX_USERS);
	expect(requests.map(({ after }) => after)).toEqual(
		requests.map((_request, position) => (position === 0 ? [] : [position - 1])),
	);
});

test('equal messages to one user are found among many as quickly as among few', () => {
	const growth = growthOf(1000, (many) => {
		const calls = Array.from({ length: many }, (_, message) =>
			callOf({ message: message >> 1, users: [1], broadcast: false }, message),
		);
		return () => {
			expect(joinEqualCalls(calls, true).equal).toBe(many / 2);
		};
	});
	expect(growth).toBeLessThan(MOST_GROWTH);
});

const attributesOf = (count: number): Call[] =>
	Array.from({ length: count }, (_, index) => trackCall(index, index % (count / 2), 0));
const eventsOf = (count: number): Call[] =>
	Array.from({ length: count }, (_, index) => trackCall(index, undefined, 1));

test('20,000 attributes of 10,000 users and 20,000 events take as few requests as possible', () => {
	expect(planRequests(attributesOf(20_000), joining)).toHaveLength(Math.ceil(10_000 / 75));
	expect(planRequests(eventsOf(20_000), joining)).toHaveLength(Math.ceil(20_000 / 75));
});

test.each([
	['attributes', attributesOf],
	['events', eventsOf],
])('four times as many %s take about four times as long', (_name, callsOf) => {
	const growth = growthOf(1500, (many) => {
		const calls = callsOf(many);
		return () => planRequests(calls, joining);
	});
	expect(growth).toBeLessThan(MOST_GROWTH);
});
