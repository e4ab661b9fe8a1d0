import { openAbout, wordsOf } from '../effect';
import type { Effect } from '../effect';
import { faultOf } from './fault';
import { cancelled } from './outcome';
import type { MayHaveBeenSent, Outcome, Rejected } from './outcome';
import { TimedOut } from './time';

/** n8n's own code for a request that ended because the execution was cancelled. */
const CANCELLED = 'ERR_CANCELED';

/** @returns what becomes of a request that JSON cannot say */
export const notWritten = (words: string): Outcome => ({
	kind: 'rejected',
	reason: `The request could not be written as JSON (${words})`,
	advice: 'Check the values that expressions give; nothing was sent',
});

/** @returns an outcome of what may be repeated: it is tried again after a doubt, and a read that Braze may have answered was simply not read */
export function asSafe(outcome: Outcome, effect: Effect): Outcome {
	if (outcome.kind !== 'mayHaveBeenSent') return outcome;
	return effect === 'read'
		? { ...outcome, kind: 'rejected', retryable: true }
		: { ...outcome, retryable: true };
}

/**
 * @param error network fault as n8n gives it, or the end of the time
 * @param mask masks the API key in a text
 * @returns what became of a request without an answer, by how far it came
 */
export function faultOutcome(
	error: unknown,
	mask: (text: string) => string,
	effect: Effect,
): Outcome {
	const isTimeout = error instanceof TimedOut;
	const { stage, code, message: words } = faultOf(isTimeout ? error.cause : error);
	const message = isTimeout ? error.message : words;
	const isCancelled = code === CANCELLED && !isTimeout;
	if (stage === 'beforeDelivery') {
		if (isCancelled) return cancelled;
		return {
			kind: 'rejected',
			reason: `Braze could not be reached (${mask(message)})`,
			advice:
				'Check the instance in the Braze credential and the network of this n8n; nothing was sent',
			retryable: true,
		};
	}
	const ending = isCancelled
		? 'The execution was cancelled before Braze answered'
		: `The connection ended before Braze answered (${mask(message)})`;
	return leftOpen(ending, effect);
}

/**
 * @param happened what leaves the request open, as a sentence without its end
 * @returns what becomes of it: in doubt, or, of a read, not read
 */
export function leftOpen(happened: string, effect: Effect): MayHaveBeenSent | Rejected {
	const reason = `${happened}${openAbout(effect)}`;
	const advice = wordsOf(effect).inDoubt;
	return effect === 'read'
		? { kind: 'rejected', reason, advice, retryable: true }
		: { kind: 'mayHaveBeenSent', reason, advice };
}

/** @returns what becomes of a request whose answer says nothing that can be read */
export const unreadable = (words: string, effect: Effect): Outcome =>
	leftOpen(`Braze's answer could not be read (${words})`, effect);
