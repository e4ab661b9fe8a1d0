const base = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	...base,
	testMatch: ['<rootDir>/e2e/**/*.e2e.cts'],
	globalSetup: '<rootDir>/e2e/setup.cts',
	globalTeardown: '<rootDir>/e2e/teardown.cts',
	setupFilesAfterEnv: ['<rootDir>/e2e/retry.cts'],
	testTimeout: 480_000,
	maxWorkers: 1,
};
