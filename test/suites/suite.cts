import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Suites that the tests are dealt to, from the configuration of jest; files `N.suite.cts` for them stand beside this one. */
declare const SUITES: number;

/** Files that take longer than others, by rough seconds, waits among them: the suites should end together. */
const LONG: Record<string, number> = {
	'samples/success.test.cts': 13,
	'faults/plans.test.cts': 12,
	'engine/plainPath.test.cts': 6,
	'package/scan.test.cts': 6,
	'faults/raw.test.cts': 8,
	'description/labels.test.cts': 8,
	'fuzz/fuzz.test.cts': 7,
	'engine/planGrowth.test.cts': 6,
	'kinds/identifiers.test.cts': 6,
	'kinds/empty.test.cts': 5,
	'samples/samples.test.cts': 5,
	'samples/faults.test.cts': 5,
	'faults/network.test.cts': 5,
	'faults/stop.test.cts': 4,
	'faults/cancel.test.cts': 4,
	'sandbox/views.test.cts': 4,
	'unit/read/leaves.test.cts': 4,
	'unit/wireSize.test.cts': 3,
};
const USUAL = 0.5;

const tests = path.resolve(__dirname, '..');

/** Files that need a process of their own, with the suite that nothing else shares. */
const isTest = (file: string): boolean => file.endsWith('.test.cts');

/**
 * Loads the test files of a suite into one module registry, since loading n8n's engine anew for each file takes longer than
 * most of their tests.
 *
 * @param number of the suite, from 1
 */
export function runSuite(number: number): void {
	const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter(isTest).sort();
	dealt(files)
		[number - 1].sort()
		.forEach((file) => {
			describe(file, () => {
				// eslint-disable-next-line @typescript-eslint/no-require-imports
				require(path.join(tests, file));
			});
		});
}

/** @returns the files of each suite: the longest first, each to the suite that has the least to do so far */
function dealt(files: string[]): string[][] {
	const secondsOf = (file: string): number => LONG[file.split(path.sep).join('/')] ?? USUAL;
	const suites = Array.from({ length: SUITES }, () => ({ files: [] as string[], seconds: 0 }));
	for (const file of [...files].sort((a, b) => secondsOf(b) - secondsOf(a))) {
		const [lightest] = [...suites].sort((a, b) => a.seconds - b.seconds);
		lightest.files.push(file);
		lightest.seconds += secondsOf(file);
	}
	return suites.map((suite) => suite.files);
}
