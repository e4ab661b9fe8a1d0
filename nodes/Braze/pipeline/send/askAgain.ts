import type { Endpoint } from '../operation';
import type { PlannedRequest } from '../request';
import { only } from './only';
import type { Outcome } from './outcome';
import type { Sender } from './sender';

interface Answered {
	requests: PlannedRequest[];
	/** One for each request, in the same order. */
	outcomes: Outcome[];
}

/**
 * Asks again, each alone, for the entries that the answers of a read leave open.
 *
 * @returns the requests with those entries in requests of their own, and what became of all of them
 */
export async function askAgain(
	requests: PlannedRequest[],
	outcomes: Outcome[],
	endpoint: Endpoint,
	send: Sender,
): Promise<Answered> {
	const { unanswered } = endpoint;
	if (!unanswered) return { requests, outcomes };
	const open = requests.map((request, position) => {
		const outcome = outcomes[position];
		const isOne = request.entries.length < 2;
		return new Set(isOne || outcome.kind !== 'accepted' ? [] : unanswered(outcome.answer, request));
	});
	const again = requests.flatMap((request, position) =>
		[...open[position]].map((entry) => only(request, (each) => each === entry)),
	);
	if (again.length === 0) return { requests, outcomes };
	const kept = requests.map((request, position) =>
		open[position].size === 0 ? request : only(request, (entry) => !open[position].has(entry)),
	);
	return {
		requests: [...kept, ...again],
		outcomes: [...outcomes, ...(await send(endpoint, again))],
	};
}
