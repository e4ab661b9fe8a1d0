import { sleep } from 'n8n-workflow';

/**
 * Longest that a run keeps the event loop to itself, in milliseconds. With shorter turns V8 collects garbage between them,
 * where it lets much of what expressions leave grow old: several times the memory (BENCHMARKS.md).
 */
const LONGEST_TURN_MS = 250;

/**
 * Lets others have the processor now and then: expressions of many items take minutes, in which n8n could not answer,
 * stop the execution, or tell its queue that this worker lives.
 *
 * @returns a function to await between two items; it waits only where the turn is over
 */
export function yieldToEventLoop(): () => Promise<void> | undefined {
	let start = Date.now();
	return () => {
		if (Date.now() - start <= LONGEST_TURN_MS) return undefined;
		return sleep(0).then(() => {
			start = Date.now();
		});
	};
}
