/**
 * What Currents cost a whole n8n: batches of 100 events by HTTP to a Braze Trigger, and the execution that each starts.
 * Needs the built package and the playground's n8n; in queue mode also the Debian packages redis-server and postgresql.
 *
 * --queue       queue mode with processes of their own for webhooks; without it one n8n with SQLite
 * --webhooks (2), --workers (2), --concurrency executions of one worker at once (5): of queue mode
 * --batches     that are sent at each degree of parallelism (200)
 * --parallel    one value or several with commas (1,10,50)
 */
import { mkdirSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { installN8nAndNode } from '../playground/install.cts';
import { BATCH, makeEventBatches, publishTrigger, sendBatches } from '../playground/currents.cts';
import { N8nClient } from '../playground/n8nClient.cts';
import { startN8n } from '../playground/n8nServer.cts';
import { interruption, runUntilSignal } from '../playground/programs.cts';
import { startCluster } from '../queue/cluster.cts';
import { removeData } from '../queue/data.cts';
import { Ending } from '../queue/ending.cts';
import type { Execution } from '../queue/executions.cts';
import { allExecutions, untilOver } from '../queue/received.cts';
import { at, latenciesOf } from './latency.cts';

const PORT = 5760;
const WARM_UP = 30;
const directory = path.resolve(__dirname, '../playground/data/bench');

const { values: flags } = parseArgs({
	options: {
		queue: { type: 'boolean', default: false },
		webhooks: { type: 'string', default: '2' },
		workers: { type: 'string', default: '2' },
		concurrency: { type: 'string', default: '5' },
		batches: { type: 'string', default: '200' },
		parallel: { type: 'string', default: '1,10,50' },
	},
});

/** An n8n, and the addresses of those of its processes that take webhooks. */
interface Running {
	client: N8nClient;
	takers: string[];
}

async function start(ending: Ending, signal: AbortSignal): Promise<Running> {
	rmSync(directory, { recursive: true, force: true });
	mkdirSync(directory, { recursive: true });
	if (flags.queue) {
		const { main, webhooks } = await startCluster({
			directory,
			webhooks: Number(flags.webhooks),
			workers: Number(flags.workers),
			concurrency: Number(flags.concurrency),
			environment: { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' },
			ending,
			signal,
		});
		return { client: new N8nClient(main.url), takers: webhooks.map(({ url }) => url) };
	}
	const dataDirectory = path.join(directory, 'main');
	const installation = await installN8nAndNode(dataDirectory, signal);
	console.log('Starting n8n …');
	const n8n = await startN8n({ installation, dataDirectory, port: PORT, signal });
	ending.add(n8n.stop);
	return { client: new N8nClient(n8n.url), takers: [n8n.url] };
}

interface Measured {
	parallel: number;
	/** Until the last 200, and until the last execution ended; in seconds. */
	answered: number;
	ended: number;
	/** Milliseconds until the 200, in order of size. */
	latencies: number[];
}

async function measure(
	{ client }: Running,
	urls: string[],
	parallel: number,
	count: number,
): Promise<Measured> {
	const before = new Set((await allExecutions(client)).map(({ id }) => id));
	const started = Date.now();
	const answers = await sendBatches(urls, makeEventBatches(count, `at-${parallel}`), { parallel });
	const answered = (Date.now() - started) / 1000;
	const latencies = latenciesOf(answers);
	const all = await untilOver(client, before.size + count);
	const own = all.filter(({ id }) => !before.has(id));
	const good = own.filter(({ status }) => status === 'success').length;
	if (good !== count) throw new Error(`${good} executions of ${count} batches succeeded`);
	return { parallel, answered, ended: (lastEndOf(own) - started) / 1000, latencies };
}

/** n8n says when an execution ended, so that it need not be asked all the time. */
const lastEndOf = (executions: Execution[]): number =>
	Math.max(...executions.map(({ stoppedAt }) => Date.parse(stoppedAt ?? '')));

function rowOf({ parallel, answered, ended, latencies }: Measured): string {
	const perSecond = (seconds: number): string =>
		Math.round((latencies.length * BATCH) / seconds).toLocaleString('en');
	return `| ${parallel} | ${perSecond(answered)} | ${perSecond(ended)} | ${at(latencies, 0.5)} | ${at(latencies, 0.95)} | ${at(latencies, 1)} |`;
}

async function bench(ending: Ending, signal: AbortSignal): Promise<void> {
	const load = loadavg()[0].toFixed(1);
	const running = await start(ending, signal);
	const { client, takers } = running;
	await client.signIn();
	const urls = await publishTrigger(client, takers);
	await measure(running, urls, WARM_UP, WARM_UP);
	const what = flags.queue
		? `queue mode: ${takers.length} webhook processes, ${flags.workers} workers of ${flags.concurrency}, PostgreSQL`
		: 'one process, SQLite';
	console.log(
		[
			`n8n in ${what}`,
			`${cpus().length} cores (${cpus()[0].model.trim()}), load ${load} before the start`,
			'',
			'| At once | Events a second answered | executed | 200 after ms, median | 95 % | slowest |',
			'|---:|---:|---:|---:|---:|---:|',
		].join('\n'),
	);
	for (const parallel of flags.parallel.split(',').map(Number)) {
		console.log(rowOf(await measure(running, urls, parallel, Number(flags.batches))));
	}
}

async function main(signal: AbortSignal): Promise<void> {
	const ending = new Ending();
	// what is added first ends last
	ending.add(async () => removeData(directory));
	try {
		await Promise.race([bench(ending, signal), interruption(signal)]);
	} finally {
		await ending.now();
	}
}

void runUntilSignal(main, 1);
