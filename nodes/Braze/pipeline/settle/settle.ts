import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Call, Kept } from '../call';
import type { Endpoint } from '../operation';
import { inputFailure, requestFailure } from './failure';
import { askedOf } from './asked';
import type { ItemResult, ItemResults } from './itemResults';

/** Everything that became of the items of one run. */
export interface RunResult {
	/** Items that were found bad before anything was sent. */
	failures: Map<number, Error>;
	results: ItemResults;
	/** What the items asked for. */
	calls: Call[];
}

/**
 * A failed item in the form that n8n's engine routes to the error output.
 *
 * Its fields must not hold one named `error`, as items from another node's error output do: with *Retry On Fail* n8n would
 * take that for a failed run and send the other items a second time.
 */
function failedItem(
	item: INodeExecutionData,
	itemIndex: number,
	error: INodeExecutionData['error'],
): INodeExecutionData {
	const json = { ...item.json };
	delete json.error;
	return { json, error, pairedItem: { item: itemIndex } };
}

/**
 * @returns the output of each input item, in the order of the input: Braze's answer, or the item's own failure
 */
export function settle(
	context: IExecuteFunctions,
	{ failures, results, calls }: RunResult,
	endpoint: Pick<Endpoint, 'output'>,
): INodeExecutionData[] {
	const node = context.getNode();
	const keptOf = new Map(calls.map(({ itemIndex, content }) => [itemIndex, content.kept]));
	return context.getInputData().flatMap((item, itemIndex): INodeExecutionData[] => {
		const bad = failures.get(itemIndex);
		if (bad) return [failedItem(item, itemIndex, inputFailure(node, itemIndex, bad))];
		const result = results.get(itemIndex);
		if (!result) return [];
		const { outcome } = result;
		if (outcome.kind !== 'accepted') {
			return [failedItem(item, itemIndex, requestFailure(node, itemIndex, outcome))];
		}
		return outputOf(endpoint, result, itemIndex, keptOf.get(itemIndex) ?? {}).map((output) => ({
			...output,
			pairedItem: { item: itemIndex },
		}));
	});
}

const outputOf = (
	{ output }: Pick<Endpoint, 'output'>,
	{ shares, output: settled }: ItemResult,
	itemIndex: number,
	kept: Kept,
): INodeExecutionData[] =>
	settled?.map((json) => ({ json })) ??
	shares.flatMap(({ request, outcome }) => {
		if (outcome.kind !== 'accepted') return [];
		const { answer, binary } = outcome;
		const items: IDataObject[] = output
			? output(answer, askedOf({ request, outcome }, itemIndex, kept))
			: [answer];
		return items.map((json) => ({ json: { ...json }, ...(binary ? { binary } : {}) }));
	});
