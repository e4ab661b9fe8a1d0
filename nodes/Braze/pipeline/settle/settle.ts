import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openAbout, wordsOf } from '../effect';
import type { Endpoint } from '../operation';
import { continuesOnFail } from '../tool';
import { failedItem, toldInput, toldOutcome } from './failure';
import type { Outputs } from './output';
import type { ItemResults } from '../result';
import { stopAt } from './stop';

/** Everything that became of the items of one run. */
export interface RunResult {
	/** Items that were found bad before anything was sent. */
	failures: Map<number, Error>;
	results: ItemResults;
	/** Of the items that succeeded. */
	outputs: Outputs;
}

/**
 * @returns the output of each input item, in the order of the input: Braze's answer, or the item's own failure
 * @throws Stop at an answer that cannot be read, unless the node continues on fail
 */
export function settle(
	context: IExecuteFunctions,
	{ failures, results, outputs }: RunResult,
	endpoint: Pick<Endpoint, 'effect'>,
): INodeExecutionData[] {
	const node = context.getNode();
	return context.getInputData().flatMap((_item, itemIndex): INodeExecutionData[] => {
		const bad = failures.get(itemIndex);
		if (bad) return [failedItem(node, itemIndex, toldInput(bad))];
		const result = results.get(itemIndex);
		if (!result) return [];
		const { outcome } = result;
		if (outcome.kind !== 'accepted') return [failedItem(node, itemIndex, toldOutcome(outcome))];
		try {
			return outputs.of(result, itemIndex);
		} catch (error) {
			const told = unreadable(error as Error, endpoint);
			if (!continuesOnFail(context)) stopAt(itemIndex, told);
			return [failedItem(node, itemIndex, told)];
		}
	});
}

/** Braze took it, and answered what this node cannot read. */
function unreadable({ message }: Error, { effect }: Pick<Endpoint, 'effect'>) {
	return {
		what: `Braze took the request, but its answer could not be read (${message})${openAbout(effect)}`,
		advice: wordsOf(effect).inDoubt,
		mayHaveBeenSent: effect !== 'read',
		retryable: false,
		errors: [],
	};
}
