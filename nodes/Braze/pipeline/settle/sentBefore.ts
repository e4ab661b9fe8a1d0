import type { IExecuteFunctions } from 'n8n-workflow';

import { isTool } from '../tool';
import { engineOf } from '../read/engine';
import type { ItemResult, ItemResults } from '../result';

/** What became of an item, and the fields that expressions saw when it did: in a tool these are another item's. */
interface Note {
	result: ItemResult;
	seen: object | undefined;
}

/**
 * What a failed run of a node did to an item, by the item's data, and by what else tells the items apart: the execution, the
 * node and its turn, since the same data may come to another one or come again in a loop, and the item's index, since two items
 * may share their data.
 *
 * With *Retry On Fail* n8n runs the whole node again on the very same item objects and in the same turn, so that a note that is
 * found means such a retry.
 */
const notes = new WeakMap<object, Map<string, Note>>();

const mayHaveReachedBraze = ({ outcome }: ItemResult): boolean =>
	outcome.kind === 'accepted' || outcome.kind === 'mayHaveBeenSent';

/** The note of each item: where it is kept, and under which key; nowhere where n8n does not retry the node. */
function placesOf(context: IExecuteFunctions) {
	const node = context.getNode();
	if (node.retryOnFail !== true) return [];
	// each try of a tool has a number of its own, and each of its calls has objects of its own
	const turn: unknown = isTool(node) ? undefined : context.getWorkflowDataProxy(0).$runIndex;
	const run = [context.getExecutionId(), node.id, turn];
	const { itemAt } = engineOf(context);
	return context.getInputData().map((item, itemIndex) => ({
		// an item of another node may lack its data
		holder: (item.json as object | undefined) ?? item,
		itemIndex,
		key: JSON.stringify([...run, itemIndex]),
		seen: itemAt(itemIndex),
	}));
}

/** Keeps what must not be sent again when n8n runs the node another time on these items. */
export function rememberSent(context: IExecuteFunctions, results: ItemResults): void {
	for (const { holder, itemIndex, key, seen } of placesOf(context)) {
		const result = results.get(itemIndex);
		if (!result || !mayHaveReachedBraze(result)) continue;
		const ofItem = notes.get(holder) ?? new Map<string, Note>();
		notes.set(holder, ofItem.set(key, { result, seen }));
	}
}

/** @returns what earlier tries of this run already sent, by item index; it is taken out of the notes */
export function recallSent(context: IExecuteFunctions): ItemResults {
	const recalled: ItemResults = new Map();
	for (const { holder, itemIndex, key, seen } of placesOf(context)) {
		const ofItem = notes.get(holder);
		const note = ofItem?.get(key);
		if (!note || note.seen !== seen) continue;
		recalled.set(itemIndex, note.result);
		ofItem?.delete(key);
	}
	return recalled;
}
