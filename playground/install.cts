import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { N8nInstallation } from './n8nServer.cts';

const root = path.resolve(__dirname, '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const run = (args: string[], cwd: string): void => {
	execFileSync(npm, args, { cwd, stdio: 'inherit' });
};

/** @returns the Node.js that npm brought along for n8n, or the one that runs this */
export function nodeOf(directory: string): string {
	const bundled = ['linux-x64', 'linux-arm64', 'win-x64']
		.map((platform) => path.join(directory, 'node_modules', `node-${platform}`, 'bin', 'node'))
		.find((file) => existsSync(file));
	return bundled ?? process.execPath;
}

/**
 * Installs the pinned n8n of a folder where that has not happened yet.
 *
 * @param directory holds package.json and package-lock.json
 */
export function installN8n(directory: string): N8nInstallation {
	const marker = path.join(directory, 'node_modules', '.installed');
	if (!existsSync(marker)) {
		console.log('Installing n8n: about 3 GB and 5 minutes, once.');
		run(['ci', '--no-audit', '--no-fund'], directory);
		console.log('Building the SQLite driver for n8n: about 2 minutes, once.');
		run(['rebuild', 'sqlite3', '--ignore-scripts=false'], directory);
		writeFileSync(marker, '');
	}
	return { directory, node: nodeOf(directory) };
}

/**
 * Packs the node as it would be published and installs the package as n8n installs community packages:
 * from a tarball, into the `nodes` folder of n8n's data, without scripts and peer dependencies.
 *
 * @param dataDirectory n8n's user folder
 */
export function installNode(dataDirectory: string): void {
	const nodesDirectory = path.join(dataDirectory, '.n8n', 'nodes');
	mkdirSync(nodesDirectory, { recursive: true });
	for (const file of readdirSync(nodesDirectory).filter((name) => name.endsWith('.tgz'))) {
		rmSync(path.join(nodesDirectory, file));
	}
	execFileSync(npm, ['pack', '--silent', '--pack-destination', nodesDirectory], { cwd: root });
	const [tarball] = readdirSync(nodesDirectory).filter((name) => name.endsWith('.tgz'));
	rmSync(path.join(nodesDirectory, 'node_modules'), { recursive: true, force: true });
	writeFileSync(
		path.join(nodesDirectory, 'package.json'),
		'{ "private": true, "dependencies": {} }',
	);
	execFileSync(
		npm,
		[
			'install',
			`./${tarball}`,
			'--ignore-scripts',
			'--legacy-peer-deps',
			'--no-audit',
			'--no-fund',
		],
		{ cwd: nodesDirectory, stdio: 'ignore' },
	);
}
