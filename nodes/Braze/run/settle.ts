import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	JsonObject,
} from 'n8n-workflow';

import { Refusal } from '../fields/refusal';
import type { PlannedRequest } from './call';
import type { Outcome } from './outcome';

type Failure = Exclude<Outcome, { kind: 'accepted' }>;

/** @returns the failure of an item that was found before anything was sent */
export function inputFailure(node: INode, itemIndex: number, error: Error): NodeOperationError {
	if (error instanceof Refusal) {
		return new NodeOperationError(
			node,
			`Item ${itemIndex}: '${error.field}' ${error.wrong}. ${error.mend}`,
			{
				itemIndex,
				description: error.mend,
			},
		);
	}
	const { description } = error as { description?: string | null };
	return new NodeOperationError(node, `Item ${itemIndex}: ${error.message}`, {
		itemIndex,
		description: description ?? undefined,
	});
}

function requestFailure(
	node: INode,
	itemIndex: number,
	failure: Failure,
): NodeApiError | NodeOperationError {
	const message = `Item ${itemIndex}: ${failure.reason}. ${failure.advice}`;
	if (failure.kind === 'notSent') {
		return new NodeOperationError(node, message, { itemIndex, description: failure.advice });
	}
	const { status } = failure;
	const answer: JsonObject = { message: failure.reason, ...(status ? { statusCode: status } : {}) };
	return new NodeApiError(node, answer, {
		message,
		description: failure.advice,
		itemIndex,
		...(status ? { httpCode: String(status) } : {}),
	});
}

/** The output item of a failed input item, in the form that n8n's engine routes to the error output */
function failedItem(
	item: INodeExecutionData,
	itemIndex: number,
	error: NodeApiError | NodeOperationError,
): INodeExecutionData {
	return { json: item.json, error, pairedItem: { item: itemIndex } };
}

/** Everything that became of the items of one run. */
export interface RunResult {
	/** Items that were found bad before anything was sent. */
	failures: Map<number, Error>;
	requests: PlannedRequest[];
	/** One for each request, in the same order. */
	outcomes: Outcome[];
}

/** The output of one input item whose request Braze accepted. */
export type OutputOf = (
	answer: IDataObject,
	request: PlannedRequest,
	itemIndex: number,
) => IDataObject[];

/**
 * The output of each input item, in the order of the input: Braze's answer, or the item's own failure.
 *
 * @throws the first failure of a request, unless the node continues on fail
 */
export function settle(
	context: IExecuteFunctions,
	{ failures, requests, outcomes }: RunResult,
	outputOf: OutputOf,
): INodeExecutionData[] {
	const node = context.getNode();
	const items = context.getInputData();
	if (!context.continueOnFail()) throwFirstFailure(node, requests, outcomes);

	const output: INodeExecutionData[][] = items.map(() => []);
	for (const [itemIndex, error] of failures) {
		const failure = inputFailure(node, itemIndex, error);
		output[itemIndex] = [failedItem(items[itemIndex], itemIndex, failure)];
	}
	requests.forEach((request, position) => {
		const outcome = outcomes[position];
		for (const itemIndex of request.itemIndexes) {
			output[itemIndex] =
				outcome.kind === 'accepted'
					? outputOf(outcome.answer, request, itemIndex).map((json) => ({
							json: { ...json },
							pairedItem: { item: itemIndex },
						}))
					: [failedItem(items[itemIndex], itemIndex, requestFailure(node, itemIndex, outcome))];
		}
	});
	return output.flat();
}

function throwFirstFailure(node: INode, requests: PlannedRequest[], outcomes: Outcome[]): void {
	const position = outcomes.findIndex(({ kind }) => kind !== 'accepted' && kind !== 'notSent');
	if (position < 0) return;
	throw requestFailure(node, requests[position].itemIndexes[0], outcomes[position] as Failure);
}
