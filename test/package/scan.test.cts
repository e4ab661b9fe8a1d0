import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

interface Scan {
	files: string[];
	tarball: { passed: boolean; details?: string };
	sources: { passed: boolean; details?: string };
}

const packageJson = require('../../package.json') as {
	dependencies?: object;
	n8n: { nodes: string[]; credentials: string[] };
};

let scan: Scan;

/** Begins when the file is loaded and goes on beside the tests of other files. */
const scanning = promisify(execFile)(process.execPath, [path.join(__dirname, 'scan.mjs')], {
	// in a test environment n8n's lint plugin takes every file for its own fixtures
	env: { ...process.env, NODE_ENV: 'production' },
}).then(
	({ stdout }) => JSON.parse(stdout) as Scan,
	(error: Error) => error,
);

beforeAll(async () => {
	const result = await scanning;
	if (result instanceof Error) throw result;
	scan = result;
}, 120_000);

test("n8n's scanner finds nothing in the packed tarball and in the sources", () => {
	expect(scan.tarball).toEqual({ passed: true });
	expect(scan.sources).toEqual({ passed: true });
});

test('the tarball holds what package.json lists, and nothing that only development needs', () => {
	const files = scan.files.map((file) => file.replace('package/', ''));
	expect(files).toEqual(
		expect.arrayContaining([
			'README.md',
			'LICENSE',
			'dist/icons/braze.svg',
			'dist/icons/braze.dark.svg',
			'dist/nodes/Braze/Braze.node.json',
			'dist/nodes/BrazeTrigger/BrazeTrigger.node.json',
			...packageJson.n8n.nodes,
			...packageJson.n8n.credentials,
		]),
	);
	const allowed = /^(dist\/|README\.md$|LICENSE$|package\.json$|index\.js$)/;
	expect(files.filter((file) => !allowed.test(file))).toEqual([]);
});

test('nothing is a runtime dependency', () => {
	expect(packageJson.dependencies ?? {}).toEqual({});
});
