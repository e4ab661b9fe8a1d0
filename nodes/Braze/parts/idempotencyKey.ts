import type { IDataObject } from 'n8n-workflow';

import { canonicalJson } from '../pipeline/plan/canonicalJson';
import { labelIn } from '../pipeline/part';
import type { Part } from '../pipeline/part';
import { isAbsent, joinObjects } from '../schema/convert';
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
	{ key, label }: NonNullable<Part['sendsOnceBy']>,
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
	sendsOnceBy: { key, label },
	takesLiquid: parts.some(({ takesLiquid }) => takesLiquid),
});
