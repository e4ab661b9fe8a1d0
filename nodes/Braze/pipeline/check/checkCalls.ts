import type { Call, Content } from '../call';
import type { Endpoint } from '../operation';
import { inWords } from '../read/readCalls';
import type { Reading } from '../read/readCalls';
import { yieldToEventLoop } from '../read/yieldToEventLoop';
import { checkPath } from './paths';
import { checkBodyBytes, wireBytes } from './wireSize';

/**
 * Holds every call against what Braze documents, before anything is sent.
 * A request that items share is checked once.
 *
 * @returns the good calls, and all failures so far by item
 */
export async function checkCalls(
	{ calls, failures }: Reading,
	endpoint: Endpoint,
): Promise<Reading> {
	const checked = new Set<Content>();
	const good: Call[] = [];
	const bad = new Map(failures);
	const refuse = (call: Call, error: Error): void => {
		for (const itemIndex of [call.itemIndex, ...(call.alsoServes ?? [])]) {
			bad.set(itemIndex, inWords(error));
		}
	};
	const othersTurn = yieldToEventLoop();
	for (const call of calls) {
		const turn = othersTurn();
		if (turn) await turn;
		try {
			good.push(checkedCall(call, endpoint, checked));
		} catch (error) {
			refuse(call, error as Error);
		}
	}
	const clashes = new Map(endpoint.parts.flatMap((part) => [...(part.checkRun?.(good) ?? [])]));
	clashes.forEach((error, call) => refuse(call, error));
	const left = clashes.size === 0 ? good : good.filter((call) => !clashes.has(call));
	return { calls: left, failures: new Map([...bad].sort(([a], [b]) => a - b)) };
}

function checkedCall(call: Call, { parts }: Endpoint, checked: Set<Content>): Call {
	const { content, entries } = call;
	if (!checked.has(content)) {
		for (const part of parts) part.check?.(content);
		checkPath(content, parts);
		content.bytes = wireBytes(content.request.body);
		checked.add(content);
	}
	for (const part of parts) part.checkEntries?.(call);
	call.entryBytes = entries.reduce((sum, { wire }) => sum + wireBytes(wire, labelOf(wire)) + 1, 0);
	checkBodyBytes(content.bytes + call.entryBytes);
	return call;
}

/** The keys of an entry say themselves what they are; a text alone has none. */
const labelOf = (wire: unknown): string => (typeof wire === 'string' ? 'Entry' : '');
