import type { NodeExecutionHint } from 'n8n-workflow';

/** What the form's parts tell a person, each with the items that it is about; undefined stands for all of them. */
export type ItemHints = Map<string, Set<number> | undefined>;

/** Takes note of a hint; an item that fails later takes its own hints along. */
export function noteHint(hints: ItemHints, message: string, itemIndex: number | undefined): void {
	const known = hints.get(message);
	if (itemIndex === undefined) hints.set(message, undefined);
	else if (known) known.add(itemIndex);
	else if (!hints.has(message)) hints.set(message, new Set([itemIndex]));
}

/** @returns one hint for each message, without those about items alone of which nothing goes out */
export function itemHints(
	hints: ItemHints,
	failures: ReadonlyMap<number, Error>,
	itemCount: number,
): NodeExecutionHint[] {
	if (failures.size >= itemCount) return [];
	return [...hints]
		.filter(([, items]) => !items || [...items].some((itemIndex) => !failures.has(itemIndex)))
		.map(([message]) => ({ message, type: 'warning', location: 'outputPane' }));
}
