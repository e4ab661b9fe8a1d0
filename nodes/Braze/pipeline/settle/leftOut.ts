import type { IDataObject } from 'n8n-workflow';

import { counted, wordsOf } from '../effect';
import type { EffectWords } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint, EntryFault } from '../operation';
import type { Entry, PlannedRequest } from '../request';
import type { MayHaveBeenSent, Outcome, Rejected } from '../send/outcome';
import { faultsByIndex } from './faultsByIndex';
import { entriesOf } from './entriesOf';
import { remarksOn } from './remarks';

type Answering = Pick<Endpoint, 'doubt' | 'effect' | 'faults' | 'parts'>;

/** @returns what became of those items of a request for which its outcome is not the whole truth */
export function outcomesByItem(
	outcome: Outcome,
	request: PlannedRequest,
	endpoint: Answering,
): Map<number, Outcome> {
	if (outcome.kind === 'accepted') return ofAccepted(outcome.answer, request, endpoint);
	if (outcome.kind === 'rejected' && outcome.answer && request.itemIndexes.length > 1) {
		return ofRefused(outcome, outcome.answer, request, endpoint);
	}
	return new Map();
}

const faultsOf = (
	answer: IDataObject,
	request: PlannedRequest,
	{ faults = faultsByIndex }: Answering,
): Map<Entry, EntryFault> => new Map(faults(answer, request).map((fault) => [fault.entry, fault]));

function ofAccepted(
	answer: IDataObject,
	request: PlannedRequest,
	endpoint: Answering,
): Map<number, Outcome> {
	const items = new Map<number, Outcome>();
	const remarks = remarksOn(answer, request, endpoint);
	const faults = new Map([...faultsOf(answer, request, endpoint), ...remarks.leftOut]);
	const doubt = endpoint.doubt?.(answer, request);
	if (faults.size === 0 && remarks.open.size === 0 && doubt === undefined) return items;
	const words = wordsOf(endpoint.effect);
	for (const itemIndex of request.itemIndexes) {
		const own = entriesOf(request, itemIndex);
		const found = own.flatMap((entry) => faults.get(entry) ?? []);
		const open = own.flatMap((entry) => remarks.open.get(entry) ?? []);
		if (own.length === 0) continue;
		if (found.length === own.length) {
			items.set(itemIndex, { ...leftOut(found, request, endpoint), answer });
		} else if (found.length > 0) {
			items.set(itemIndex, { ...partlyLeftOut(own, found, endpoint), answer });
		} else if (open.length > 0) {
			const reasons = [...new Set(open)].join('; ');
			const reason = `Braze took the request but names an error, so this may have been ${words.done}: ${reasons}`;
			items.set(itemIndex, { ...inDoubt(reason, words), answer });
		} else if (doubt !== undefined) items.set(itemIndex, inDoubt(doubt, words));
	}
	return items;
}

/** A request that was refused whole: each item is told of its own entries, where the refusal names them. */
function ofRefused(
	outcome: Rejected,
	answer: IDataObject,
	request: PlannedRequest,
	endpoint: Answering,
): Map<number, Outcome> {
	const items = new Map<number, Outcome>();
	const faults = faultsOf(answer, request, endpoint);
	if (faults.size === 0) return items;
	for (const itemIndex of request.itemIndexes) {
		const found = entriesOf(request, itemIndex).flatMap((entry) => faults.get(entry) ?? []);
		if (found.length === 0) continue;
		const message = typeof answer.message === 'string' ? sentenceBefore(answer.message) : '';
		items.set(itemIndex, {
			...outcome,
			reason: `Braze refused the request (${outcome.status}): ${message}${reasonsOf(found)}`,
		});
	}
	return items;
}

const sentenceBefore = (text: string): string => (/[.!?]$/.test(text) ? `${text} ` : `${text}; `);

const reasonsOf = (faults: EntryFault[]): string =>
	[...new Set(faults.map(({ reason }) => reason))].join('; ');

function leftOut(
	faults: EntryFault[],
	{ entries }: PlannedRequest,
	{ effect, parts }: Answering,
): Rejected {
	const { one = 'entry', many = 'entries' } = batchOf({ parts })?.noun ?? {};
	const [{ advice }] = faults;
	const which = faults.length === 1 ? `this ${one}` : `these ${many}`;
	const rest =
		entries.length > faults.length
			? `; the other ${many} of the request were ${wordsOf(effect).done}`
			: '';
	const reasons = reasonsOf(faults);
	return {
		kind: 'rejected',
		reason:
			effect === 'read' ? reasons : `Braze took the request but left ${which} out: ${reasons}`,
		advice:
			advice ?? `Correct the ${faults.length === 1 ? one : many} and run the item again${rest}`,
	};
}

/** One part of an item was taken, so that the item as a whole must not run again. */
function partlyLeftOut(
	own: Entry[],
	faults: EntryFault[],
	{ effect, parts }: Answering,
): MayHaveBeenSent {
	const refused = new Set(faults.map(({ entry }) => entry));
	const [taken, left] = [false, true].map((isLeft) =>
		listsOf(own.filter((entry) => refused.has(entry) === isLeft)),
	);
	const { done } = wordsOf(effect);
	const noun = batchOf({ parts })?.noun ?? { one: 'entry', many: 'entries' };
	const isTold = taken !== left;
	const what = isTold
		? `Braze took the ${taken} of this item and left its ${left} out`
		: `Braze took ${own.length - faults.length} of the ${counted(own.length, noun)} of this item`;
	return {
		kind: 'mayHaveBeenSent',
		reason: `${what}: ${reasonsOf(faults)}`,
		advice: `Correct what was left out and run that part alone: the rest was ${done} already`,
	};
}

const listsOf = (entries: Entry[]): string =>
	[...new Set(entries.map(({ list }) => list.replace(/_/g, ' ')))].join(' and ');

const inDoubt = (reason: string, { inDoubt: advice }: EffectWords): MayHaveBeenSent => ({
	kind: 'mayHaveBeenSent',
	reason,
	advice,
});
