/** The sandbox's time: runs on like the real one, from wherever it was set to. */
export class Clock {
	private offset: number;

	constructor(
		private readonly start: number | undefined,
		private readonly moved: () => void,
	) {
		this.offset = start === undefined ? 0 : start - Date.now();
	}

	/** Begins again where it was told to start, if it was; it sends nothing that would be due by that. */
	restart(): void {
		if (this.start !== undefined) this.offset = this.start - Date.now();
	}

	/** Epoch milliseconds. */
	now(): number {
		return Date.now() + this.offset;
	}

	/** Moves on by so many milliseconds; what was scheduled in between is sent before this returns. */
	advance(ms: number): void {
		this.offset += ms;
		this.moved();
	}

	/** Jumps to a moment; as advance. */
	set(epochMs: number): void {
		this.offset = epochMs - Date.now();
		this.moved();
	}
}
