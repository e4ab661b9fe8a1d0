import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import type { PlannedRequest, User } from '../call';
import type { Accepted, Outcome, Rejected } from '../send/outcome';

/** What became of one input item, and in which request. */
export interface ItemResult {
	outcome: Outcome;
	request: PlannedRequest;
}

/** What became of every item that was planned, by its index. */
export type ItemResults = Map<number, ItemResult>;

/**
 * Tells each item its part of what became of the requests.
 * Where Braze accepts a request but names users in `errors`, only the items of those users fail.
 *
 * @param outcomes one for each request, in the same order
 */
export function resultsByItem(requests: PlannedRequest[], outcomes: Outcome[]): ItemResults {
	const results: ItemResults = new Map();
	requests.forEach((request, position) => {
		const outcome = outcomes[position];
		const leftOut = outcome.kind === 'accepted' ? itemsLeftOut(outcome, request) : undefined;
		for (const itemIndex of request.itemIndexes) {
			results.set(itemIndex, { request, outcome: leftOut?.get(itemIndex) ?? outcome });
		}
	});
	return results;
}

function itemsLeftOut({ answer }: Accepted, request: PlannedRequest): Map<number, Rejected> {
	const named = usersNamed(answer, request);
	const items = new Map<number, Rejected>();
	if (named.size === 0) return items;
	for (const itemIndex of request.itemIndexes) {
		const own = request.users.filter((_user, index) => request.userItems[index] === itemIndex);
		const reasons = own.map((user) => named.get(user));
		if (own.length === 0 || reasons.includes(undefined)) continue;
		items.set(itemIndex, {
			kind: 'rejected',
			reason: `Braze took the request but left this user out: ${reasons.join('; ')}`,
			advice: 'Correct the user and run the item again; the other users of the request got it',
		});
	}
	return items;
}

/** The users that Braze's `errors` point at by their place in a list of the request. */
function usersNamed({ errors }: IDataObject, { users }: PlannedRequest): Map<User, string> {
	const named = new Map<User, string>();
	for (const error of Array.isArray(errors) ? (errors as unknown[]) : []) {
		if (!isObject(error) || typeof error.index !== 'number') continue;
		const list = users.filter(
			(user) => typeof error.input_array !== 'string' || user.list === error.input_array,
		);
		const user = list[error.index];
		if (user) named.set(user, String(error.type ?? error.message ?? 'no reason given'));
	}
	return named;
}
