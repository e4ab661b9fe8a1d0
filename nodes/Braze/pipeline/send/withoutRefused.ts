import { batchOf } from '../operation';
import type { Endpoint, EntryFault } from '../operation';
import { requestBody } from '../request';
import type { Entry, PlannedRequest } from '../request';
import type { NotTaken, Outcome, Rejected } from './outcome';
import { mayBeRepeated } from './transport';
import type { Exchanged } from './transport';

/** Times that a request leaves: each time without the entries that the answer before named. */
const MOST_ROUNDS = 5;

type Send = (request: PlannedRequest) => Promise<Outcome>;

/**
 * Braze refuses a request as a whole for a single entry. Where its answer names those entries they fail alone. The others leave
 * again without them, a few times at most, if the request may be repeated; otherwise they are not written and may be tried
 * again.
 *
 * @param send sends one request, attempts included
 * @returns what sends a request, or as much of it as Braze takes
 */
export function withoutRefused(
	send: Send,
	endpoint: Exchanged & Pick<Endpoint, 'refusedEntries'>,
): Send {
	const { refusedEntries } = endpoint;
	if (!refusedEntries) return send;
	const place = batchOf(endpoint)?.place;

	return async (planned) => {
		const apart = new Map<Entry, NotTaken>();
		let rest = planned;
		for (let round = 1; ; round++) {
			const outcome = await send(rest);
			const answer = outcome.kind === 'rejected' ? outcome.answer : undefined;
			const refused = answer ? refusedEntries(answer, rest) : [];
			if (refused.length === 0) return apart.size > 0 ? { ...outcome, apart } : outcome;
			for (const fault of refused) apart.set(fault.entry, refusedAlone(outcome, fault));
			rest = without(rest, apart);
			if (rest.entries.length === 0) return { ...outcome, apart };
			if (round === MOST_ROUNDS || !mayBeRepeated(endpoint, requestBody(rest, place))) {
				return { ...leftBehind(outcome), apart };
			}
		}
	};
}

const statusOf = (outcome: Outcome): Pick<Rejected, 'status'> =>
	outcome.kind === 'rejected' && outcome.status !== undefined ? { status: outcome.status } : {};

const refusedAlone = (outcome: Outcome, { reason }: EntryFault): Rejected => ({
	kind: 'rejected',
	...statusOf(outcome),
	reason: `Braze refused it: ${reason}`,
	advice: 'Correct it and run the item again; nothing was written for it',
});

const leftBehind = (outcome: Outcome): Rejected => ({
	kind: 'rejected',
	...statusOf(outcome),
	reason: 'Not written, because Braze refused the request for others that it held',
	advice: 'Run the item again; nothing is wrong with it',
	retryable: true,
});

function without(request: PlannedRequest, apart: ReadonlyMap<Entry, NotTaken>): PlannedRequest {
	const isLeft = (_each: unknown, index: number): boolean => !apart.has(request.entries[index]);
	return {
		...request,
		entries: request.entries.filter(isLeft),
		entryItems: request.entryItems.filter(isLeft),
	};
}
