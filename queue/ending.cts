/** Ends what a program has started, the last first, whatever way the program ends. */
export class Ending {
	private readonly steps: Array<() => Promise<unknown>> = [];

	/** Ends everything on Ctrl-C and on SIGTERM, too. */
	constructor() {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) {
			process.once(signal, () => {
				console.log('\nEnding what was started …');
				void this.now().finally(() => process.exit(1));
			});
		}
	}

	/** @param step ends one thing; safe to call where that has ended already */
	add(step: () => Promise<unknown>): void {
		this.steps.push(step);
	}

	/** Ends everything; a step that fails is told and keeps the others from nothing. */
	async now(): Promise<void> {
		for (let step = this.steps.pop(); step; step = this.steps.pop()) {
			await step().catch((error: unknown) => console.error(error));
		}
	}
}
