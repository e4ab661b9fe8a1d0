import { MAX_USERS_PER_REQUEST } from '../call';
import type { Call, Message, PlannedRequest } from '../call';
import { OpenRequests } from './openRequests';
import { fits } from '../check/wireSize';

/**
 * Spreads calls over as few requests as Braze's rules allow. Pure.
 *
 * Calls whose message is equal share requests of at most `usersPerRequest` users and of no more bytes than Braze takes; the
 * users of one call stay together.
 * A user stands at most once in a request, since Braze would merge the two entries, and a user's calls keep their order:
 * each goes into a later request than the one before, which must be answered first. Requests are filled round by round, a
 * user's first calls in the first round and so on, so that only as many have to wait for each other as a user has calls.
 * A message that reaches users it does not name is planned once for all equal calls. Any other call is a request of its own.
 */
export function planRequests(
	calls: Call[],
	usersPerRequest = MAX_USERS_PER_REQUEST,
): PlannedRequest[] {
	const drafts: Draft[] = [];
	const open = new Map<string, OpenRequests[]>();
	const lastDraftOf = new Map<string, Draft>();
	const keyOf = messageKeys();

	for (const call of calls) {
		const earlier = earlierDraftsOf(call);
		const draft = draftFor(call, 1 + Math.max(-1, ...earlier.map(({ round }) => round)));
		const { request } = draft;
		draft.bytes += call.userBytes ?? 0;
		for (const user of call.users) {
			request.users.push(user);
			request.userItems.push(call.itemIndex);
			lastDraftOf.set(user.key, draft);
		}
		request.itemIndexes.push(call.itemIndex);
		for (const each of earlier) draft.after.add(each);
	}
	return inRounds(drafts);

	/** @returns the drafts that name one of the call's users already, each once */
	function earlierDraftsOf({ users }: Call): Draft[] {
		const earlier: Draft[] = [];
		for (const { key } of users) {
			const last = lastDraftOf.get(key);
			if (last && !earlier.includes(last)) earlier.push(last);
		}
		return earlier;
	}

	/** @returns the earliest draft of the round that takes the call, kept open for the next one where it still has room; a new one otherwise */
	function draftFor(call: Call, round: number): Draft {
		const count = call.users.length;
		const { message, messageBytes = 0, userBytes = 0 } = call;
		const create = (): Draft => {
			const request = { message, users: [], userItems: [], itemIndexes: [], after: [] };
			const draft: Draft = { request, round, bytes: messageBytes, after: new Set() };
			drafts.push(draft);
			return draft;
		};
		if (count === 0 && !message.reachesUnnamedUsers) return create();
		const candidates = openFor(message, round);
		const roomOf = ({ request }: Draft): number => usersPerRequest - request.users.length;
		let position = candidates.find(count);
		while (position !== undefined && !fits(drafts[position].bytes, userBytes)) {
			// its next users are hardly smaller, and asking each time would take long
			candidates.remove(position, roomOf(drafts[position]));
			position = candidates.find(count);
		}
		if (position !== undefined) candidates.remove(position, roomOf(drafts[position]));
		const place = position ?? drafts.length;
		const draft = drafts[place] ?? create();
		const room = roomOf(draft) - count;
		if (room > 0) candidates.add(place, room);
		return draft;
	}

	function openFor(message: Message, round: number): OpenRequests {
		const key = keyOf(message);
		const rounds = open.get(key) ?? [];
		open.set(key, rounds);
		return (rounds[round] ??= new OpenRequests());
	}
}

/** A request that is being filled. */
interface Draft {
	request: PlannedRequest;
	/** Drafts that must be answered one after the other before it may leave. */
	round: number;
	bytes: number;
	after: Set<Draft>;
}

/** @returns the requests with those of earlier rounds first, so that each stands behind the ones it waits for */
function inRounds(drafts: Draft[]): PlannedRequest[] {
	const sorted = [...drafts].sort((a, b) => a.round - b.round);
	const positions = new Map(sorted.map((draft, position) => [draft, position]));
	return sorted.map(({ request, after }) => ({
		...request,
		after: [...after].map((earlier) => positions.get(earlier) as number),
	}));
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
