import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Suites that the tests are dealt to, from the configuration of jest; files `N.suite.cts` for them stand beside this one. */
declare const SUITES: number;

/** Files that take longer than others, by rough seconds, waits among them: the suites should end together. */
const LONG: Record<string, number> = {
	'package/scan.test.cts': 12,
	'kinds/identifiers.test.cts': 12,
	'faults/raw.test.cts': 8,
	'faults/network.test.cts': 7,
	'faults/plans.test.cts': 7,
	'sandbox/schedules.test.cts': 5,
	'faults/cancel.test.cts': 5,
	'engine/planGrowth.test.cts': 5,
	'sandbox/http.test.cts': 5,
	'samples/success.test.cts': 5,
	'examples/runs.test.cts': 5,
	'engine/segmentExport.test.cts': 4,
	'faults/key.test.cts': 4,
	'faults/stop.test.cts': 4,
	'engine/everyPicker.test.cts': 4,
	'description/labels.test.cts': 4,
	'faults/file.test.cts': 4,
	'fuzz/fuzz.test.cts': 4,
	'kinds/choices.test.cts': 3,
	'engine/users/repeat.test.cts': 3,
	'samples/samples.test.cts': 3,
	'engine/plainPath.test.cts': 3,
	'engine/pickers.test.cts': 3,
	'seeds/documents.test.cts': 3,
	'kinds/empty.test.cts': 3,
	'sandbox/views.test.cts': 3,
	'sandbox/faults.test.cts': 3,
	'description/display.test.cts': 3,
	'engine/statisticsOfMessages.test.cts': 2,
	'engine/acceptedErrors.test.cts': 2,
	'engine/catalogRepeat.test.cts': 2,
	'sandbox/sender-content.test.cts': 2,
	'answers/answers.test.cts': 2,
	'package/startUp.test.cts': 2,
	'engine/batching.test.cts': 2,
	'engine/secrets.test.cts': 2,
	'trigger/activation.test.cts': 2,
	'engine/users/onlyChanged.test.cts': 2,
	'trigger/events.test.cts': 2,
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
	const own = dealt(files)[number - 1].sort();
	// files of one folder wait for the same things: each suite begins elsewhere, so that they do not all wait at once
	const first = Math.floor(((number - 1) * own.length) / SUITES);
	for (const file of [...own.slice(first), ...own.slice(0, first)]) {
		describe(file, () => {
			// eslint-disable-next-line @typescript-eslint/no-require-imports
			require(path.join(tests, file));
		});
	}
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
