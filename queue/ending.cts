/** Ends what a program has started, the last first. */
export class Ending {
	private readonly steps: Array<() => Promise<unknown>> = [];
	private isOver = false;

	/** @param step ends one thing; safe to call where that has ended already */
	add(step: () => Promise<unknown>): void {
		this.steps.push(step);
		// what was on its way when everything ended
		if (this.isOver) void this.now();
	}

	/** Ends everything; a step that fails is told and keeps the others from nothing. */
	async now(): Promise<void> {
		this.isOver = true;
		for (let step = this.steps.pop(); step; step = this.steps.pop()) {
			await step().catch((error: unknown) => console.error(error));
		}
	}
}
