import type { ItemResult } from '../../../pipeline/result';
import { refusalByKey } from '../../../pipeline/send/outcome';
import type { Outcome } from '../../../pipeline/send/outcome';

/**
 * @param option that needs the read
 * @param permission of the read
 * @returns what becomes of an item whose question came to nothing, so that nothing was written for it
 */
export function failedRead(outcome: Outcome, option: string, permission: string): ItemResult {
	if (outcome.kind === 'accepted') throw new Error('An answered question has not failed');
	const { kind } = outcome;
	const advice = {
		401: `${outcome.advice}: give it to the key then, or turn ${option} off`,
		403: `Give the key the permission ${permission}, or turn ${option} off`,
		other: outcome.advice,
	}[refusalByKey(outcome) ?? 'other'];
	return {
		shares: [],
		outcome: {
			...outcome,
			kind: kind === 'notSent' ? 'notSent' : 'rejected',
			reason: `Nothing was written, since what ${option} needs could not be read: ${outcome.reason}`,
			advice,
		},
	};
}
