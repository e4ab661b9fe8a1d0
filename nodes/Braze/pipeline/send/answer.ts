import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../schema/convert';
import { openAbout, wordsOf as effectWords } from '../effect';
import type { Endpoint } from '../operation';
import { adviceFor } from './advice';
import { NOT_BRAZE } from './notBraze';
import type { Accepted, MayHaveBeenSent, Rejected } from './outcome';
import { anySuccess, contradictionIn, oddityOf } from './success';

const MAX_QUOTED_CHARACTERS = 300;

/** As much of an answer that is no JSON as is looked at for words to quote. */
const MAX_READ_CHARACTERS = 20_000;

/** Braze's words may hold what it was sent, which may be of any length. */
const MAX_WORDS_CHARACTERS = 1000;

/** Over the rate limit: Braze did not take it, whoever answers. */
const LIMITED = 429;

/** The request failed before it reached Braze (Braze docs, errors). */
const BEFORE_BRAZE = 502;

/** Something on the way gave up on the request while it waited for the answer (nginx). */
const GIVEN_UP = 499;

/** Braze says of these that nothing was sent and to try again, where they are its own answer (Braze docs, errors). */
const failedInBraze = new Set([500, 503]);

/** What of an endpoint decides how its answers read. */
export type Answering = Pick<
	Endpoint,
	'effect' | 'advice' | 'refusals' | 'success' | 'nothingSent' | 'alreadyDone'
> &
	Partial<Pick<Endpoint, 'permission'>>;

/**
 * @param status HTTP status
 * @param body parsed JSON, or text where it was none; the API key already masked
 * @param endpoint that was asked
 * @param headers of the answer, names in any case
 * @returns what Braze's answer says of the request
 */
export function readAnswer(
	status: number,
	body: unknown,
	endpoint: Answering = { effect: 'send' },
	headers: IDataObject = {},
): Accepted | Rejected | MayHaveBeenSent {
	const answer = isObject(body) ? { answer: body } : {};
	if (status >= 200 && status < 300) return readSuccess(status, body, endpoint);
	const isBrazes = isBrazesOwn(body, headers);
	const isOpen = status < 200 || status === GIVEN_UP || status >= 500;
	if (isOpen && !isKnownUnsent(status, isBrazes)) {
		const { effect } = endpoint;
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Braze gave no answer of its own (${status}: ${wordsOf(body)})${openAbout(effect)}`,
			advice: effectWords(effect).inDoubt,
			...answer,
		};
	}
	const words = wordsOf(body);
	const isElsewhere = status < 400 || (!isBrazes && status !== LIMITED && status !== BEFORE_BRAZE);
	const known = endpoint.refusals?.find((rule) => rule.words.test(words));
	if (known?.means === 'inDoubt') {
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Braze has the request already (${status}): ${words}`,
			advice: known.advice,
			...answer,
		};
	}
	return {
		kind: 'rejected',
		status,
		reason: isElsewhere
			? `Something refused the request (${status}): ${words}`
			: `Braze refused the request (${status}): ${words}`,
		advice: known?.advice ?? adviceFor({ status, isBrazes, words }, endpoint),
		...((status === LIMITED || status >= 500) && !known ? { retryable: true } : {}),
		...answer,
		...(isElsewhere ? { fromElsewhere: true } : {}),
		...(isObject(body) && endpoint.alreadyDone?.(body) ? { alreadyDone: true } : {}),
	};
}

/** A gateway that gave up on Braze's answer (504) or failed in its own way (520, 524 and others) leaves open what Braze did. */
const isKnownUnsent = (status: number, isBrazes: boolean): boolean =>
	status === BEFORE_BRAZE || (failedInBraze.has(status) && isBrazes);

/** Braze answers in JSON that names what is wrong, and with headers about its rate limit. */
const isBrazesOwn = (body: unknown, headers: IDataObject): boolean =>
	(isObject(body) && ['message', 'error', 'errors'].some((key) => body[key] !== undefined)) ||
	Object.entries(headers).some(
		([name, value]) => /^x-ratelimit-/i.test(name) && value !== undefined && value !== '',
	);

