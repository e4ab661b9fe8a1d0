import { InvalidInput } from '../../schema/invalidInput';
import type { Call } from '../call';
import { canonicalJson } from '../plan/canonicalJson';
import { allowSeveralBroadcasts } from '../read/optionFields';
import { targetOf } from '../request';
import type { BrazeRequest } from '../request';

/**
 * Requests that reach everyone in the same campaign or Canvas, segment and audience must be one and the same in a run: a
 * difference is most often a field that an expression fills anew for each item, and everybody would get the message several times.
 *
 * @throws InvalidInput where they are several, unless that is allowed
 */
export function checkBroadcasts(calls: Call[], { allowSeveral }: { allowSeveral: boolean }): void {
	if (allowSeveral) return;
	const firstTo = new Map<string, { itemIndex: number; text: string }>();
	const known = new WeakMap<BrazeRequest, string>();
	for (const { itemIndex, content } of calls) {
		const { request } = content;
		if (!request.reachesUnnamedUsers || known.has(request)) continue;
		const text = canonicalJson(request);
		known.set(request, text);
		const target = canonicalJson([request.path, targetOf(request)]);
		const first = firstTo.get(target);
		if (!first) {
			firstTo.set(target, { itemIndex, text });
		} else if (first.text !== text) {
			throw new InvalidInput(
				'Broadcast',
				`differs between item ${first.itemIndex} and item ${itemIndex}, though both reach the same people`,
				`Let every field give the same for all items, or turn on the option ${allowSeveralBroadcasts.displayName}; nothing was sent`,
			);
		}
	}
}
