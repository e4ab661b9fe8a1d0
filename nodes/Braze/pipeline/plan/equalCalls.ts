import type { Call } from '../call';
import { canonicalJson } from './canonicalJson';

/** Calls of a run, and how many of them ask for what an earlier one asks for already. */
export interface JoinedCalls {
	calls: Call[];
	/** Items that ask for the same message to the same users as an earlier item. */
	equal: number;
}

/**
 * Counts the calls that are equal to an earlier one in everything: the same message to the same users. Pure.
 *
 * @param skip whether such a call is made once, for all of its items; otherwise each stays
 */
export function joinEqualCalls(calls: Call[], skip: boolean): JoinedCalls {
	const kept: Call[] = [];
	/** Positions in `kept` by what names the users, which is cheaper to compare than all that they get. */
	const byUsers = new Map<string, number[]>();
	const textOf = callTexts();
	let equal = 0;
	for (const call of calls) {
		if (call.content.request.reachesUnnamedUsers) {
			kept.push(call);
			continue;
		}
		const users = call.entries.map(({ key }) => key).join('\n');
		const positions = byUsers.get(users) ?? [];
		byUsers.set(users, positions);
		const same = positions.find((position) => textOf(kept[position]) === textOf(call));
		if (same !== undefined) equal += 1;
		if (same !== undefined && skip) {
			const first = kept[same];
			kept[same] = { ...first, alsoServes: [...(first.alsoServes ?? []), call.itemIndex] };
			continue;
		}
		if (same === undefined) positions.push(kept.length);
		kept.push(call);
	}
	return { calls: kept, equal };
}

/** @returns a function that gives equal calls the same text; parts that calls share by reference are written out once */
function callTexts(): (call: Call) => string {
	const known = new WeakMap<object, string>();
	const once = (value: object, write: () => string): string => {
		const text = known.get(value) ?? write();
		known.set(value, text);
		return text;
	};
	return ({ content, entries }) =>
		once(entries, () => {
			const request = once(content.request, () => canonicalJson(content.request));
			return `${request}${canonicalJson(entries.map(({ list, wire }) => ({ list, wire })))}`;
		});
}
