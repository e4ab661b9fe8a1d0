import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Call, Kept } from '../call';
import { canonicalJson } from '../plan/canonicalJson';
import { wordsOf } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import { askedOf, keptByItem } from './asked';
import { entriesOf } from './entriesOf';
import { failedItem, toldInput, toldOutcome } from './failure';
import type { ItemResult, ItemResults } from '../result';
import { stopAt } from './stop';

/** Everything that became of the items of one run. */
export interface RunResult {
	/** Items that were found bad before anything was sent. */
	failures: Map<number, Error>;
	results: ItemResults;
	/** What the items asked for. */
	calls: Call[];
	/** Whether an item that succeeded keeps its own fields beside Braze's answer. */
	includeInputFields?: boolean;
}

/** What decides how the output of an endpoint looks. */
export type Settled = Pick<Endpoint, 'output' | 'parts' | 'effect'>;

/**
 * @returns the output of each input item, in the order of the input: Braze's answer, or the item's own failure
 * @throws Stop at an answer that cannot be read, unless the node continues on fail
 */
export function settle(
	context: IExecuteFunctions,
	{ failures, results, calls, includeInputFields = false }: RunResult,
	endpoint: Settled,
): INodeExecutionData[] {
	const node = context.getNode();
	const keptOf = keptByItem(calls);
	return context.getInputData().flatMap((item, itemIndex): INodeExecutionData[] => {
		const bad = failures.get(itemIndex);
		if (bad) return [failedItem(node, itemIndex, toldInput(bad))];
		const result = results.get(itemIndex);
		if (!result) return [];
		const { outcome } = result;
		if (outcome.kind !== 'accepted') return [failedItem(node, itemIndex, toldOutcome(outcome))];
		try {
			const input = includeInputFields ? item.json : undefined;
			return outputOf(endpoint, result, itemIndex, keptOf.get(itemIndex) ?? {}, input);
		} catch (error) {
			const told = unreadable(error as Error, endpoint);
			if (!context.continueOnFail()) stopAt(itemIndex, told);
			return [failedItem(node, itemIndex, told)];
		}
	});
}

/** Braze took it, and answered what this node cannot read. */
function unreadable({ message }: Error, { effect }: Settled) {
	const { done, inDoubt } = wordsOf(effect);
	return {
		what: `Braze took the request, but its answer could not be read (${message}), so this may have been ${done}`,
		advice: inDoubt,
		mayHaveBeenSent: effect !== 'read',
		retryable: false,
		errors: [],
	};
}

function outputOf(
	{ output, parts }: Settled,
	{ shares, output: settled }: ItemResult,
	itemIndex: number,
	kept: Kept,
	input: IDataObject | undefined,
): INodeExecutionData[] {
	if (settled) {
		return settled.map((json) => ({
			json: withoutError({ ...input, ...json }),
			pairedItem: { item: itemIndex },
		}));
	}
	const recipientOf = batchOf({ parts })?.recipient;
	const items: INodeExecutionData[] = [];
	for (const share of shares) {
		const { request, outcome } = share;
		if (outcome.kind !== 'accepted') continue;
		const { answer, binary } = outcome;
		const answers = output ? output(answer, askedOf(share, itemIndex, kept)) : [answer];
		const who = recipientOf && whoOf(entriesOf(request, itemIndex).map(recipientOf));
		for (const each of answers) {
			const json = withoutError({ ...input, ...each, ...who });
			const pairedItem = { item: itemIndex };
			items.push(binary ? { json, binary, pairedItem } : { json, pairedItem });
		}
	}
	return items;
}

/** n8n takes a top-level `error` for a failed item. */
function withoutError(json: IDataObject): IDataObject {
	if ('error' in json) delete json.error;
	return json;
}

/** An item can ask for several things of one user. */
function whoOf(named: IDataObject[]): IDataObject | undefined {
	if (named.length === 0) return undefined;
	if (named.length === 1) return { recipient: named[0] };
	const [first, ...others] = new Map(named.map((each) => [canonicalJson(each), each])).values();
	return others.length === 0 ? { recipient: first } : { recipients: [first, ...others] };
}
