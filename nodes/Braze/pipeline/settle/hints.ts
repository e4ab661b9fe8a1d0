import type { NodeExecutionHint } from 'n8n-workflow';

import type { PlannedRequest } from '../call';
import type { Outcome } from '../send/outcome';

const count = (number: number, noun: string): string =>
	`${number} ${noun}${number === 1 ? '' : 's'}`;

/** @returns what a person should know of a run beside its output items */
export function hintsOf(requests: PlannedRequest[], outcomes: Outcome[]): NodeExecutionHint[] {
	return [
		...sharingHints(requests),
		...noticeHints(requests, outcomes),
		...minorErrorHints(requests, outcomes),
	].map(({ message, type }) => ({ message, type, location: 'outputPane' as const }));
}

interface Hint {
	message: string;
	type: 'info' | 'warning';
}

function sharingHints(requests: PlannedRequest[]): Hint[] {
	const hints: Hint[] = [];
	const shared = requests.filter(({ users }) => users.length > 0);
	const items = shared.reduce((sum, { itemIndexes }) => sum + itemIndexes.length, 0);
	if (items > shared.length) {
		hints.push({
			type: 'info',
			message: `${count(shared.length, 'request')} served ${count(items, 'item')}: items with the same message share requests`,
		});
	} else if (shared.length > 1) {
		hints.push({
			type: 'info',
			message: `Each of the ${items} items needed a request of its own, because the message differs from item to item. Items share requests when only the users and their own properties differ`,
		});
	}
	for (const { users, itemIndexes } of requests) {
		if (users.length === 0 && itemIndexes.length > 1) {
			hints.push({
				type: 'info',
				message: `${itemIndexes.length} items asked for the same broadcast: it was sent once`,
			});
		}
	}
	return hints;
}

const itemsOf = (indexes: number[]): string =>
	indexes.length === 1 ? `item ${indexes[0]}` : `${indexes.length} items`;

function noticeHints(requests: PlannedRequest[], outcomes: Outcome[]): Hint[] {
	const indexesByNotice = new Map<string, number[][]>();
	outcomes.forEach((outcome, position) => {
		if (outcome.kind !== 'accepted' || typeof outcome.answer.notice !== 'string') return;
		const indexes = indexesByNotice.get(outcome.answer.notice) ?? [];
		indexes.push(requests[position].itemIndexes);
		indexesByNotice.set(outcome.answer.notice, indexes);
	});
	return [...indexesByNotice].map(([notice, indexes]) => ({
		type: 'warning',
		message: `Braze took the request of ${itemsOf(indexes.flat())} but says: ${notice}`,
	}));
}

function minorErrorHints(requests: PlannedRequest[], outcomes: Outcome[]): Hint[] {
	const indexes = outcomes.flatMap((outcome, position) =>
		outcome.kind === 'accepted' && Array.isArray(outcome.answer.errors)
			? requests[position].itemIndexes
			: [],
	);
	if (indexes.length === 0) return [];
	return [
		{
			type: 'warning',
			message: `Braze sent what it could for ${itemsOf(indexes)} and lists in 'errors' what it left out`,
		},
	];
}
