import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import manifest from '../../package.json';

/** Processes of which the median counts. */
const RUNS = 3;
const MB = 1024 * 1024;

/** What loading the package may add to the memory of an n8n. */
const MOST_MB = 5;
/** Most time of the processor, as a share of what n8n-workflow alone takes to load on the same machine in the same minute. */
const MOST_OF_KERNEL = 0.75;

interface Cost {
	/** What n8n-workflow took before. */
	kernelMilliseconds: number;
	cpuMilliseconds: number;
	bytes: number;
	/** Bytes of code by folder. */
	code: Record<string, number>;
}

/** Code by folder when it was last looked at; `UPDATE_FORM=1 npx jest test/package/startUp` writes it anew. */
const file = path.join(__dirname, 'startUp.json');

const root = path.join(__dirname, '../..');
const kernel = require.resolve('n8n-workflow');
const { nodes, credentials } = manifest.n8n;
const own = [...nodes, ...credentials].map((each) => path.join(root, each));

/** @returns what loading the package costs where n8n-workflow is loaded already, as it is in every n8n */
async function load(): Promise<Cost> {
	const script = path.join(__dirname, 'startUp.mjs');
	const { stdout } = await promisify(execFile)(process.execPath, [
		'--expose-gc',
		script,
		kernel,
		...own,
	]);
	return JSON.parse(stdout) as Cost;
}

const median = (values: number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns folders whose code has grown since it was last looked at, the most first */
function grown(now: Record<string, number>): string[] {
	const before = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>)
		: {};
	return Object.entries(now)
		.map(([name, bytes]): [string, number] => [name, bytes - (before[name] ?? 0)])
		.filter(([, more]) => more > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([name, more]) => `${name}: +${more} bytes of code`);
}

test('loading the package adds little to the start of an n8n', async () => {
	const runs = await Promise.all(Array.from({ length: RUNS }, load));
	const [first] = runs;
	if (process.env.UPDATE_FORM === '1') {
		writeFileSync(file, `${JSON.stringify(first.code, null, '\t')}\n`);
	}
	const ourTime = median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds));
	const theirTime = median(runs.map(({ kernelMilliseconds }) => kernelMilliseconds));
	const megabytes = median(runs.map(({ bytes }) => bytes)) / MB;
	const told = [
		`${Math.round(ourTime)} ms of the processor where n8n-workflow takes ${Math.round(theirTime)} ms`,
		`${megabytes.toFixed(1)} MB of memory`,
	];
	const isSmall = ourTime / theirTime < MOST_OF_KERNEL && megabytes < MOST_MB;
	expect(isSmall ? [] : [...told, ...grown(first.code)]).toEqual([]);
}, 120_000);
