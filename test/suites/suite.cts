import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Suites that the tests are dealt to, from the configuration of jest; files `N.suite.cts` for them stand beside this one. */
declare const SUITES: number;

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
	files
		.filter((_file, index) => index % SUITES === number - 1)
		.forEach((file) => {
			describe(file, () => {
				// eslint-disable-next-line @typescript-eslint/no-require-imports
				require(path.join(tests, file));
			});
		});
}
