import { startSandbox } from '../sandbox/sandbox.cts';
import { runExample } from './examples.cts';
import { readExamples } from './readExamples.cts';
import type { ExampleRun } from './examples.cts';
import { reportOf, summaryOf } from './report.cts';

const print = (lines: string[]): void => console.log(lines.join('\n'));

/** Runs every workflow of `examples/` in n8n's engine against a local Braze, and prints what came of it. */
async function main(): Promise<void> {
	const start = Date.now();
	const sandbox = await startSandbox();
	const examples = readExamples();
	print([
		`A local Braze runs on ${sandbox.url}; n8n's engine runs ${examples.length} workflows against it.`,
		'Braze fills in what stands in {{ }} when it sends.',
	]);
	const runs: ExampleRun[] = [];
	for (const [index, example] of examples.entries()) {
		const run = await runExample(sandbox, example);
		runs.push(run);
		print(reportOf(run, `${index + 1}/${examples.length}`, sandbox.seed));
	}
	await sandbox.close();
	print(summaryOf(runs, (Date.now() - start) / 1000));
	const failed = runs.some(({ failures }) => failures.length > 0);
	process.exitCode = failed ? 1 : 0;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
