import { fits } from '../check/wireSize';
import type { Call } from '../call';
import type { Batch } from '../part';
import type { BrazeRequest, Entry, PlannedRequest } from '../request';
import { canonicalJson } from './canonicalJson';
import { OpenRequests } from './openRequests';
import { splitCall } from './splitCall';
import type { CallPart } from './splitCall';

/** How calls share requests. */
export type Sharing = Pick<Batch, 'most' | 'oneList' | 'join' | 'groups'>;

/** For an endpoint without entries: calls share nothing but equal reads and equal broadcasts. */
const nothingToShare: Sharing = { most: 1 };

/**
 * Spreads calls over as few requests as Braze's rules allow. Pure.
 *
 * Calls whose request is equal share requests of at most `most` entries and of no more bytes than Braze takes; the entries of one
 * call stay together, unless they are more than one request takes.
 * Two entries of the same key never stand in one request, since Braze would merge or refuse them, and they keep their order:
 * each goes into a later request than the one before, which must be answered first. Requests are filled round by round, a
 * key's first calls in the first round and so on, so that only as many have to wait for each other as a key has calls.
 * A request that reaches people it does not name is planned once for all equal calls, and so is a read. Any other call
 * is a request of its own.
 */
export function planRequests(calls: Call[], sharing: Sharing = nothingToShare): PlannedRequest[] {
	const drafts: Draft[] = [];
	/** By the text of the request, then by its list where a request holds one only. */
	const open = new Map<string, Map<string, OpenRequests[]>>();
	const lastOf = new Map<string, Place>();
	const keyOf = requestKeys();

	for (const call of calls) {
		for (const part of splitCall(call, sharing)) if (!joinPart(part)) planPart(part);
	}
	return inRounds(drafts);

	function planPart(part: CallPart): void {
		const earlier = earlierDraftsOf(part);
		let round = 0;
		for (const each of earlier) round = Math.max(round, each.round + 1);
		const draft = draftFor(part, round);
		const { request } = draft;
		draft.bytes += part.entryBytes;
		for (const entry of part.entries) {
			if (entry.alsoKeys) for (const key of entry.alsoKeys) lastOf.set(key, { draft });
			if (entry.key !== undefined) {
				lastOf.set(entry.key, { draft, position: request.entries.length });
			}
			request.entries.push(entry);
			request.entryItems.push(itemsOf(part));
		}
		noteItem(request, part);
		if (earlier.length > 0) draft.after ??= new Set();
		for (const each of earlier) draft.after?.add(each);
	}

	/**
	 * @returns whether each entry of the part could be joined with the last one of its key, which then serves both items.
	 *   Entries without a key come along where the request has room for them
	 */
	function joinPart(part: CallPart): boolean {
		const { join, oneList } = sharing;
		if (!join) return false;
		const first = part.entries.find(({ key }) => key !== undefined);
		const draft = first?.key === undefined ? undefined : lastOf.get(first.key)?.draft;
		if (!draft) return false;
		const keyed = part.entries.filter(({ key }) => key !== undefined);
		const others = part.entries.filter(({ key }) => key === undefined);
		if (oneList && others.length > 0) return false;
		if (keyOf(draft.request.request) !== keyOf(part.content.request)) return false;
		if (!fits(draft.bytes, part.entryBytes) || roomOf(draft) < others.length) return false;
		const joints: Array<{ position: number; entry: Entry }> = [];
		for (const later of keyed) {
			const place = lastOf.get(later.key ?? '');
			if (place?.draft !== draft || place.position === undefined) return false;
			const entry = join(draft.request.entries[place.position], later);
			if (!entry) return false;
			joints.push({ position: place.position, entry });
		}
		const { request } = draft;
		for (const { position, entry } of joints) {
			request.entries[position] = entry;
			for (const item of itemsOf(part)) request.entryItems[position].push(item);
		}
		if (draft.open) keepOpen(draft, draft.open, roomOf(draft) - others.length);
		for (const entry of others) {
			request.entries.push(entry);
			request.entryItems.push(itemsOf(part));
		}
		draft.bytes += part.entryBytes;
		noteItem(request, part);
		return true;
	}

	function roomOf({ request }: Draft): number {
		return sharing.most - request.entries.length;
	}

	/** @returns the drafts that hold one of the part's keys already, each once */
	function earlierDraftsOf({ entries }: CallPart): Draft[] {
		const earlier: Draft[] = [];
		const note = (key: string): void => {
			const last = lastOf.get(key)?.draft;
			if (last && !earlier.includes(last)) earlier.push(last);
		};
		for (const { key, alsoKeys } of entries) {
			if (key !== undefined) note(key);
			alsoKeys?.forEach(note);
		}
		return earlier;
	}

	/** @returns the earliest draft of the round that takes the part, kept open for the next one where it still has room; a new one otherwise */
	function draftFor(part: CallPart, round: number): Draft {
		const { content } = part;
		const count = part.entries.length;
		const create = (): Draft => {
			const draft: Draft = {
				request: emptyRequest(content.request),
				round,
				bytes: content.bytes,
				position: drafts.length,
			};
			drafts.push(draft);
			return draft;
		};
		if (count === 0 && !isShared(content.request)) return create();
		const candidates = openFor(part, round);
		let position = candidates.find(count);
		while (position !== undefined && !takes(drafts[position], part)) {
			// its next entries hardly fit any better, and asking each time would take long
			close(drafts[position]);
			position = candidates.find(count);
		}
		const draft = position === undefined ? create() : drafts[position];
		keepOpen(draft, candidates, roomOf(draft) - count);
		return draft;
	}

	function takes(draft: Draft, { entries, entryBytes }: CallPart): boolean {
		if (!fits(draft.bytes, entryBytes)) return false;
		const { groups } = sharing;
		if (!groups) return true;
		return new Set([...draft.request.entries, ...entries].map(groups.of)).size <= groups.most;
	}

	function close(draft: Draft): void {
		if (draft.open) keepOpen(draft, draft.open, 0);
	}

	/** Has a draft found as one that takes so many entries from now on; none closes it. */
	function keepOpen(draft: Draft, among: OpenRequests, room: number): void {
		among.move(draft.position, draft.open ? roomOf(draft) : 0, room);
		draft.open = room > 0 ? among : undefined;
	}

	function openFor({ content, entries }: CallPart, round: number): OpenRequests {
		const ofRequest = mapIn(open, keyOf(content.request), () => new Map<string, OpenRequests[]>());
		const list = sharing.oneList && entries.length > 0 ? entries[0].list : '';
		const rounds = mapIn(ofRequest, list, (): OpenRequests[] => []);
		return (rounds[round] ??= new OpenRequests());
	}
}

