import { sleep } from 'n8n-workflow';

/** Longest that a run keeps the event loop to itself, in milliseconds. */
const LONGEST_TURN_MS = 50;

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
