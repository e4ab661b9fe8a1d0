import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

interface Scan {
	files: string[];
	tarball: { passed: boolean; details?: string };
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

test("n8n's scanner finds nothing in the packed tarball", () => {
	expect(scan.tarball).toEqual({ passed: true });
});

test('no source file turns off a rule of the scanner, which are those of the linter', () => {
	const root = path.join(__dirname, '../..');
	const sources = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => path.join(root, folder, file)),
	);
	expect(sources.length).toBeGreaterThan(300);
	const silenced = sources.filter((file) => /\beslint\b/.test(readFileSync(file, 'utf8')));
	expect(silenced).toEqual([]);
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
