const base = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	...base,
	testMatch: ['<rootDir>/e2e/**/*.e2e.cts'],
	testTimeout: 240_000,
	maxWorkers: 1,
};
