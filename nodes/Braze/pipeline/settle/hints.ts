import type { NodeExecutionHint } from 'n8n-workflow';

import { counted, noun, wordsOf } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import type { PlannedRequest } from '../request';
import type { Outcome } from '../send/outcome';

const REQUEST = noun('request');
const ITEM = noun('item');

/** @returns what a person should know of a run beside its output items */
export function hintsOf(
	requests: PlannedRequest[],
	outcomes: Outcome[],
	endpoint: Endpoint,
): NodeExecutionHint[] {
	return [
		...sharingHints(requests, endpoint),
		...noticeHints(requests, outcomes),
		...minorErrorHints(requests, outcomes),
	].map(({ message, type }) => ({ message, type, location: 'outputPane' as const }));
}

interface Hint {
	message: string;
	type: 'info' | 'warning';
}

function sharingHints(requests: PlannedRequest[], endpoint: Endpoint): Hint[] {
	const { content, done } = wordsOf(endpoint.effect);
	const entries = batchOf(endpoint)?.noun.many;
	const hints: Hint[] = [];
	const shared = requests.filter(({ entries: carried }) => carried.length > 0);
	const items = shared.reduce((sum, { itemIndexes }) => sum + itemIndexes.length, 0);
	if (items > shared.length) {
		hints.push({
			type: 'info',
			message: `${counted(shared.length, REQUEST)} served ${counted(items, ITEM)}: items with the same ${content} share requests`,
		});
	} else if (shared.length > 1) {
		hints.push({
			type: 'info',
			message: `Each of the ${items} items needed a request of its own, because the ${content} differs from item to item. Items share requests when only the ${entries} and their own properties differ`,
		});
	}
	for (const { request, itemIndexes } of requests) {
		if (request.reachesUnnamedUsers && itemIndexes.length > 1) {
			hints.push({
				type: 'info',
				message: `${itemIndexes.length} items asked for the same broadcast: it was ${done} once`,
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
