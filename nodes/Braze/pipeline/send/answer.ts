import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { wordsOf as effectWords } from '../effect';
import type { Endpoint } from '../operation';
import type { Accepted, MayHaveBeenSent, Rejected } from './outcome';

const MAX_QUOTED_CHARACTERS = 300;

/** Braze's words may hold what it was sent, which may be of any length. */
const MAX_WORDS_CHARACTERS = 1000;

const statusAdvice: Record<number, string> = {
	400: 'Correct what Braze names and run the item again; nothing was sent for it',
	401: 'Check the REST API key and the instance in the Braze credential; the key must belong to this workspace',
	403: 'Give the key the permission for this endpoint, or check its list of allowed IP addresses; a key cannot be changed after it was made, so create a new one',
	404: 'Check the instance in the Braze credential; a custom URL must be the REST endpoint without a path',
	413: 'Make the message smaller: Braze takes up to 4 MB in one request',
	415: 'A proxy between n8n and Braze may have changed the Content-Type; let requests through unchanged',
	429: 'Braze is over its rate limit for this workspace; wait for the next window and run the item again',
};

/** Status codes of which the documents say that no message went out and to try again. */
const retryableStatus = new Set([429, 500, 502, 503]);

/**
 * A gateway gave up on Braze's answer (504), or something in front of Braze failed in a way that the documents say nothing of
 * (520, 524 and others of Cloudflare): Braze may have taken the request.
 */
const leavesOpen = (status: number): boolean => status >= 500 && !retryableStatus.has(status);

/** What of an endpoint decides how its answers read. */
export type Answering = Pick<Endpoint, 'effect' | 'advice' | 'refusals' | 'oddity' | 'alreadyDone'>;

/**
 * @param status HTTP status
 * @param body parsed JSON, or text where it was none; the API key already masked
 * @param endpoint that was asked
 * @returns what Braze's answer says of the request
 */
export function readAnswer(
	status: number,
	body: unknown,
	endpoint: Answering = { effect: 'send' },
): Accepted | Rejected | MayHaveBeenSent {
	const { done, inDoubt } = effectWords(endpoint.effect);
	if (status >= 200 && status < 300) {
		if (isObject(body)) return { kind: 'accepted', answer: successItem(status, body) };
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Something answered ${status}, but not in Braze's words, so this may have been ${done}: ${excerpt(body)}`,
			advice: inDoubt,
		};
	}
	if (leavesOpen(status)) {
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Braze gave no answer of its own (${status}: ${wordsOf(body)}), so this may have been ${done}`,
			advice: inDoubt,
		};
	}
	const words = wordsOf(body);
	const known = endpoint.refusals?.find((rule) => rule.words.test(words));
	if (known?.means === 'inDoubt') {
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Braze has the request already (${status}): ${words}`,
			advice: known.advice,
		};
	}
	return {
		kind: 'rejected',
		status,
		reason: `Braze refused the request (${status}): ${words}`,
		advice:
			known?.advice ??
			endpoint.advice?.[status] ??
			statusAdvice[status] ??
			'Braze could not take the request; run the item again later',
		...(isObject(body) ? { answer: body } : {}),
		...(retryableStatus.has(status) && !known ? { retryable: true } : {}),
		...(isObject(body) && endpoint.alreadyDone?.(body) ? { alreadyDone: true } : {}),
	};
}

/** n8n takes a top-level `error` for a failed item, and 202 means queued and not yet processed. */
function successItem(status: number, body: IDataObject): IDataObject {
	const { error, ...rest } = body;
	return {
		...rest,
		...(error === undefined ? {} : { errors: [...listOf(rest.errors), error] as string[] }),
		...(status === 202 ? { queued: true } : {}),
	};
}

const listOf = (value: unknown): unknown[] =>
	value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Braze's own words in a failure, whichever of its shapes it used. */
function wordsOf(body: unknown): string {
	if (!isObject(body)) return excerpt(body);
	const main = body.message ?? body.error;
	const details = listOf(body.errors).map(detailOf);
	const words = [main === undefined ? undefined : detailOf(main), ...details].filter(
		(word, index, all) => word !== undefined && word !== '' && all.indexOf(word) === index,
	);
	return words.length > 0 ? shortened(words.join('; '), MAX_WORDS_CHARACTERS) : excerpt(body);
}

function detailOf(entry: unknown): string {
	if (!isObject(entry)) return typeof entry === 'string' ? entry : JSON.stringify(entry);
	const words = entry.message ?? entry.type ?? entry.id;
	const index = entry.index === undefined ? '' : ` (entry ${JSON.stringify(entry.index)})`;
	return typeof words === 'string' ? `${words}${index}` : JSON.stringify(entry);
}

function excerpt(body: unknown): string {
	const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
	const line = text
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	if (line === '') return 'an empty answer';
	return shortened(line, MAX_QUOTED_CHARACTERS);
}

const shortened = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most)}…` : text;
