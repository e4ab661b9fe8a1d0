import type { IExecuteFunctions, INode } from 'n8n-workflow';

import type { ItemResult, ItemResults } from './itemResults';

/**
 * What a failed run of a node did to an item, by the item's data, and by the node's ID and the item's index, since two items
 * may share their data.
 *
 * With *Retry On Fail* n8n runs the whole node again on the very same item objects. Since a run only leaves a note here
 * when it throws, which ends the execution otherwise, a note that is found means such a retry.
 */
const notes = new WeakMap<object, Map<string, ItemResult>>();

const mayHaveReachedBraze = ({ outcome }: ItemResult): boolean =>
	outcome.kind === 'accepted' || outcome.kind === 'mayHaveBeenSent';

const noteKey = ({ id }: INode, itemIndex: number): string => `${itemIndex} ${id}`;

/** Keeps what must not be sent again when n8n runs the node another time on these items. */
export function rememberSent(context: IExecuteFunctions, results: ItemResults): void {
	const node = context.getNode();
	context.getInputData().forEach(({ json }, itemIndex) => {
		const result = results.get(itemIndex);
		if (!result || !mayHaveReachedBraze(result)) return;
		const ofItem = notes.get(json) ?? new Map<string, ItemResult>();
		notes.set(json, ofItem.set(noteKey(node, itemIndex), result));
	});
}

/** @returns what earlier tries of this run already sent, by item index; it is taken out of the notes */
export function recallSent(context: IExecuteFunctions): ItemResults {
	const node = context.getNode();
	const recalled: ItemResults = new Map();
	context.getInputData().forEach(({ json }, itemIndex) => {
		const key = noteKey(node, itemIndex);
		const result = notes.get(json)?.get(key);
		if (!result) return;
		recalled.set(itemIndex, result);
		notes.get(json)?.delete(key);
	});
	return recalled;
}