/** @returns what a map holds under a key, which is made where there is nothing yet */
function mapIn<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}

/** A request that is being filled. */
interface Draft {
	request: PlannedRequest;
	/** Drafts that must be answered one after the other before it may leave. */
	round: number;
	bytes: number;
	/** Drafts that must be answered before it. */
	after?: Set<Draft>;
	/** Its place among the drafts, and in the end among the requests. */
	position: number;
	/** Where it is found as long as it takes more entries. */
	open?: OpenRequests;
}

/** Where an entry stands. */
interface Place {
	draft: Draft;
	/** Absent where the request only changes the thing besides, under another key. */
	position?: number;
}

const emptyRequest = (request: BrazeRequest): PlannedRequest => ({
	request,
	entries: [],
	entryItems: [],
	itemIndexes: [],
	after: [],
});

/** Asked or sent once, however many items want it. */
const isShared = ({ method, reachesUnnamedUsers }: BrazeRequest): boolean =>
	reachesUnnamedUsers === true || method === 'GET';

/** The items that a call is for. */
const itemsOf = ({ itemIndex, alsoServes }: CallPart): number[] =>
	alsoServes ? [itemIndex, ...alsoServes] : [itemIndex];

/** A shared read goes as far as the item that wants most. */
function noteItem(request: PlannedRequest, part: CallPart): void {
	const { limit } = part.content.kept;
	const { itemIndex, alsoServes } = part;
	if (request.itemIndexes.length === 0) {
		if (limit !== undefined) request.limit = limit;
	} else if (request.limit !== undefined) {
		if (limit === undefined) delete request.limit;
		else request.limit = Math.max(request.limit, limit);
	}
	if (request.itemIndexes.at(-1) !== (alsoServes?.at(-1) ?? itemIndex)) {
		request.itemIndexes.push(itemIndex);
		for (const other of alsoServes ?? []) request.itemIndexes.push(other);
	}
}

/** @returns the requests with those of earlier rounds first, so that each stands behind the ones it waits for */
function inRounds(drafts: Draft[]): PlannedRequest[] {
	const sorted = [...drafts].sort((a, b) => a.round - b.round);
	sorted.forEach((draft, position) => {
		draft.position = position;
	});
	return sorted.map(({ request, after }) => ({
		...request,
		after: after ? [...after].map(({ position }) => position) : [],
	}));
}

/** @returns a function that gives equal requests the same text; a request shared by reference is written out once */
function requestKeys(): (request: BrazeRequest) => string {
	const known = new WeakMap<BrazeRequest, string>();
	return (request) => {
		const key = known.get(request) ?? canonicalJson(request);
		known.set(request, key);
		return key;
	};
}
