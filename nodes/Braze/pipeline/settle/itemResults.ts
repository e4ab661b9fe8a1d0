import type { Endpoint } from '../operation';
import type { PlannedRequest } from '../request';
import type { ItemResult, ItemResults } from '../result';
import { leftOpen } from '../send/faultOutcome';
import type { Outcome } from '../send/outcome';
import { sharesOf } from './apart';
import { combined } from './combined';
import { outcomesByItem } from './leftOut';

/**
 * Tells each item its part of what became of the requests. Throws nothing, whatever Braze answered.
 * Where Braze names entries that it left out, only the items of those entries fail.
 *
 * @param outcomes one for each request, in the same order
 */
export function resultsByItem(
	requests: PlannedRequest[],
	outcomes: Outcome[],
	endpoint: Pick<Endpoint, 'doubt' | 'effect' | 'faults' | 'parts'> = { effect: 'send', parts: [] },
): ItemResults {
	const results: ItemResults = new Map();
	requests.forEach((request, position) => {
		const outcome = outcomes[position];
		const others = ownOutcomes(outcome, request, endpoint);
		// what most items of a request share in everything
		const whole: ItemResult = { shares: [{ request, outcome }], outcome };
		for (const itemIndex of request.itemIndexes) {
			const earlier = results.get(itemIndex)?.shares ?? [];
			const own = outcome.apart ? undefined : others.get(itemIndex);
			if (earlier.length === 0 && !outcome.apart && !own) {
				results.set(itemIndex, whole);
				continue;
			}
			const later = outcome.apart
				? sharesOf(request, outcome, itemIndex)
				: [{ request, outcome: own ?? outcome }];
			const shares = [...earlier, ...later];
			results.set(itemIndex, { shares, outcome: combined(shares, itemIndex, endpoint) });
		}
	});
	return results;
}

function ownOutcomes(
	outcome: Outcome,
	request: PlannedRequest,
	endpoint: Parameters<typeof outcomesByItem>[2],
): Map<number, Outcome> {
	try {
		return outcomesByItem(outcome, request, endpoint);
	} catch (error) {
		if (outcome.kind !== 'accepted') return new Map();
		const happened = `Braze's list of errors could not be read (${(error as Error).message})`;
		const doubt = leftOpen(happened, endpoint.effect);
		return new Map(request.itemIndexes.map((itemIndex) => [itemIndex, doubt]));
	}
}
