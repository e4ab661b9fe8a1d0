import { MAX_USERS_PER_REQUEST } from './call';
import type { Call, Message, PlannedRequest } from './call';
import { fits } from './wireSize';

/** Requests of one message that still have room, in the order they were opened. */
type OpenRequests = number[];

/**
 * Spreads calls over as few requests as Braze's rules allow. Pure.
 *
 * Calls whose message is equal share requests of at most `usersPerRequest` users and of no more bytes than Braze takes; the
 * users of one call stay together.
 * A user stands at most once in a request, since Braze would merge the two entries, and a user's calls keep their order:
 * each goes into a later request than the one before, which must be answered first.
 * A message that reaches users it does not name is planned once for all equal calls. Any other call is a request of its own.
 */
export function planRequests(
	calls: Call[],
	usersPerRequest = MAX_USERS_PER_REQUEST,
): PlannedRequest[] {
	const requests: PlannedRequest[] = [];
	const bytes: number[] = [];
	const open = new Map<string, OpenRequests>();
	const lastRequestOf = new Map<string, number>();
	const keyOf = messageKeys();

	for (const call of calls) {
		const after = new Set<number>();
		for (const { key } of call.users) {
			const last = lastRequestOf.get(key);
			if (last !== undefined) after.add(last);
		}
		const position = placeOf(call, after);
		const request = (requests[position] ??= {
			message: call.message,
			users: [],
			userItems: [],
			itemIndexes: [],
			after: [],
		});
		bytes[position] = (bytes[position] ?? call.messageBytes ?? 0) + (call.userBytes ?? 0);
		for (const user of call.users) {
			request.users.push(user);
			request.userItems.push(call.itemIndex);
		}
		request.itemIndexes.push(call.itemIndex);
		for (const earlier of after) if (!request.after.includes(earlier)) request.after.push(earlier);
		for (const { key } of call.users) lastRequestOf.set(key, position);
	}
	return requests;

	function placeOf(call: Call, after: Set<number>): number {
		if (call.users.length === 0 && !call.message.reachesUnnamedUsers) return requests.length;
		const key = keyOf(call.message);
		const candidates = open.get(key) ?? [];
		open.set(key, candidates);
		const earliest = firstAbove(candidates, Math.max(-1, ...after));
		for (let index = earliest; index < candidates.length; index++) {
			const position = candidates[index];
			const count = requests[position].users.length + call.users.length;
			if (count > usersPerRequest) continue;
			if (!fits(bytes[position], call.userBytes ?? 0)) {
				// its next users are hardly smaller, and asking each time would take long
				candidates.splice(index--, 1);
				continue;
			}
			if (count === usersPerRequest && call.users.length > 0) candidates.splice(index, 1);
			return position;
		}
		if (call.users.length < usersPerRequest) candidates.push(requests.length);
		return requests.length;
	}
}

/** @returns the index of the first entry of an ascending list that is greater than `bound` */
function firstAbove(ascending: number[], bound: number): number {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ascending[middle] > bound) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** @returns a function that gives equal messages the same text; a message shared by reference is written out once */
function messageKeys(): (message: Message) => string {
	const known = new WeakMap<Message, string>();
	return (message) => {
		const key =
			known.get(message) ??
			JSON.stringify([message.method, message.path, message.query ?? null, message.body]);
		known.set(message, key);
		return key;
	};
}
