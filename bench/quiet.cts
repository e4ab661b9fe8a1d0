import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Share of the machine that other programs may take during a run whose time is to mean something. */
export const QUIET = 0.05;

const SAMPLE_MS = 500;

const LINUX_COUNTS = '/proc/stat';
/** Of one count of Linux. */
const TICK_MS = 10;

/** @returns milliseconds that a host gave to its other guests while this one wanted to work; 0 where that is not told */
function stolen(): number {
	if (!existsSync(LINUX_COUNTS)) return 0;
	const [, ticks = '0'] = /^cpu +(?:\d+ +){7}(\d+)/.exec(readFileSync(LINUX_COUNTS, 'utf8')) ?? [];
	return Number(ticks) * TICK_MS;
}

/** @returns milliseconds that all cores together were not idle since the machine started, whoever for */
export const machineBusy = (): number =>
	cpus().reduce(
		(sum, { times }) => sum + times.user + times.nice + times.sys + times.irq,
		stolen(),
	);

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
