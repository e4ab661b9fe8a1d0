import { isObject } from '../../schema/convert';
import { counted, wordsOf } from '../effect';
import type { Noun } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import type { Batch } from '../part';
import type { Entry, PlannedRequest } from '../request';
import { detailOf, listOf } from '../send/answer';
import type { Accepted, MayHaveBeenSent, Rejected } from '../send/outcome';
import { entriesOf } from './entriesOf';
import { faultsByIndex } from './faultsByIndex';

/** What of an endpoint decides what an error in an accepted answer means. */
export type Answered = Pick<Endpoint, 'faults' | 'parts' | 'effect'>;

/** Words that say of an entry that nothing came of it. */
const saysLeftOut =
	/\b(?:not (?:be )?(?:sent|found|processed|delivered|accepted|exist|valid|added|updated)|does ?n[o']t exist|left out|unknown|invalid|missing|skipped|excluded|ignored|dropped|rejected|refused|failed|could not)\b/i;

/** What an error in the answer says of one entry. */
interface Remark {
	reason: string;
	isLeftOut: boolean;
}

/**
 * Braze takes a request and still lists errors: what no error touches is done. An error that names an entry, by its place or by
 * an identifier that is that entry's alone, is told to its items; one that names nobody is theirs where the request held a single
 * entry, and otherwise a warning to all, which stands in the answer.
 *
 * @returns the items that fared otherwise than the request
 */
export function itemsLeftOut(
	{ answer }: Accepted,
	request: PlannedRequest,
	endpoint: Answered,
): Map<number, Rejected | MayHaveBeenSent> {
	const remarks = remarksOn(answer, request, endpoint);
	const items = new Map<number, Rejected | MayHaveBeenSent>();
	if (remarks.size === 0) return items;
	const noun = batchOf(endpoint)?.noun ?? { one: 'entry', many: 'entries' };
	for (const itemIndex of request.itemIndexes) {
		const own = entriesOf(request, itemIndex);
		const told = own.flatMap((entry) => remarks.get(entry) ?? []);
		if (told.length === 0) continue;
		const outcome = outcomeOf(
			told,
			{ all: own.length, others: request.entries.length },
			noun,
			endpoint,
		);
		items.set(itemIndex, { ...outcome, answer });
	}
	return items;
}

function outcomeOf(
	told: Remark[],
	{ all, others }: { all: number; others: number },
	noun: Noun,
	{ effect }: Answered,
): Rejected | MayHaveBeenSent {
	const { done, inDoubt } = wordsOf(effect);
	const reasons = [...new Set(told.map(({ reason }) => reason))].join('; ');
	const leftOut = told.filter(({ isLeftOut }) => isLeftOut).length;
	if (leftOut === all) {
		const which = all === 1 ? `this ${noun.one}` : `these ${noun.many}`;
		const rest = others > all ? `; the other ${noun.many} of the request were ${done}` : '';
		return {
			kind: 'rejected',
			reason: `Braze took the request but left ${which} out: ${reasons}`,
			advice: `Correct the ${all === 1 ? noun.one : noun.many} and run the item again${rest}`,
		};
	}
	return {
		kind: 'mayHaveBeenSent',
		reason:
			leftOut > 0
				? `Braze took ${all - leftOut} of the ${counted(all, noun)} of this item: ${reasons}`
				: `Braze took the request but names an error, so this may have been ${done}: ${reasons}`,
		advice: inDoubt,
	};
}

function remarksOn(
	answer: Accepted['answer'],
	request: PlannedRequest,
	{ faults, parts }: Answered,
): Map<Entry, Remark> {
	const byPlace = (faults ?? faultsByIndex)(answer, request);
	const remarks = new Map<Entry, Remark>(
		byPlace.map(({ entry, reason }) => [entry, { reason, isLeftOut: true }]),
	);
	if (request.entries.length === 0 || (faults && byPlace.length > 0)) return remarks;
	const batch = batchOf({ parts });
	for (const error of listOf(answer.errors)) {
		if (isObject(error) && typeof error.index === 'number') continue;
		const reason = detailOf(error);
		const named = namedIn(reason, request.entries, batch);
		const entry = named ?? (request.entries.length === 1 ? request.entries[0] : undefined);
		if (!entry || remarks.has(entry)) continue;
		remarks.set(entry, { reason, isLeftOut: named !== undefined && saysLeftOut.test(reason) });
	}
	return remarks;
}

/** @returns the only entry of which an identifier stands whole in a text, between quotes or blanks */
function namedIn(text: string, entries: Entry[], batch?: Batch): Entry | undefined {
	const { recipient } = batch ?? {};
	if (!recipient) return undefined;
	const named = entries.filter((entry) =>
		textsIn(recipient(entry)).some((identifier) => standsWhole(identifier, text)),
	);
	return named.length === 1 ? named[0] : undefined;
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return value === '' ? [] : [value];
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

const isEdge = (character: string | undefined): boolean =>
	character === undefined || /[\s"'`“”‘’]/.test(character);

function standsWhole(identifier: string, text: string): boolean {
	for (let at = text.indexOf(identifier); at !== -1; at = text.indexOf(identifier, at + 1)) {
		if (isEdge(text[at - 1]) && isEdge(text[at + identifier.length])) return true;
	}
	return false;
}
