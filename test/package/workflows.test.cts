import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((file): [string, string] => [
	file,
	readFileSync(path.join(folder, file), 'utf8'),
]);

/** What a line says behind a key, wherever it stands. */
const saidOf = (text: string, key: string): string[] =>
	[...text.matchAll(new RegExp(`^ *(?:- )?${key}: *(.*)$`, 'gm'))].map(([, said]) => said.trim());

/** The head of a workflow, and each of its jobs. */
function partsOf(text: string): { head: string; jobs: string[] } {
	const [head, jobs] = text.split(/^jobs:$/m);
	return { head, jobs: jobs.split(/^ {2}(?=\w+:$)/m).slice(1) };
}

const isPublishing = (job: string): boolean =>
	saidOf(job, 'run').some((run) => run.startsWith('npm publish'));

describe.each(workflows)('%s', (_file, text) => {
	const { head, jobs } = partsOf(text);

	test('takes every action at the commit that was looked at', () => {
		const used = saidOf(text, 'uses');
		expect(used.length).toBeGreaterThan(0);
		for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
	});

	test('may read and no more where a job says nothing else', () => {
		expect(head).toMatch(/^permissions:\n {2}contents: read\n+$/m);
		expect(head).not.toContain('write');
	});

	test('lets no job speak for the repository but the one that publishes', () => {
		expect(jobs.length).toBeGreaterThan(0);
		for (const job of jobs) {
			const permitted = /^ {4}permissions:\n((?: {6}.*\n)*)/m.exec(job)?.[1].trim();
			expect(permitted).toBe(isPublishing(job) ? 'id-token: write' : undefined);
		}
	});
});

test('beside that permission runs nothing of the package, and nothing that it was built with', () => {
	const publishing = workflows.flatMap(([, text]) => partsOf(text).jobs.filter(isPublishing));
	expect(publishing).toHaveLength(1);
	expect(saidOf(publishing[0], 'run')).toEqual([
		expect.stringMatching(/^npm publish .*--ignore-scripts$/),
	]);
});
