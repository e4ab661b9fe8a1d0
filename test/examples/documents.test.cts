import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { runExample } from '../../demo/examples.cts';
import { readExamples } from '../../demo/readExamples.cts';
import { reportOf } from '../../demo/report.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import { operationsTable, pickersTable } from '../../docs/tables.cts';
import { operations } from '../../nodes/Braze/endpoints/index.ts';

const root = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');
const documents = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'docs/scaling.md',
	'docs/trigger.md',
	'docs/verification.md',
];

/** The cells of the first column of the table under a heading. */
function firstColumn(heading: string): string[] {
	const section = readme.split(`\n## ${heading}\n`)[1].split('\n## ')[0];
	const rows = section.split('\n').filter((row) => row.startsWith('| '));
	return rows.slice(2).map((row) => row.split('|')[1].trim());
}

test.each(documents)('%s links to what is there', (file) => {
	const text = read(file);
	const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replace(/ /g, '-'),
	);
	const links = [...text.matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]+))?\)/g)];
	for (const [, target, anchor] of links) {
		const linked = path.join(root, path.dirname(file), target);
		expect({ target, exists: existsSync(linked) }).toEqual({ target, exists: true });
		if (target === '' && anchor !== undefined) expect(anchors).toContain(anchor);
	}
});

test('the README shows every example', () => {
	for (const { file } of readExamples()) expect(readme).toContain(`(examples/${file})`);
});

test('the transcript in the README is what the demo prints', async () => {
	const transcript = readme.split('```')[1].split('\n');
	const sandbox = await startSandbox();
	const examples = readExamples();
	const printed = new Set<string>();
	for (const [index, example] of examples.slice(0, 2).entries()) {
		const run = await runExample(sandbox, example);
		const number = `${index + 1}/${examples.length}`;
		for (const line of reportOf(run, number, sandbox.seed)) printed.add(line);
	}
	await sandbox.close();
	const start = transcript.findIndex((line) => line.startsWith('1/'));
	const end = transcript.findIndex((line) => line.startsWith('─'));
	const shown = transcript.slice(start, end).filter((line) => !line.startsWith(' [ … '));
	expect(shown.filter((line) => !printed.has(line))).toEqual([]);
	expect(shown).not.toHaveLength(0);
});

function sourceOf(folder: string): string {
	const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
	return files
		.filter((file) => file.endsWith('.ts'))
		.map((file) => read(path.join(folder, file)))
		.join('\n');
}

/** A table as text, however its columns are aligned. */
const unaligned = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

test('the tables of the README are made from the operations and the pickers: npm run tables', () => {
	expect(unaligned(readme)).toContain(unaligned(pickersTable()));
	expect(unaligned(readme)).toContain(unaligned(operationsTable()));
	for (const { endpoint } of operations) expect(readme).toContain(`\`${endpoint.permission}\``);
});

test('the messages under Troubleshooting are those of the node', () => {
	const source = sourceOf('nodes')
		.replaceAll('${done}', 'sent')
		.replace(/\$\{[^}]*\}/g, '…');
	const quoted = firstColumn('Troubleshooting').flatMap((cell) =>
		[...cell.matchAll(/`([^`]+)`/g)].map(([, message]) => message),
	);
	expect(quoted.length).toBeGreaterThan(20);
	for (const message of quoted) {
		// a label stands before its message in quotes; numbers come from the run
		const words = message.replace(/^.*' /, '').replace(/\(\d+\)|item 0|at most 50/g, '…');
		for (const part of words.split('…').map((each) => each.trim())) {
			expect({ message, known: source.includes(part) }).toEqual({ message, known: true });
		}
	}
});
