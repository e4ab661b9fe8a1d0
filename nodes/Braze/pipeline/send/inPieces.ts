import type { Endpoint } from '../operation';
import type { PlannedRequest } from '../request';
import { only } from './only';
import type { Outcome, Piece } from './outcome';
import { stoppedBefore } from './stopped';

/** Times that a request is halved: the smallest pieces of 75 entries hold nine or ten. */
const MOST_HALVINGS = 3;

type Send = (request: PlannedRequest) => Promise<Outcome>;

/**
 * Braze refuses a request as a whole where it takes fewer entries than its documents say. Nothing of it was written, so that it
 * leaves again in halves, one after the other to keep the order of its entries, and those in halves once more, a few times at most.
 *
 * @param stopAtFailure whether a half that is not accepted keeps the other from leaving
 */
export function inPieces(
	send: Send,
	{ tooManyEntries }: Pick<Endpoint, 'tooManyEntries'>,
	stopAtFailure: boolean,
): Send {
	if (!tooManyEntries) return send;

	const sendAs = async (request: PlannedRequest, halvings: number): Promise<Outcome> => {
		const outcome = await send(request);
		const { length } = request.entries;
		const isTooLong =
			outcome.kind === 'rejected' && outcome.status === 400 && tooManyEntries.test(outcome.reason);
		if (!isTooLong || length < 2 || halvings === MOST_HALVINGS) return outcome;
		const middle = middleOf(request);
		const pieces: Piece[] = [];
		for (const isOwn of [
			(position: number) => position < middle,
			(position: number) => position >= middle,
		]) {
			const half = only(request, (_entry, position) => isOwn(position));
			const isStopped = stopAtFailure && pieces.some((piece) => piece.outcome.kind !== 'accepted');
			const own: Outcome = isStopped ? stoppedBefore : await sendAs(half, halvings + 1);
			pieces.push(...(own.pieces ?? [{ request: half, outcome: own }]));
		}
		const failed = pieces.find((piece) => piece.outcome.kind !== 'accepted');
		return { ...(failed ?? pieces[0]).outcome, pieces };
	};
	return async (request) => await sendAs(request, 0);
}

/** @returns where a request falls into two without taking the entries of one item apart, the middle itself where that cannot be */
function middleOf({ entryItems }: PlannedRequest): number {
	const middle = Math.ceil(entryItems.length / 2);
	const isBetweenItems = (position: number): boolean =>
		!entryItems[position - 1].some((item) => entryItems[position].includes(item));
	for (let position = middle; position < entryItems.length; position++) {
		if (isBetweenItems(position)) return position;
	}
	return middle;
}

/** @returns the requests as they left in the end, with what became of each */
export function pieced(
	requests: PlannedRequest[],
	outcomes: Outcome[],
): { requests: PlannedRequest[]; outcomes: Outcome[] } {
	const all = requests.flatMap(
		(request, position): Piece[] =>
			outcomes[position].pieces ?? [{ request, outcome: outcomes[position] }],
	);
	return {
		requests: all.map(({ request }) => request),
		outcomes: all.map(({ outcome }) => outcome),
	};
}
