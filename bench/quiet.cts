import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Share of the machine that other programs may take during a run whose time is to mean something. */
export const QUIET = 0.05;

const SAMPLE_MS = 500;

/** @returns milliseconds that all cores together have worked since the machine started, whoever for */
export const machineBusy = (): number =>
	cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);

/** @returns the share of the machine that so many milliseconds of work are */
export const shareOfMachine = (busy: number, milliseconds: number): number =>
	Math.max(0, busy / (milliseconds * cpus().length));

/** Waits for a moment in which next to nothing runs, but not for ever. */
export async function waitForQuiet(longestSeconds: number): Promise<void> {
	const end = performance.now() + longestSeconds * 1000;
	while (performance.now() < end) {
		const before = machineBusy();
		await sleep(SAMPLE_MS);
		if (shareOfMachine(machineBusy() - before, SAMPLE_MS) <= QUIET) return;
	}
}
