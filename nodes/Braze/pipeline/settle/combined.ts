import { counted } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import type { MayHaveBeenSent, Outcome } from '../send/outcome';
import { entriesOf } from './entriesOf';
import type { Share } from '../result';

/**
 * @param shares the requests that served one item
 * @returns what became of the item: of one request its outcome, of several what they have in common, and a doubt where
 *   Braze took only some of them
 */
export function combined(
	shares: Share[],
	itemIndex: number,
	endpoint: Pick<Endpoint, 'parts'>,
): Outcome {
	const outcomes = shares.map(({ outcome }) => outcome);
	const failed = outcomes.filter(({ kind }) => kind !== 'accepted');
	if (failed.length === 0) return outcomes[0];
	const inDoubt = outcomes.find(({ kind }) => kind === 'mayHaveBeenSent');
	if (failed.length === outcomes.length) return inDoubt ?? failed[0];
	const worst = (inDoubt ?? failed[0]) as Exclude<Outcome, { kind: 'accepted' }>;
	return {
		kind: 'mayHaveBeenSent',
		...partly(shares, itemIndex, endpoint),
		advice: partAdvice(worst.reason, worst.advice),
	};
}

const partAdvice = (reason: string, advice: string): string => `${reason}. ${advice}`;

function partly(
	shares: Share[],
	itemIndex: number,
	endpoint: Pick<Endpoint, 'parts'>,
): Pick<MayHaveBeenSent, 'reason'> {
	const noun = batchOf(endpoint)?.noun ?? { one: 'request', many: 'requests' };
	const sizes = shares.map(({ request, outcome }) => ({
		size: entriesOf(request, itemIndex).length,
		isTaken: outcome.kind === 'accepted',
	}));
	const all = sizes.reduce((sum, { size }) => sum + size, 0);
	const taken = sizes.reduce((sum, { size, isTaken }) => sum + (isTaken ? size : 0), 0);
	return { reason: `Braze took ${taken} of the ${counted(all, noun)} of this item` };
}
