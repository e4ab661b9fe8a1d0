import type { IDataObject } from 'n8n-workflow';

import type { ProfileNaming } from '../../parts/profile';
import type { Asked, Endpoint, EntryFault } from '../../pipeline/operation';
import { countIn, listOf } from '../../pipeline/send/answer';
import { isObject } from '../../schema/convert';
import { without } from '../../schema/without';

/** Which profile is meant where several have an address or a number (Braze docs, identify and merge). */
export const identityRules: NonNullable<ProfileNaming['prioritization']> = [
	'identified',
	'least_recently_updated',
	'most_recently_updated',
	'unidentified',
];

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

type Told = Required<Pick<Endpoint, 'faults' | 'doubt'>>;

/**
 * How an answer of identify or of the aliases reads. Its `errors` name entries by their place; where it counts fewer than the
 * rest, nobody knows which of those it took.
 *
 * @param countOf key of the number that it processed, by the list of the request
 */
export const processed = (countOf: Record<string, string>): Told => {
	const faults: Told['faults'] = (answer, { entries }) =>
		listOf(answer.errors)
			.map(readError)
			.flatMap(({ index = -1, text }) =>
				index in entries ? [{ entry: entries[index], reason: text }] : [],
			);
	return {
		faults,
		doubt: (answer, request) => {
			const { entries } = request;
			const elsewhere = listOf(answer.errors)
				.map(readError)
				.filter(({ index = -1 }) => !(index in entries));
			const count = countIn(answer, countOf[entries[0]?.list ?? '']);
			const rest = entries.length - faults(answer, request).length;
			if (count === undefined ? elsewhere.length === 0 : count >= rest) return undefined;
			const counts = `Braze processed ${count ?? 'some'} of ${entries.length} and does not say which`;
			return [counts, ...elsewhere.map(({ text }) => text)].join('; ');
		},
	};
};

/**
 * How an answer of the external IDs reads: an entry that is not in its list of what was done was left out.
 *
 * @param done key of that list
 * @param failed key of the list of errors
 * @param namesOf what the list may call an entry
 */
export const listedAsDone = (
	done: string,
	failed: string,
	namesOf: (wire: IDataObject | string) => unknown[],
): Told => ({
	faults: (answer, { entries }) => {
		const errors = listOf(answer[failed]).map(readError);
		const named = new Set(
			listOf(answer[done]).flatMap((each) => (isObject(each) ? Object.values(each) : [each])),
		);
		return entries.flatMap((entry, place): EntryFault[] => {
			if (namesOf(entry.wire).some((name) => named.has(name))) return [];
			const own = errors.find(({ index }) => index === place);
			if (own) return [{ entry, reason: own.text }];
			if (!Array.isArray(answer[done])) return [];
			const others = errors.filter(({ index }) => index === undefined);
			const texts = others.map(({ text }) => text).join('; ');
			return [{ entry, reason: texts || `Braze does not name it under '${done}'` }];
		});
	},
	doubt: (answer, { entries }) => {
		if (Array.isArray(answer[done])) return undefined;
		const errors = listOf(answer[failed]).map(readError);
		if (entries.every((_, place) => errors.some(({ index }) => index === place))) return undefined;
		const others = errors.filter(({ index }) => index === undefined);
		const without = `Braze does not say under '${done}' what it did`;
		return [without, ...others.map(({ text }) => text)].join('; ');
	},
});

/**
 * @returns Braze's answer for one item, with what the item asked for: of the numbers that Braze counted for the whole request,
 *   the item's own part
 */
export const withEntry = (answer: IDataObject, { entries }: Asked): IDataObject[] =>
	entries.map(({ wire }) => ({
		...Object.fromEntries(
			Object.entries(answer).map(([key, value]) => [
				key,
				key.endsWith('_processed') ? Math.min(1, Number(value)) : value,
			]),
		),
		...without(wire as IDataObject, 'prioritization'),
	}));
