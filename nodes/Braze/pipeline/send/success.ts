import type { IDataObject } from 'n8n-workflow';

import { isAbsent, isObject } from '../../schema/convert';

/**
 * Whether a 2XX answer says that Braze took the request.
 *
 * @param answer parsed body; undefined where it was empty
 * @returns undefined where it does, otherwise what is odd about it, completing "Something answered 201, ..."
 */
export type Success = (answer: IDataObject | undefined) => string | undefined;

/** 203 was changed on the way; of 206 and 207 only a part succeeded, and nothing says which. */
const oddStatus = new Set([203, 206, 207]);

const ofSuccess = /^(?:success|queued)\b/i;

/** No shape is documented: whatever does not say otherwise counts, an empty answer too. */
export const anySuccess: Success = ({ message, errors } = {}) =>
	message === undefined && isFilled(errors) ? 'but names errors' : undefined;

const isFilled = (errors: unknown): boolean =>
	Array.isArray(errors)
		? errors.length > 0
		: errors !== undefined && errors !== null && errors !== '';

/** @returns the documented shape of an answer that has these keys, each with a value */
export const answersWith =
	(...keys: string[]): Success =>
	(answer) => {
		const missing = keys.find((key) => isAbsent(answer?.[key]));
		return missing === undefined ? undefined : `but without '${missing}', which Braze gives`;
	};

const shapedAs =
	(kind: string, isIt: (value: unknown) => boolean) =>
	(key: string): Success =>
	(answer) =>
		answersWith(key)(answer) ??
		(isIt(answer?.[key]) ? undefined : `but with something else than ${kind} under '${key}'`);

/** @returns the documented shape of an answer that holds a list under this key, an empty one too */
export const answersWithList = shapedAs('a list', Array.isArray);

/** @returns the documented shape of an answer that holds an object under this key */
export const answersWithObject = shapedAs('an object', isObject);

/** The documented shape of most endpoints: `message` says success, or that the request is queued. */
export const messageOfSuccess: Success = (answer) =>
	typeof answer?.message === 'string' ? undefined : answersWith('message')({});

/**
 * @param success what the endpoint documents
 * @returns what is odd about a 2XX answer, undefined where Braze took the request
 */
export function oddityOf(
	status: number,
	answer: IDataObject | undefined,
	success: Success,
): string | undefined {
	if (oddStatus.has(status)) return 'which says that it did not succeed as a whole';
	return contradictionIn(answer ?? {}) ?? success(answer);
}

const isFailure = (status: unknown): boolean =>
	typeof status === 'string' && /^(?:error|fail(?:ed|ure)?)$/i.test(status.trim());

/** @returns in which way an answer says of itself that it is no success; undefined where it does not */
export function contradictionIn({
	success,
	status,
	error,
	message,
}: IDataObject): string | undefined {
	if (success === false || success === 'false' || isFailure(status)) {
		return 'but says that it did not succeed';
	}
	if (error !== undefined && error !== null && error !== false && error !== '') {
		return 'but names an error';
	}
	if (typeof message === 'string' && !ofSuccess.test(message.trim())) {
		return 'but with another message than success';
	}
	return undefined;
}
