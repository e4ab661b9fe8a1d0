import type { IDataObject } from 'n8n-workflow';

import { mayBeRepeated } from '../../parts/attributes/operations';
import { trackLists } from '../../parts/tracking/properties';
import type { Asked, Endpoint, EntryFault } from '../../pipeline/operation';
import { byList } from '../../pipeline/request';
import type { Entry, PlannedRequest } from '../../pipeline/request';
import { isObject } from '../../schema/convert';
import { countIn, listOf, reasonOf } from '../../pipeline/send/answer';
import { messageOfSuccess } from '../../pipeline/send/success';

/** Braze names an eCommerce event under either of these, whichever list it was sent in. */
const eventLists = ['events', 'purchases'];

/** The list of a request that an error means: the one it names, or the only one there is. */
function listMeant({ input_array: named }: IDataObject, entries: Entry[]): string | undefined {
	const present = [...new Set(entries.map(({ list }) => list))];
	if (typeof named !== 'string') return present.length === 1 ? present[0] : undefined;
	if (present.includes(named)) return named;
	return eventLists.includes(named) ? present.find((list) => eventLists.includes(list)) : undefined;
}

/** @returns the entries that Braze's errors name by their place in a list, and whether each of the errors names one */
function placeErrors(errors: unknown, { entries }: Pick<PlannedRequest, 'entries'>) {
	const faults = new Map<Entry, EntryFault>();
	let unplaced = 0;
	const lists = byList(entries);
	for (const error of listOf(errors)) {
		const list = isObject(error) ? lists.get(listMeant(error, entries) ?? '') : undefined;
		const entry = list?.[isObject(error) ? Number(error.index ?? NaN) : NaN];
		if (!entry || !isObject(error)) {
			unplaced += 1;
			continue;
		}
		const reason = reasonOf(error);
		const earlier = faults.get(entry);
		faults.set(entry, { entry, reason: earlier ? `${earlier.reason}; ${reason}` : reason });
	}
	return { faults: [...faults.values()], unplaced };
}

/** How many objects of a list an answer counts, which may say nothing of a list of which it took none. */
const countOf = (answer: IDataObject, list: string): number | undefined =>
	countIn(answer, `${list}_processed`);

const processed = (answer: IDataObject): number =>
	trackLists.reduce((sum, list) => sum + (countOf(answer, list) ?? 0), 0);

/** Whether a list has a count that is lower than what no error names; one that is not there is none beside another that is. */
function isShort(answer: IDataObject, { entries }: PlannedRequest, faults: EntryFault[]): boolean {
	const counts = trackLists.map((list) => countOf(answer, list));
	if (counts.every((count) => count === undefined)) return false;
	return trackLists.some((list, place) => {
		const isOwn = ({ list: own }: Entry): boolean => own === list;
		const left = faults.filter(({ entry }) => isOwn(entry)).length;
		return (counts[place] ?? 0) < entries.filter(isOwn).length - left;
	});
}

/** An item's own part of the answer: how many objects of each list were taken for it. */
function ownPart({ message }: IDataObject, { entries, kept: { changed } }: Asked): IDataObject[] {
	const counts: IDataObject = {};
	for (const { list } of entries) {
		const key = `${list}_processed`;
		counts[key] = Number(counts[key] ?? 0) + 1;
	}
	return [{ message: message ?? 'success', ...counts, ...(isObject(changed) ? { changed } : {}) }];
}

/** What all operations on /users/track have in common. */
export const track: Omit<Endpoint, 'parts'> = {
	method: 'POST',
	path: '/users/track',
	permission: 'users.track',
	rateLimit:
		'By contract: 3,000 requests in 3 seconds, or an hourly limit with a limit for 3 seconds',
	effect: 'write',
	success: messageOfSuccess,
	repeat: ({ attributes, events, purchases }) =>
		listOf(events).length === 0 &&
		listOf(purchases).length === 0 &&
		listOf(attributes).every(mayBeRepeated),
	// some contracts allow fewer objects than the documents say
	tooManyEntries: /max input length/i,
	faults: ({ errors }, request) => placeErrors(errors, request).faults,
	doubt: (answer, request) => {
		const { faults, unplaced } = placeErrors(answer.errors, request);
		const isTaken =
			unplaced === 0
				? !isShort(answer, request, faults)
				: processed(answer) >= request.entries.length - faults.length;
		if (isTaken) return undefined;
		const counts = `Braze took ${processed(answer)} of ${request.entries.length} objects of the request and does not say which it left out`;
		return unplaced === 0 ? counts : `${counts}: ${JSON.stringify(answer.errors).slice(0, 300)}`;
	},
	output: ownPart,
};
