/** Four times the work takes four times as long where it grows with the number alone, and sixteen times where with its square. */
export const MOST_GROWTH = 12;

const RUNS = 3;

/** @returns the least milliseconds of the processor that a piece of work took: whoever else has it meanwhile only adds to that */
function least(work: () => unknown): number {
	const times = Array.from({ length: RUNS }, () => {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	});
	return Math.min(...times);
}

/**
 * @param prepare gives the work for a number of things; what it does before is not counted
 * @returns how many times as long the work for four times as many takes, which does not depend on the machine
 */
export function growthOf(count: number, prepare: (count: number) => () => unknown): number {
	const [few, many] = [prepare(count), prepare(4 * count)];
	few();
	return least(many) / least(few);
}
