import type { IDataObject, NodeExecutionHint } from 'n8n-workflow';

import { counted, noun, wordsOf } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import type { Call } from '../call';
import { repeatForEachItem, skipEqualMessages } from '../read/optionFields';
import type { RunOptions } from '../read/options';
import type { PlannedRequest } from '../request';
import { detailOf, listOf } from '../send/answer';
import type { Outcome } from '../send/outcome';

const REQUEST = noun('request');
const ITEM = noun('item');

/** What a run asked for and what became of it. */
export interface Ran {
	requests: PlannedRequest[];
	outcomes: Outcome[];
	calls: Call[];
	/** Items that asked for the same message to the same users as an earlier one. */
	equal: number;
	options: Pick<RunOptions, 'skipEqualMessages'>;
}

/** @returns what a person should know of a run beside its output items */
export function hintsOf(ran: Ran, endpoint: Endpoint): NodeExecutionHint[] {
	const { requests, outcomes } = ran;
	const once = onceHints(ran, endpoint);
	return [
		...once,
		...equalHints(ran, endpoint),
		...(once.length > 0 ? [] : sharingHints(ran, endpoint)),
		...noticeHints(requests, outcomes, endpoint),
		...minorErrorHints(requests, outcomes, endpoint),
		...remarkHints(requests, outcomes),
		...waitingHints(ran, endpoint),
		...fileHints(requests, outcomes),
	].map(({ message, type }) => ({ message, type, location: 'outputPane' as const }));
}

/** A send that names no data of the items is one call for all of them. */
function onceHints({ calls, equal }: Ran, { effect }: Endpoint): Hint[] {
	const [call] = calls;
	if (calls.length !== 1 || equal > 0 || !call.alsoServes?.length) return [];
	if (call.content.request.reachesUnnamedUsers) return [];
	const { done } = wordsOf(effect);
	return [
		{
			type: 'info',
			message: `Nothing in the form depends on the items, so it was ${done} once for all ${call.alsoServes.length + 1}. To send for each, turn on the option ${repeatForEachItem.displayName}`,
		},
	];
}

function equalHints({ equal, options }: Ran, { effect }: Endpoint): Hint[] {
	if (equal === 0) return [];
	const { content, done } = wordsOf(effect);
	const asked = `${counted(equal, ITEM)} asked for the same ${content} to the same user as an earlier item`;
	return [
		options.skipEqualMessages
			? { type: 'info', message: `${asked}: it was ${done} once` }
			: {
					type: 'warning',
					message: `${asked}, who got it again. To send it once, turn on the option ${skipEqualMessages.displayName}`,
				},
	];
}

interface Hint {
	message: string;
	type: 'info' | 'warning';
}

