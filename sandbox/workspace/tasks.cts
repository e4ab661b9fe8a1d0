/** What Braze does some time after it took a request. */
export class Tasks {
	private readonly waiting: Array<{ at: number; run: () => void }> = [];

	/** @param at sandbox time in epoch milliseconds */
	add(at: number, run: () => void): void {
		this.waiting.push({ at, run });
	}

	/** Does what became due, in the order of its time. */
	runDue(now: number): void {
		const due = this.waiting
			.filter(({ at }) => at <= now)
			.sort((left, right) => left.at - right.at);
		for (const task of due) {
			this.waiting.splice(this.waiting.indexOf(task), 1);
			task.run();
		}
	}

	/** When the next one is due; undefined where nothing waits. */
	nextAt(): number | undefined {
		return this.waiting.length === 0 ? undefined : Math.min(...this.waiting.map(({ at }) => at));
	}
}
