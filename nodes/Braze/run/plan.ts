import { MAX_USERS_PER_REQUEST } from './call';
import type { Call, Message, PlannedRequest } from './call';
import { OpenRequests } from './openRequests';
import { fits } from './wireSize';

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
		const after = earlierRequestsOf(call);
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

	/** @returns the positions of requests that name one of the call's users already, each once */
	function earlierRequestsOf({ users }: Call): number[] {
		const positions: number[] = [];
		for (const { key } of users) {
			const last = lastRequestOf.get(key);
			if (last !== undefined && !positions.includes(last)) positions.push(last);
		}
		return positions;
	}

	/** @returns the earliest request that takes the call, kept open for the next one where it still has room; a new one otherwise */
	function placeOf(call: Call, after: number[]): number {
		const count = call.users.length;
		if (count === 0 && !call.message.reachesUnnamedUsers) return requests.length;
		const candidates = openFor(call.message);
		const roomOf = (position: number): number =>
			usersPerRequest - (requests[position]?.users.length ?? 0);
		const bound = Math.max(-1, ...after);
		let position = candidates.find(count, bound);
		while (position !== undefined && !fits(bytes[position], call.userBytes ?? 0)) {
			// its next users are hardly smaller, and asking each time would take long
			candidates.remove(position, roomOf(position));
			position = candidates.find(count, bound);
		}
		if (position !== undefined) candidates.remove(position, roomOf(position));
		const place = position ?? requests.length;
		const room = roomOf(place) - count;
		if (room > 0) candidates.add(place, room);
		return place;
	}

	function openFor(message: Message): OpenRequests {
		const key = keyOf(message);
		const known = open.get(key) ?? new OpenRequests();
		open.set(key, known);
		return known;
	}
}

/** @returns a function that gives equal messages the same text; a message shared by reference is written out once */
function messageKeys(): (message: Message) => string {
	const known = new WeakMap<Message, string>();
	return (message) => {
		const key =
			known.get(message) ??
			JSON.stringify([
				message.method,
				message.path,
				message.query ?? null,
				message.reachesUnnamedUsers ?? false,
				message.body,
			]);
		known.set(message, key);
		return key;
	};
}
