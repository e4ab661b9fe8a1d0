import type { IExecuteFunctions } from 'n8n-workflow';

import { engineOf } from '../read/engine';
import type { ItemResult, ItemResults } from './itemResults';

/** What became of an item, and the fields that expressions saw when it did: in a tool these are another item's. */
interface Note {
	result: ItemResult;
	seen: object | undefined;
}

/**
 * What a failed run of a node did to an item, by the item's data, and by what else tells the items apart: the execution and
 * the node, since the same data may come to another one, and the item's index, since two items may share their data.
 *
 * With *Retry On Fail* n8n runs the whole node again on the very same item objects. Since a run only leaves a note here
 * when it throws, which ends the execution otherwise, a note that is found means such a retry.
 */
const notes = new WeakMap<object, Map<string, Note>>();

const mayHaveReachedBraze = ({ outcome }: ItemResult): boolean =>
	outcome.kind === 'accepted' || outcome.kind === 'mayHaveBeenSent';

/** The note of each item: where it is kept, under which key, and the fields that expressions see. */
function placesOf(context: IExecuteFunctions) {
	const run = [context.getExecutionId(), context.getNode().id];
	const { itemAt } = engineOf(context);
	return context.getInputData().map(({ json }, itemIndex) => ({
		json,
		itemIndex,
		key: () => JSON.stringify([...run, itemIndex]),
		seen: itemAt(itemIndex),
	}));
}

type Place = ReturnType<typeof placesOf>[number];

function noteAt({ json, key, seen }: Place): ItemResult | undefined {
	const note = notes.get(json)?.get(key());
	return note?.seen === seen ? note?.result : undefined;
}

/** Keeps what must not be sent again when n8n runs the node another time on these items. */
export function rememberSent(context: IExecuteFunctions, results: ItemResults): void {
	for (const { json, itemIndex, key, seen } of placesOf(context)) {
		const result = results.get(itemIndex);
		if (!result || !mayHaveReachedBraze(result)) continue;
		const ofItem = notes.get(json) ?? new Map<string, Note>();
		notes.set(json, ofItem.set(key(), { result, seen }));
	}
}

/** @returns whether there is something to recall */
export const hasSentBefore = (context: IExecuteFunctions): boolean =>
	placesOf(context).some((place) => noteAt(place) !== undefined);

/** @returns what earlier tries of this run already sent, by item index; it is taken out of the notes */
export function recallSent(context: IExecuteFunctions): ItemResults {
	const recalled: ItemResults = new Map();
	for (const place of placesOf(context)) {
		const result = noteAt(place);
		if (!result) continue;
		recalled.set(place.itemIndex, result);
		notes.get(place.json)?.delete(place.key());
	}
	return recalled;
}
