import type { IDataObject } from 'n8n-workflow';

import { canonicalJson } from '../pipeline/plan/canonicalJson';
import type { Call } from '../pipeline/call';
import { labelIn } from '../pipeline/part';
import type { Part } from '../pipeline/part';
import { isAbsent, joinObjects } from '../schema/convert';
import { InvalidInput } from '../schema/invalidInput';
import { sha256 } from '../schema/sha256';

/**
 * Parts whose request carries a key by which Braze tells a repeat from a new send.
 *
 * Where the form gives none, it is made from the run of the node, the item and the content: equal whenever the same run of the node
 * sends the same item again, after a fault or with *Retry On Fail*, and another for every other item, turn of a loop, node, call of a
 * tool and execution.
 *
 * @param key under which the request carries it
 * @param label what the form calls it
 */
export const withIdempotencyKey = (
	{ key, label }: { key: string; label: string },
	...parts: Part[]
): Part => ({
	describe: (show) => parts.flatMap((part) => part.describe(show)),
	write: (parameters, writing) => {
		const wire = parts.reduce<IDataObject>((joined, part) => {
			const written = part.write?.(parameters, writing).wire;
			return written ? joinObjects(joined, written, 'Additional JSON') : joined;
		}, {});
		if (!isAbsent(wire[key])) return { wire };
		// from here on the request is this item's own, even where its content is that of another
		parameters.inputFields();
		const source = [writing.runKey?.() ?? '', parameters.itemIndex, wire];
		return { wire: { ...wire, [key]: `n8n-${sha256(canonicalJson(source))}` } };
	},
	check: (content) => {
		for (const part of parts) part.check?.(content);
	},
	labelOf: (name) => labelIn(parts, name),
	checkRun: (calls) => otherSends(calls, key, label),
	takesLiquid: parts.some(({ takesLiquid }) => takesLiquid),
});

const sendOf = ({ content: { request, wire } }: Call): string =>
	canonicalJson([request.path, wire]);

/**
 * Of several different sends with one key Braze would do the first, and answer to all as if it had done them.
 *
 * @returns the calls that ask for something else than an earlier one with their key
 */
function otherSends(calls: Call[], key: string, label: string): Map<Call, InvalidInput> {
	const wrong = new Map<Call, InvalidInput>();
	const firsts = new Map<unknown, Call>();
	for (const call of calls) {
		const given = call.content.wire[key];
		const first = firsts.get(given);
		if (!first) firsts.set(given, call);
		else if (sendOf(first) !== sendOf(call)) {
			const problem = `is that of item ${first.itemIndex}, which asks for another send: Braze would send only one of them`;
			const advice =
				'Give each item an ID of its own, or leave it empty so that one is made for each';
			wrong.set(call, new InvalidInput(label, problem, advice));
		}
	}
	return wrong;
}
