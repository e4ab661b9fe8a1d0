import { parseArgs } from 'node:util';
import { readSeed, startSandbox } from './sandbox.cts';
import { VIEWS } from './views.cts';

const USAGE = 'npm run sandbox -- [--port N] [--seed FILE]';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '0' },
			seed: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return console.log(USAGE);
	if (!/^\d+$/.test(values.port)) throw new Error(`--port must be a number. ${USAGE}`);
	const sandbox = await startSandbox({ port: Number(values.port), seed: readSeed(values.seed) });
	console.log(`Braze sandbox on ${sandbox.url}\n\nREST API keys:`);
	for (const { name, key } of sandbox.seed.keys) console.log(`  ${key}  (${name})`);
	console.log('\nWhere to look:');
	for (const [view, what] of Object.entries(VIEWS)) {
		const [method, path] = view.split(' ');
		console.log(`  ${method.padEnd(4)} ${sandbox.url}${path}  ${what}`);
	}
	console.log('\nCtrl-C closes it.');
	process.once('SIGINT', () => void sandbox.close());
	process.once('SIGTERM', () => void sandbox.close());
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
