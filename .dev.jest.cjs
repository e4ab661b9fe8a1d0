const base = require('./jest.e2e.config.cjs');
module.exports = { ...base, rootDir: __dirname, globalSetup: undefined, globalTeardown: undefined, setupFilesAfterEnv: [__dirname + '/.dev.setup.cjs'], testTimeout: 200000, bail: 0 };
