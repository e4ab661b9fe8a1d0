// Runs the analysis of n8n's own scanner, which otherwise needs a published package, on a packed tarball.
// Prints one JSON object: { files: names, tarball: result }.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(path.join(tmpdir(), 'packed-'));
try {
	execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
		cwd: root,
	});
	const [tarball] = readdirSync(folder);
	execFileSync('tar', ['-xzf', tarball], { cwd: folder });
	const result = {
		files: execFileSync('tar', ['-tzf', tarball], { cwd: folder, encoding: 'utf8' })
			.trim()
			.split('\n'),
		tarball: await analyzePackage(path.join(folder, 'package')),
	};
	console.log(JSON.stringify(result));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
