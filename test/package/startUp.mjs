/**
 * Loads what the command line names in a process of its own, as n8n does when it starts, and says what that cost: time of the
 * processor in milliseconds, memory in bytes without garbage, and bytes of code by folder. The first file is loaded before, and
 * its time is told apart.
 */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const [, , first, ...files] = process.argv;

function living() {
	globalThis.gc();
	return process.memoryUsage().heapUsed;
}

const start = process.cpuUsage();
require(first);
const { user: kernelUser, system: kernelSystem } = process.cpuUsage(start);
const known = new Set(Object.keys(require.cache));
const memoryBefore = living();
const before = process.cpuUsage();
// n8n makes one of each node and each credential; a library is only loaded
const loaded = files.map((file) => {
	const exported = require(file);
	return file.includes('node_modules')
		? exported
		: Object.values(exported).map((each) => new each());
});
const { user, system } = process.cpuUsage(before);
const bytes = living() - memoryBefore;

const code = {};
for (const file of Object.keys(require.cache)) {
	if (known.has(file) || file.includes('node_modules')) continue;
	const [folder] = /dist.(.*)$/.exec(path.dirname(file))?.slice(1) ?? ['.'];
	const name = folder.split(path.sep).slice(0, 3).join('/');
	code[name] = (code[name] ?? 0) + statSync(file).size;
}
process.stdout.write(
	JSON.stringify({
		kernelMilliseconds: (kernelUser + kernelSystem) / 1000,
		cpuMilliseconds: (user + system) / 1000,
		bytes,
		code,
		count: loaded.length,
	}),
);
