import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { capitalize } from '../../schema/field';
import { InvalidInput } from '../../schema/invalidInput';
import type { EffectWords } from '../effect';
import type { ItemResults } from './itemResults';
import type { Outcome } from '../send/outcome';

type Failure = Exclude<Outcome, { kind: 'accepted' }>;

const MAX_RANGES = 10;

/** Enough for every sentence of this node; a value that stands in one may be of any length. */
const MAX_MESSAGE_CHARACTERS = 1000;

const brief = (text: string): string =>
	text.length > MAX_MESSAGE_CHARACTERS ? `${text.slice(0, MAX_MESSAGE_CHARACTERS)}…` : text;

/**
 * n8n puts a general sentence in place of any message that holds a code such as ECONNRESET ("You can retry the request
 * immediately"), which loses the item and may be harmful advice. This puts the message back.
 */
function inOwnWords<Failed extends NodeApiError | NodeOperationError>(
	error: Failed,
	message: string,
): Failed {
	error.message = message;
	return error;
}

/** @returns the failure of an item that was found before anything was sent */
export function inputFailure(node: INode, itemIndex: number, error: Error): NodeOperationError {
	const message = brief(`Item ${itemIndex}: ${error.message}`);
	const description =
		error instanceof InvalidInput
			? error.fix
			: ((error as { description?: string | null }).description ?? undefined);
	return inOwnWords(new NodeOperationError(node, message, { itemIndex, description }), message);
}

/**
 * @param account what the run did to the other items, where it stops here
 * @returns the failure of an item whose request was not accepted
 */
export function requestFailure(
	node: INode,
	itemIndex: number,
	failure: Failure,
	account?: string,
): NodeApiError | NodeOperationError {
	const message = [`Item ${itemIndex}: ${failure.reason}. ${failure.advice}`, account]
		.filter(Boolean)
		.join('. ');
	const description = [failure.advice, account].filter(Boolean).join('. ');
	if (failure.kind === 'notSent') {
		return inOwnWords(new NodeOperationError(node, message, { itemIndex, description }), message);
	}
	const { status } = failure;
	const answer: JsonObject = {
		message: failure.reason,
		...(status ? { statusCode: status } : {}),
	};
	const error = new NodeApiError(node, answer, {
		message,
		description,
		itemIndex,
		...(status ? { httpCode: String(status) } : {}),
	});
	return inOwnWords(error, message);
}

/** @returns the failure that stops a run, with an account of the other items; undefined where every request was accepted */
export function firstFailure(
	node: INode,
	results: ItemResults,
	{ done }: EffectWords,
): NodeApiError | NodeOperationError | undefined {
	const failed = [...results]
		.sort(([a], [b]) => a - b)
		.filter(([, { outcome }]) => outcome.kind !== 'accepted');
	const [first] = [...failed.filter(([, { outcome }]) => outcome.kind !== 'notSent'), ...failed];
	if (!first) return undefined;
	const [itemIndex, { outcome }] = first;
	return requestFailure(node, itemIndex, outcome as Failure, accountOf(results, done));
}

/** Which items of a stopped run were sent, may have been sent, and were not sent; or written, for what writes. */
function accountOf(results: ItemResults, done: string): string {
	const indexes = (...kinds: Array<Outcome['kind']>): number[] =>
		[...results].filter(([, { outcome }]) => kinds.includes(outcome.kind)).map(([index]) => index);
	const sent = indexes('accepted');
	const unclear = indexes('mayHaveBeenSent');
	const unsent = indexes('rejected', 'notSent');
	return [
		`${capitalize(done)}: ${ranges(sent)}`,
		...(unclear.length > 0 ? [`may have been ${done}: ${ranges(unclear)}`] : []),
		`not ${done}: ${ranges(unsent)}`,
	].join('; ');
}

/** Item indexes as a person reads them: "3 items (0-1, 7)". */
function ranges(indexes: number[]): string {
	if (indexes.length === 0) return 'none';
	const spans: Array<[number, number]> = [];
	for (const index of [...indexes].sort((a, b) => a - b)) {
		const last = spans.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else spans.push([index, index]);
	}
	const words = spans
		.slice(0, MAX_RANGES)
		.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`))
		.join(', ');
	const more = spans.length > MAX_RANGES ? ' and others' : '';
	return `${indexes.length} item${indexes.length === 1 ? '' : 's'} (${words}${more})`;
}
