import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';

import { Refusal } from '../fields/refusal';
import type { ItemResults } from './itemResults';
import type { Outcome } from './outcome';

type Failure = Exclude<Outcome, { kind: 'accepted' }>;

const MAX_RANGES = 10;

/** @returns the failure of an item that was found before anything was sent */
export function inputFailure(node: INode, itemIndex: number, error: Error): NodeOperationError {
	if (error instanceof Refusal) {
		const { field, wrong, mend } = error;
		return new NodeOperationError(node, `Item ${itemIndex}: '${field}' ${wrong}. ${mend}`, {
			itemIndex,
			description: mend,
		});
	}
	const { description } = error as { description?: string | null };
	return new NodeOperationError(node, `Item ${itemIndex}: ${error.message}`, {
		itemIndex,
		description: description ?? undefined,
	});
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
		return new NodeOperationError(node, message, { itemIndex, description });
	}
	const { status } = failure;
	const answer: JsonObject = {
		message: failure.reason,
		...(status ? { statusCode: status } : {}),
	};
	return new NodeApiError(node, answer, {
		message,
		description,
		itemIndex,
		...(status ? { httpCode: String(status) } : {}),
	});
}

/** @returns the failure that stops a run, with an account of the other items; undefined where every request was accepted */
export function firstFailure(
	node: INode,
	results: ItemResults,
): NodeApiError | NodeOperationError | undefined {
	const failed = [...results]
		.sort(([a], [b]) => a - b)
		.filter(([, { outcome }]) => outcome.kind !== 'accepted');
	const [first] = [...failed.filter(([, { outcome }]) => outcome.kind !== 'notSent'), ...failed];
	if (!first) return undefined;
	const [itemIndex, { outcome }] = first;
	return requestFailure(node, itemIndex, outcome as Failure, accountOf(results));
}

/** Which items of a stopped run were sent, may have been sent, and were not sent */
function accountOf(results: ItemResults): string {
	const indexes = (...kinds: Array<Outcome['kind']>): number[] =>
		[...results].filter(([, { outcome }]) => kinds.includes(outcome.kind)).map(([index]) => index);
	const sent = indexes('accepted');
	const unclear = indexes('mayHaveBeenSent');
	const unsent = indexes('refused', 'notSent');
	return [
		`Sent: ${ranges(sent)}`,
		...(unclear.length > 0 ? [`may have been sent: ${ranges(unclear)}`] : []),
		`not sent: ${ranges(unsent)}`,
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
