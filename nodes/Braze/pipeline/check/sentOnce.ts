import { InvalidInput } from '../../schema/invalidInput';
import type { Call } from '../call';
import type { Part } from '../part';
import { canonicalJson } from '../plan/canonicalJson';

const sendOf = ({ content: { request, wire } }: Call): string =>
	canonicalJson([request.path, wire]);

/**
 * Items that share the key by which Braze sends once must ask for the same: of several different ones Braze would send the first,
 * and answer to all as if it had sent them.
 *
 * @returns what is wrong, by the item that asks for something else than an earlier one with its key
 */
export function sharedKeys(calls: Call[], parts: Part[]): Map<number, InvalidInput> {
	const wrong = new Map<number, InvalidInput>();
	for (const { sendsOnceBy } of parts) {
		if (!sendsOnceBy) continue;
		const { key, label } = sendsOnceBy;
		const firsts = new Map<unknown, Call>();
		for (const call of calls) {
			const { itemIndex, alsoServes = [], content } = call;
			const first = firsts.get(content.wire[key]);
			if (!first) firsts.set(content.wire[key], call);
			else if (sendOf(first) !== sendOf(call)) {
				const refused = new InvalidInput(
					label,
					`is that of item ${first.itemIndex}, which asks for another send: Braze would send only one of them`,
					'Give each item an ID of its own, or leave it empty so that one is made for each',
				);
				for (const item of [itemIndex, ...alsoServes]) wrong.set(item, refused);
			}
		}
	}
	return wrong;
}
