const { availableParallelism } = require('node:os');

// Whole runs load the tests in a few suites; `npx jest test/engine/plan` runs a file on its own.
const namesFiles = process.argv.slice(2).some((argument) => !argument.startsWith('-'));

/** All run at once, one more than there are processors since some tests wait; each loads n8n's engine; there are four files for them. */
const suites = Math.min(4, availableParallelism() + 1);

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: [
		namesFiles ? '<rootDir>/test/**/*.test.cts' : `<rootDir>/test/suites/[1-${suites}].suite.cts`,
	],
	globals: { SUITES: suites },
	moduleFileExtensions: ['cts', 'ts', 'js', 'cjs', 'mjs', 'json', 'node'],
	transform: {
		'^.+\\.c?ts$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	modulePathIgnorePatterns: [
		'<rootDir>/playground/',
		'<rootDir>/queue/data/',
		'<rootDir>/bench/node_modules/',
	],
	setupFiles: ['<rootDir>/test/plainStacks.cts'],
	testTimeout: 30_000,
	maxWorkers: suites,
};
