import type { IDataObject } from 'n8n-workflow';

import type { ProfileNaming } from '../../parts/profile';
import type { EntryFault } from '../../pipeline/operation';
import type { PlannedRequest } from '../../pipeline/request';
import { isObject } from '../../schema/convert';

/** Which profile is meant where several have an address or a number (Braze docs, identify and merge). */
export const identityRules: NonNullable<ProfileNaming['prioritization']> = [
	'identified',
	'least_recently_updated',
	'most_recently_updated',
	'unidentified',
];

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * @param error an object with `type` and `index`, a text, or a list of an index and texts: of the external IDs the form is not
 *   documented
 * @returns its words, and the place in the request that it names
 */
function readError(error: unknown): { index?: number; text: string } {
	const { type, message = type, index: named } = isObject(error) ? error : {};
	const parts: unknown[] = isObject(error) ? [message, named] : [error].flat(2);
	const text = parts.filter((part) => typeof part === 'string').join('; ');
	const inText = /\bindex\D{0,3}(\d+)/i.exec(text)?.[1];
	const index =
		parts.find((part) => typeof part === 'number') ?? (inText === undefined ? -1 : Number(inText));
	return {
		text: text || 'no reason given',
		...(Number(index) >= 0 ? { index: Number(index) } : {}),
	};
}

/**
 * The entries that an answer of identify or of the aliases leaves out. Its `errors` name each by its place; where it counts
 * fewer than the rest, nobody knows which of those it took.
 *
 * @param countOf key of the number that it processed, by the list of the request
 */
export const unprocessed =
	(countOf: Record<string, string>) =>
	(answer: IDataObject, { entries }: PlannedRequest): EntryFault[] => {
		const errors = listOf(answer.errors).map(readError);
		const placed = errors.flatMap(({ index = -1, text }): EntryFault[] =>
			index in entries ? [{ entry: entries[index], reason: text }] : [],
		);
		const elsewhere = errors.filter(({ index = -1 }) => !(index in entries));
		const rest = entries.filter((each) => !placed.some(({ entry }) => entry === each));
		const processed = answer[countOf[entries[0]?.list ?? '']];
		const isCounted = typeof processed === 'number';
		const coversRest = isCounted ? processed >= rest.length : elsewhere.length === 0;
		if (coversRest) return placed;
		const reason = [
			...elsewhere.map(({ text }) => text),
			`it processed ${isCounted ? processed : 'some'} of ${entries.length} and does not say which`,
		].join('; ');
		return [...placed, ...rest.map((entry): EntryFault => ({ entry, reason, inDoubt: true }))];
	};

/**
 * The entries that an answer of the external IDs leaves out: those that are not in its list of what was done.
 *
 * @param done key of that list
 * @param failed key of the list of errors
 * @param namesOf what the list may call an entry
 */
export const notDone =
	(done: string, failed: string, namesOf: (wire: IDataObject | string) => unknown[]) =>
	(answer: IDataObject, { entries }: PlannedRequest): EntryFault[] => {
		const errors = listOf(answer[failed]).map(readError);
		const named = new Set(
			listOf(answer[done]).flatMap((each) => (isObject(each) ? Object.values(each) : [each])),
		);
		return entries.flatMap((entry, index): EntryFault[] => {
			if (namesOf(entry.wire).some((name) => named.has(name))) return [];
			const own = errors.find((error) => error.index === index);
			if (own) return [{ entry, reason: own.text }];
			if (!Array.isArray(answer[done]) && errors.length === 0) return [];
			if (errors.length === 0) {
				return [{ entry, reason: `Braze does not name it under '${done}'`, inDoubt: true }];
			}
			return [{ entry, reason: errors.map(({ text }) => text).join('; ') }];
		});
	};