function sharingHints({ requests, equal }: Ran, endpoint: Endpoint): Hint[] {
	const { content, differs, done } = wordsOf(endpoint.effect);
	const batch = batchOf(endpoint);
	const entries = batch?.noun.many;
	const hints: Hint[] = [];
	const shared = requests.filter(({ entries: carried }) => carried.length > 0);
	// what waits for another request of the same thing differs in nothing else: another hint tells of it
	const apart = shared.filter(({ after }) => after.length === 0);
	const served = shared.flatMap(({ itemIndexes }) => itemIndexes);
	const items = new Set(served).size;
	if (items > shared.length) {
		hints.push({
			type: 'info',
			message: `${counted(shared.length, REQUEST)} served ${counted(items, ITEM)}: items with the same ${content} share requests`,
		});
	} else if (
		// a long list of one item takes several requests, though nothing in it differs
		served.length === items &&
		apart.length > 1 &&
		equal < shared.length - 1 &&
		batch?.most !== 1 &&
		// what is asked again alone differs in nothing
		!endpoint.unanswered
	) {
		hints.push({
			type: 'info',
			message: `Each of the ${items} items needed a request of its own, because ${differs} from item to item. Items share requests when only the ${entries} and their own properties differ`,
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

/** What had to leave one after the other, since it is for the same user. */
function waitingHints({ requests, equal }: Ran, endpoint: Endpoint): Hint[] {
	const waiting = requests.filter(({ after }) => after.length > 0).length;
	const { join, recipient, noun: named } = batchOf(endpoint) ?? {};
	const isTold = !join && (!recipient || waiting <= equal);
	if (waiting === 0 || isTold) return [];
	const because =
		join && endpoint.effect !== 'read'
			? 'changes to the same user could not be joined into one'
			: `items name the same ${named?.one} again, and a request names each once`;
	return [
		{
			type: 'info',
			message: `${counted(waiting, REQUEST)} waited for the answer to an earlier one, because ${because}`,
		},
	];
}

const itemsOf = (indexes: number[]): string =>
	indexes.length === 1 ? `item ${indexes[0]}` : `${indexes.length} items`;

function noticeHints(
	requests: PlannedRequest[],
	outcomes: Outcome[],
	{ notice: noticeOf }: Endpoint,
): Hint[] {
	const indexesByNotice = new Map<string, number[][]>();
	outcomes.forEach((outcome, position) => {
		if (outcome.kind !== 'accepted') return;
		const { answer } = outcome;
		const notice = noticeOf?.(answer, requests[position]) ?? answer.notice;
		if (typeof notice !== 'string' || notice.trim() === '') return;
		const indexes = indexesByNotice.get(notice) ?? [];
		indexes.push(requests[position].itemIndexes);
		indexesByNotice.set(notice, indexes);
	});
	return [...indexesByNotice].map(([notice, indexes]) => ({
		type: 'warning',
		message: `Braze took the request of ${itemsOf(indexes.flat())} but says: ${notice}`,
	}));
}

/** Whether an answer lists what the failures of items do not tell already. */
function namesMore(
	{ errors }: IDataObject,
	request: PlannedRequest,
	{ faults }: Endpoint,
): boolean {
	const listed = listOf(errors);
	if (listed.length === 0) return false;
	return !faults || listed.length > faults({ errors }, request).length;
}

function minorErrorHints(
	requests: PlannedRequest[],
	outcomes: Outcome[],
	endpoint: Endpoint,
): Hint[] {
	const { done } = wordsOf(endpoint.effect);
	const indexes = outcomes.flatMap((outcome, position) =>
		outcome.kind === 'accepted' && namesMore(outcome.answer, requests[position], endpoint)
			? requests[position].itemIndexes
			: [],
	);
	if (indexes.length === 0) return [];
	return [
		{
			type: 'warning',
			message: `Braze took the request of ${itemsOf(indexes)} and lists in 'errors' what it left out; whatever no error touches was ${done}`,
		},
	];
}

/** Where an accepted answer may say something that is no error; no page of Braze names such keys, other parts of it have them. */
const REMARKS = ['minor_errors', 'warnings'];

const MAX_REMARK_CHARACTERS = 300;

function remarkHints(requests: PlannedRequest[], outcomes: Outcome[]): Hint[] {
	return outcomes.flatMap((outcome, position): Hint[] => {
		if (outcome.kind !== 'accepted') return [];
		const { answer } = outcome;
		return REMARKS.filter((key) => listOf(answer[key]).length > 0).map((key) => ({
			type: 'warning',
			message: `Braze took the request of ${itemsOf(requests[position].itemIndexes)} and says in '${key}': ${listOf(answer[key]).map(detailOf).join('; ').slice(0, MAX_REMARK_CHARACTERS)}`,
		}));
	});
}

function fileHints(requests: PlannedRequest[], outcomes: Outcome[]): Hint[] {
	return outcomes.flatMap((outcome, position): Hint[] => {
		if (outcome.kind !== 'accepted' || !outcome.fetched) return [];
		const { name, seconds, times } = outcome.fetched;
		const message = `${name} for ${itemsOf(requests[position].itemIndexes)} was there after ${counted(seconds, noun('second'))}, asked for ${counted(times, noun('time'))}`;
		return [{ type: 'info', message }];
	});
}
