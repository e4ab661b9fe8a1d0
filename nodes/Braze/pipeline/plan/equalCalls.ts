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
	/** By what names the users, which is cheaper to compare than all that they get. */
	const byUsers = new Map<string, SameUsers>();
	/** The further items of a kept call, by its position. */
	const served = new Map<number, number[]>();
	const textOf = callTexts();
	let equal = 0;
	for (const call of calls) {
		if (call.content.request.reachesUnnamedUsers) {
			kept.push(call);
			continue;
		}
		const users = usersOf(call);
		const known = byUsers.get(users);
		if (!known) {
			byUsers.set(users, { first: { call, position: kept.length } });
			kept.push(call);
			continue;
		}
		known.positions ??= new Map([[textOf(known.first.call), known.first.position]]);
		const same = known.positions.get(textOf(call));
		if (same !== undefined) equal += 1;
		if (same !== undefined && skip) {
			let others = served.get(same);
			if (!others) {
				others = [...(kept[same].alsoServes ?? [])];
				served.set(same, others);
				kept[same] = { ...kept[same], alsoServes: others };
			}
			others.push(call.itemIndex);
			continue;
		}
		if (same === undefined) known.positions.set(textOf(call), kept.length);
		kept.push(call);
	}
	return { calls: kept, equal };
}

const usersOf = ({ entries }: Call): string =>
	entries.length === 1 ? (entries[0].key ?? '') : entries.map(({ key }) => key).join('\n');

/** The calls to the same users. */
interface SameUsers {
	first: { call: Call; position: number };
	/** Positions among the calls that are kept, by the text of the call; absent as long as the first call is the only one. */
	positions?: Map<string, number>;
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
