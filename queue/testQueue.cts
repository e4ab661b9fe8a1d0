/**
 * Sends users through n8n in queue mode, kills a worker in the middle, and compares what n8n reports with what reached users.
 * Needs the built package, and the Debian packages redis-server and postgresql. Exits with 1 where something is unexplained.
 *
 * --users (20000), --batch users of one execution (500), --workers (2), --concurrency executions of one worker at once (5)
 * --latency    milliseconds that the sandbox takes for an answer (2000)
 * --signal     what a worker gets in the middle: SIGKILL (the default), SIGTERM, SIGSTOP, or none
 * --set        NAME=VALUE, a further environment variable for every n8n; may be given several times
 */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { N8nClient } from '../playground/n8nClient.cts';
import { interruption, runUntilSignal } from '../playground/programs.cts';
import { startSandbox } from '../sandbox/sandbox.cts';
import { accountFor } from './account.cts';
import { makeBatches } from './batches.cts';
import { startCluster } from './cluster.cts';
import { removeData } from './data.cts';
import { Ending } from './ending.cts';
import { batchOnRecord, MOST_EXECUTIONS } from './executions.cts';
import { accountText, callsText, runText } from './report.cts';
import { reportsByBatch, sendThroughQueue } from './run.cts';
import { signals } from './strike.cts';
import type { Signal } from './strike.cts';
import { publishWorkflow } from './workflow.cts';

const directory = path.join(__dirname, 'data');

const { values: flags } = parseArgs({
	options: {
		users: { type: 'string', default: '20000' },
		batch: { type: 'string', default: '500' },
		workers: { type: 'string', default: '2' },
		concurrency: { type: 'string', default: '5' },
		latency: { type: 'string', default: '2000' },
		signal: { type: 'string', default: 'SIGKILL' },
		set: { type: 'string', multiple: true, default: [] },
	},
});

/** @returns the signal that was asked for; undefined for none */
function chosenSignal(): Signal | undefined {
	if (flags.signal === 'none') return undefined;
	const signal = signals.find((each) => each === flags.signal);
	if (!signal) throw new Error(`--signal is one of ${signals.join(', ')}, none`);
	return signal;
}

async function testQueue(ending: Ending, interrupted: AbortSignal): Promise<void> {
	const signal = chosenSignal();
	const batches = makeBatches(Number(flags.users), Number(flags.batch));
	if (batches.length > MOST_EXECUTIONS) {
		throw new Error(`These are ${batches.length} executions; at most ${MOST_EXECUTIONS}, please`);
	}
	rmSync(directory, { recursive: true, force: true });
	const sandbox = await startSandbox();
	ending.add(sandbox.close);
	const latency = Number(flags.latency);
	sandbox.faults.use({ shares: { slow: 1 }, ms: latency, paths: ['/campaigns/'] });
	const cluster = await startCluster({
		directory,
		workers: Number(flags.workers),
		concurrency: Number(flags.concurrency),
		environment: Object.fromEntries(flags.set.map((each) => each.split(/=(.*)/s))),
		ending,
		signal: interrupted,
	});
	const client = new N8nClient(cluster.main.url);
	await client.signIn();
	const url = await publishWorkflow(client, sandbox.url);

	const run = await sendThroughQueue({
		batches,
		url,
		client,
		cluster,
		sandbox,
		signal,
	});
	const timesReached = new Map<string, number>();
	for (const { userId } of sandbox.deliveries) {
		timesReached.set(userId, (timesReached.get(userId) ?? 0) + 1);
	}
	const account = accountFor(batches, reportsByBatch(run), timesReached);
	writeFileSync(path.join(directory, 'account.json'), JSON.stringify(account, undefined, '\t'));

	const onRecord = await Promise.all(
		account.doubts.map(async ({ execution }) => await batchOnRecord(client, execution)),
	);
	console.log(
		[
			'',
			`${flags.users} users in ${batches.length} executions, ${sandbox.requests.length} requests, answers after ${latency} ms`,
			`${flags.workers} workers, ${flags.concurrency} executions at once on each; at most ${run.mostAtOnce} requests at once`,
			runText(run),
			'',
			accountText(account, onRecord.filter((batch) => batch !== undefined).length),
			'',
			'The callers of the webhook got:',
			callsText(await run.calls),
			'',
			`The account, user by user: ${path.join(directory, 'account.json')}`,
		].join('\n'),
	);
	if (account.unexplained.length > 0) process.exitCode = 1;
}

async function main(signal: AbortSignal): Promise<void> {
	const ending = new Ending();
	// what is added first ends last
	ending.add(async () => removeData(directory));
	try {
		await Promise.race([testQueue(ending, signal), interruption(signal)]);
	} finally {
		await ending.now();
	}
}

void runUntilSignal(main, 1);
