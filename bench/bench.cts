/**
 * What it costs to trigger a campaign for many users from n8n, with this node and in other ways. Needs the built package.
 *
 * --quick                  1,000 and 10,000 items at 20 ms
 * --lists [pieces]         instead of triggers, lists of everything: all pieces one after the other, or those that are named;
 *                          with --quick 10,000 items of this node and the bare script alone
 * --prove [examples]       instead of measuring, prove in both expression engines that plain paths are read as they evaluate them
 * --only, --engine, --items, --latency, --concurrency    one value or several with commas
 * --runs                   times that each is measured (3)
 * --retries                times that a run is repeated because other programs disturbed it (5)
 * --heap MB                most that a measured process may take for objects; without it V8 leaves garbage lying for long
 * --profile DIRECTORY      leave a CPU profile of every run there
 */
import { cpus, totalmem } from 'node:os';
import { once } from 'node:events';
import { parseArgs } from 'node:util';

import { concurrency } from '../nodes/Braze/pipeline/read/optionFields.ts';
import { caseNames } from './cases.cts';
import type { CaseName } from './cases.cts';
import type { Engine } from './expressionEngine.cts';
import { pieceNames, pieces } from './lists/pieces.cts';
import type { Piece } from './lists/pieces.cts';
import { measure } from './measure.cts';
import type { Plan, Result } from './measure.cts';
import { BenchServer, install, nodeVersion, start } from './processes.cts';
import { tableOf } from './table.cts';
import { listVerdicts, verdicts } from './targets.cts';
import type { Verdict } from './targets.cts';

const ENGINES: Engine[] = ['legacy', 'vm'];
const DEFAULT_EXAMPLES = 300;
const RUNS = 3;
const RETRIES = 5;
const GB = 1024 ** 3;

const { values: flags, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		lists: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		prove: { type: 'boolean', default: false },
		only: { type: 'string' },
		engine: { type: 'string' },
		items: { type: 'string' },
		latency: { type: 'string' },
		concurrency: { type: 'string' },
		runs: { type: 'string' },
		retries: { type: 'string' },
		heap: { type: 'string' },
		profile: { type: 'string' },
	},
});

/** @returns the choices of a flag, all of them where it is absent */
function chosen<T extends string>(flag: string | undefined, all: T[]): T[] {
	const given = flag?.split(',') ?? all;
	const unknown = given.find((each) => !all.includes(each as T));
	if (unknown !== undefined) throw new Error(`${unknown} is none of ${all.join(', ')}`);
	return given as T[];
}

const numbers = (flag: string | undefined, fallback: number[]): number[] =>
	flag?.split(',').map(Number) ?? fallback;

type Measuring = Pick<Plan, 'runs' | 'retries' | 'nodeOptions'>;

const measuring = (): Measuring => ({
	runs: Number(flags.runs ?? RUNS),
	retries: Number(flags.retries ?? RETRIES),
	nodeOptions: [
		...(flags.heap ? [`--max-old-space-size=${flags.heap}`] : []),
		...(flags.profile ? ['--cpu-prof', `--cpu-prof-dir=${flags.profile}`] : []),
	],
});

const plan = (): Plan => ({
	names: chosen<CaseName>(flags.only, caseNames),
	engines: chosen(flags.engine, ENGINES),
	items: numbers(flags.items, [1_000, 10_000, ...(flags.quick ? [] : [100_000])]),
	latencies: numbers(flags.latency, [20, ...(flags.quick ? [] : [0])]),
	concurrencies: numbers(flags.concurrency, [concurrency.default as number]),
	...measuring(),
});

/** @returns what a piece measures: in the engine that an n8n has by default */
function planOf({ cases, items, concurrencies }: Piece): Plan {
	const all = Object.keys(cases);
	const quick = all.filter(
		(name) => name.endsWith('Script') || name.endsWith('Helper') || cases[name].mostTimesFloor,
	);
	return {
		names: chosen<CaseName>(flags.only, flags.quick ? quick : all),
		engines: chosen(flags.engine, ['vm']),
		items: numbers(flags.items, flags.quick ? items.slice(0, 1) : items),
		latencies: numbers(flags.latency, [20]),
		concurrencies: numbers(flags.concurrency, concurrencies),
		...measuring(),
	};
}

function tell(all: Verdict[]): void {
	for (const { target, figure, isMet } of all) {
		console.log(`- ${isMet ? 'met' : 'MISSED'}: ${target}: ${figure}`);
	}
	console.log('');
}

async function bench(): Promise<void> {
	const server = await BenchServer.start();
	const { model } = cpus()[0];
	const memory = Math.round(totalmem() / GB);
	console.log(`${cpus().length} cores (${model.trim()}), ${memory} GB, Node ${nodeVersion()}\n`);
	const print = (result: Result): void => console.log(tableOf(result));
	if (!flags.lists) tell(verdicts(await measure(server, plan(), print)));
	for (const name of flags.lists ? chosen(positionals.join() || undefined, pieceNames) : []) {
		const started = Date.now();
		console.log(`## ${pieces[name].title}\n`);
		tell(listVerdicts(await measure(server, planOf(pieces[name]), print)));
		console.error(`${name}: ${Math.round((Date.now() - started) / 1000)} s`);
	}
	server.stop();
}

async function prove(): Promise<void> {
	for (const engine of chosen(flags.engine, ENGINES)) {
		const examples = positionals[0] ?? String(DEFAULT_EXAMPLES);
		const [code] = (await once(start('prove.cts', [engine, examples]), 'exit')) as [number];
		if (code !== 0) process.exitCode = 1;
	}
}

install();
void (flags.prove ? prove() : bench());
