import type { IExecuteFunctions } from 'n8n-workflow';

import type { ItemResult, ItemResults } from './itemResults';

/**
 * What a failed run of a node did to an item, by the item's data, and by what else tells the items apart: the execution and
 * the node, since the same data may come to another one, and the item's index, since two items may share their data.
 *
 * With *Retry On Fail* n8n runs the whole node again on the very same item objects. Since a run only leaves a note here
 * when it throws, which ends the execution otherwise, a note that is found means such a retry.
 */
const notes = new WeakMap<object, Map<string, ItemResult>>();

const mayHaveReachedBraze = ({ outcome }: ItemResult): boolean =>
	outcome.kind === 'accepted' || outcome.kind === 'mayHaveBeenSent';

/** @returns the key of an item's note within those of its data */
function noteKeys(context: IExecuteFunctions): (itemIndex: number) => string {
	const run = [context.getExecutionId(), context.getNode().id];
	return (itemIndex) => JSON.stringify([...run, itemIndex]);
}

/** Keeps what must not be sent again when n8n runs the node another time on these items. */
export function rememberSent(context: IExecuteFunctions, results: ItemResults): void {
	const keyOf = noteKeys(context);
	context.getInputData().forEach(({ json }, itemIndex) => {
		const result = results.get(itemIndex);
		if (!result || !mayHaveReachedBraze(result)) return;
		const ofItem = notes.get(json) ?? new Map<string, ItemResult>();
		notes.set(json, ofItem.set(keyOf(itemIndex), result));
	});
}

/** @returns whether there is something to recall */
export function hasSentBefore(context: IExecuteFunctions): boolean {
	const keyOf = noteKeys(context);
	return context
		.getInputData()
		.some(({ json }, itemIndex) => notes.get(json)?.has(keyOf(itemIndex)));
}

/** @returns what earlier tries of this run already sent, by item index; it is taken out of the notes */
export function recallSent(context: IExecuteFunctions): ItemResults {
	const keyOf = noteKeys(context);
	const recalled: ItemResults = new Map();
	context.getInputData().forEach(({ json }, itemIndex) => {
		const ofItem = notes.get(json);
		const result = ofItem?.get(keyOf(itemIndex));
		if (!result) return;
		recalled.set(itemIndex, result);
		ofItem?.delete(keyOf(itemIndex));
	});
	return recalled;
}
