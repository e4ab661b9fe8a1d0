/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.cts'],
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
	testTimeout: 30_000,
	maxWorkers: '100%',
};
