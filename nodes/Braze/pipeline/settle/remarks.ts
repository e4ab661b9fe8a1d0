import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { batchOf } from '../operation';
import type { Endpoint, EntryFault } from '../operation';
import type { Batch } from '../part';
import type { Entry, PlannedRequest } from '../request';
import { detailOf, listOf } from '../send/answer';

/** Words that say of an entry that nothing came of it. */
const saysLeftOut =
	/\b(?:not (?:be )?(?:sent|found|processed|delivered|accepted|exist|valid|added|updated)|does ?n[o']t exist|left out|unknown|invalid|missing|skipped|excluded|ignored|dropped|rejected|refused|failed|could not)\b/i;

/** What the errors of an accepted answer say in words. */
export interface Remarks {
	/** Of entries that they say were left out. */
	leftOut: Map<Entry, EntryFault>;
	/** Of entries of which they leave open what became. */
	open: Map<Entry, string>;
}

/**
 * Braze takes a request and still lists errors: what no error touches is done. An error that names an entry by an identifier
 * that is that entry's alone is about that one; one that names nobody is about the entry of a request that held only one, and
 * otherwise a warning to all, which stands in the answer. Errors that name an entry by its place are read elsewhere.
 */
export function remarksOn(
	answer: IDataObject,
	request: PlannedRequest,
	{ faults, parts }: Pick<Endpoint, 'faults' | 'parts'>,
): Remarks {
	const remarks: Remarks = { leftOut: new Map(), open: new Map() };
	const { entries } = request;
	if (entries.length === 0 || (faults && faults(answer, request).length > 0)) return remarks;
	const batch = batchOf({ parts });
	for (const error of listOf(answer.errors)) {
		if (isObject(error) && typeof error.index === 'number') continue;
		const reason = detailOf(error);
		const named = namedIn([reason, ...textsIn(error)].join(' '), entries, batch);
		const entry = named ?? (entries.length === 1 ? entries[0] : undefined);
		if (!entry) continue;
		if (named && saysLeftOut.test(reason)) remarks.leftOut.set(entry, { entry, reason });
		else remarks.open.set(entry, reason);
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
