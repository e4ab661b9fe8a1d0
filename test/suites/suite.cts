import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Suites that the tests are dealt to, from the configuration of jest; files `N.suite.cts` for them stand beside this one. */
declare const SUITES: number;

/** Files that take longer than others, by rough seconds, waits among them: the suites should end together. */
const LONG: Record<string, number> = {
	'package/scan.test.cts': 12,
	'kinds/identifiers.test.cts': 15,
	'faults/raw.test.cts': 12,
	'faults/stop.test.cts': 8,
	'samples/success.test.cts': 7,
	'faults/network.test.cts': 7,
	'faults/cancel.test.cts': 7,
	'sandbox/faults.test.cts': 6,
	'faults/key.test.cts': 6,
	'answers/answers.test.cts': 6,
	'kinds/empty.test.cts': 5,
	'faults/plans.test.cts': 5,
	'engine/planGrowth.test.cts': 5,
	'engine/narrowing.test.cts': 5,
	'engine/answers.test.cts': 5,
	'trigger/events.test.cts': 4,
	'seeds/documents.test.cts': 4,
	'sandbox/schedules.test.cts': 4,
	'samples/samples.test.cts': 4,
	'kinds/choices.test.cts': 4,
	'examples/runs.test.cts': 4,
	'engine/users/repeat.test.cts': 4,
	'engine/segmentExport.test.cts': 4,
	'engine/plainPath.test.cts': 4,
	'engine/everyPicker.test.cts': 4,
	'description/labels.test.cts': 4,
	'description/display.test.cts': 4,
	'unit/read/leaves.test.cts': 3,
	'sandbox/views.test.cts': 3,
	'sandbox/http.test.cts': 3,
	'fuzz/fuzz.test.cts': 3,
	'engine/subscriptionGroups.test.cts': 3,
	'engine/pickers.test.cts': 3,
	'unit/read/splitText.test.cts': 2,
	'trigger/activation.test.cts': 2,
	'seeds/bodies.test.cts': 2,
	'sandbox/sender-content.test.cts': 2,
	'package/startUp.test.cts': 2,
	'kinds/paths.test.cts': 2,
	'examples/import.test.cts': 2,
	'engine/transactionalEmail.test.cts': 2,
	'engine/secrets.test.cts': 2,
	'engine/plan.test.cts': 2,
	'engine/operationFields.test.cts': 2,
	'engine/messages.test.cts': 2,
	'engine/catalogRepeat.test.cts': 2,
	'engine/catalogFields.test.cts': 2,
	'engine/batching.test.cts': 2,
	'engine/audienceFilters.test.cts': 2,
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