function readSuccess(
	status: number,
	body: unknown,
	{ effect, success = anySuccess, nothingSent, advice: own }: Answering,
): Accepted | Rejected | MayHaveBeenSent {
	const { done, inDoubt } = effectWords(effect);
	const advice = effect === 'read' ? NOT_BRAZE : inDoubt;
	// some servers put a blank where they have nothing to say
	const isEmpty = body === undefined || (typeof body === 'string' && body.trim() === '');
	if (!isEmpty && !isObject(body)) {
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Something answered ${status}, but not in Braze's words${openAbout(effect)}: ${excerpt(body)}`,
			advice,
		};
	}
	const answer = isObject(body) ? body : undefined;
	const refusal = answer && effect === 'read' ? contradictionIn(answer) : undefined;
	// of a read there is nothing to doubt: what Braze says instead of it is its answer
	if (answer && refusal !== undefined) {
		return {
			kind: 'rejected',
			status,
			reason: `Something answered ${status}, ${refusal}: ${wordsOf(body)}`,
			advice: 'Correct what it names and run the item again',
			answer,
		};
	}
	const odd = oddityOf(status, answer, success);
	if (odd !== undefined) {
		return {
			kind: 'mayHaveBeenSent',
			status,
			reason: `Something answered ${status}, ${odd}${openAbout(effect)}: ${wordsOf(body)}`,
			advice,
			...(answer ? { answer } : {}),
		};
	}
	const unsent = answer && nothingSent?.(answer);
	if (unsent !== undefined) {
		return {
			kind: 'rejected',
			status,
			reason: `Braze took the request, but nothing is ${done}: ${shortened(unsent, MAX_WORDS_CHARACTERS)}`,
			advice: own?.[status] ?? 'Change that in Braze and run the item again',
			...(answer ? { answer } : {}),
		};
	}
	return { kind: 'accepted', answer: successItem(status, answer ?? {}) };
}

/** n8n takes a top-level `error` for a failed item, and 202 means queued and not yet processed. */
function successItem(status: number, body: IDataObject): IDataObject {
	const answer = { ...body };
	delete answer.error;
	return status === 202 ? { ...answer, queued: true } : answer;
}

/** @returns the entries of Braze's `errors`, in whichever form it gives them: a list, a text, or an object */
export const listOf = (value: unknown): unknown[] => {
	if (Array.isArray(value)) return value as unknown[];
	return value === undefined || value === null || value === '' || value === false ? [] : [value];
};

/** @returns a number that an answer counts under a key; undefined where it does not say */
export function countIn(answer: IDataObject, key: string): number | undefined {
	const count = Number(answer[key] ?? NaN);
	return Number.isNaN(count) ? undefined : count;
}

/** Braze's own words in a failure, whichever of its shapes it used. */
function wordsOf(body: unknown): string {
	if (!isObject(body)) return excerpt(body);
	// where both are there the message may say success, and only the error what it is about
	const words = [body.message, body.error]
		.filter((each) => each !== undefined && each !== null && typeof each !== 'boolean')
		.concat(listOf(body.errors))
		.map(detailOf)
		.concat(codedDetails(body))
		.filter((word, index, all) => word !== '' && all.indexOf(word) === index);
	return words.length > 0 ? shortened(words.join('; '), MAX_WORDS_CHARACTERS) : excerpt(body);
}

/** What stands beside the message where Braze's refusals have a code, as those of the media library. */
function codedDetails({ error_code: code, meta }: IDataObject): string[] {
	const { original_error: cause } = isObject(meta) ? meta : {};
	return [code, cause].filter((each): each is string => typeof each === 'string');
}

/** @returns an entry of Braze's `errors` in words */
export function detailOf(entry: unknown): string {
	if (!isObject(entry)) return typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '');
	const words = entry.message ?? entry.type ?? entry.error ?? entry.id;
	const index = entry.index === undefined ? '' : ` (entry ${JSON.stringify(entry.index)})`;
	return typeof words === 'string' ? `${words}${index}` : (JSON.stringify(entry) ?? '');
}

/** What of an error says what it is about, and not why. */
const NO_REASON = ['type', 'message', 'error', 'index', 'input_array'];

/** @returns why an error of Braze's `errors` says that an entry was left out */
export function reasonOf(entry: IDataObject): string {
	const { type, message, error } = entry;
	const words = [type, message, error].find((each) => typeof each === 'string' && each !== '');
	if (words !== undefined) return String(words);
	const others = Object.entries(entry).filter(([key]) => !NO_REASON.includes(key));
	return others.length > 0 ? excerpt(Object.fromEntries(others)) : 'no reason given';
}

function excerpt(body: unknown): string {
	const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
	const line = text
		.slice(0, MAX_READ_CHARACTERS)
		.replace(/<(style|script)\b[^]*?(?:<\/\1|$)/gi, '<')
		.replace(/<[^<>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	if (line === '') return 'an empty answer';
	return shortened(line, MAX_QUOTED_CHARACTERS);
}

const shortened = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most)}…` : text;
