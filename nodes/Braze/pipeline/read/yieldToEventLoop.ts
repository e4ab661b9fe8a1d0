import { sleep } from 'n8n-workflow';

/**
 * Longest that a run keeps the event loop to itself, in milliseconds. With shorter turns V8 collects garbage between them,
 * where it lets much of what expressions leave grow old: several times the memory (BENCHMARKS.md).
 */
const LONGEST_TURN_MS = 250;

/**
 * Lets others have the processor now and then: expressions of many items take minutes, in which n8n could not answer,
 * stop the execution, or tell its queue that this worker lives.
 */
export class Turn {
	private start = Date.now();

	isOver(): boolean {
		return Date.now() - this.start > LONGEST_TURN_MS;
	}

	/** Waits until the others had their turn. */
	async next(): Promise<void> {
		await sleep(0);
		this.start = Date.now();
	}
}
