const base = require('./jest.config.cjs');

// Whole runs load the tests in one suite; `npm run test:e2e -- audience` runs a file on its own.
const [, , ...given] = process.argv;
const namesFiles = given.some(
	(argument, index) =>
		!argument.startsWith('-') && !['--config', '-t'].includes(given[index - 1] ?? ''),
);

/** @type {import('jest').Config} */
module.exports = {
	...base,
	testMatch: [namesFiles ? '<rootDir>/e2e/*.e2e.cts' : '<rootDir>/e2e/whole.suite.cts'],
	globalSetup: '<rootDir>/e2e/setup.cts',
	globalTeardown: '<rootDir>/e2e/teardown.cts',
	setupFilesAfterEnv: ['<rootDir>/e2e/afterEnv.cts'],
	testTimeout: 480_000,
	maxWorkers: 1,
};
