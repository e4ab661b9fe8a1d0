/**
 * Sends a burst of Currents batches to n8n in queue mode, whose webhooks are taken by processes of their own, and looks for
 * every event of every batch that was answered 200. A batch that was not is sent again, as Braze does. Needs the built package, and the Debian packages redis-server and
 * postgresql. Exits with 1 where an event is lost, stands in two executions, or an execution failed.
 *
 * --batches     of 100 events (200)
 * --parallel    requests that are open at once (50)
 * --webhooks    processes that take webhooks (2)
 * --workers (2), --concurrency executions of one worker at once (5)
 * --kill        end the first webhook process by SIGKILL when a third of the batches is answered
 * --set         NAME=VALUE, a further environment variable for every n8n; may be given several times
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { N8nClient } from '../playground/n8nClient.cts';
import type { N8nServer } from '../playground/n8nServer.cts';
import { interruption, runUntilSignal } from '../playground/programs.cts';
import { startCluster } from './cluster.cts';
import type { Cluster } from './cluster.cts';
import { BATCH, makeEventBatches, publishTrigger, sendBatches } from '../playground/currents.cts';
import type { Answer } from '../playground/currents.cts';
import { removeData } from './data.cts';
import { Ending } from './ending.cts';
import { accountForEvents, untilOver } from './received.cts';
import type { EventAccount } from './received.cts';

const directory = path.join(__dirname, 'data');
const KILL_AT = 1 / 3;
const POLL_MS = 20;
const MOST_NAMED = 5;
/** Enough for a process that is overloaded for half a minute. */
const ATTEMPTS = 8;

const { values: flags } = parseArgs({
	options: {
		batches: { type: 'string', default: '200' },
		parallel: { type: 'string', default: '50' },
		webhooks: { type: 'string', default: '2' },
		workers: { type: 'string', default: '2' },
		concurrency: { type: 'string', default: '5' },
		kill: { type: 'boolean', default: false },
		set: { type: 'string', multiple: true, default: [] },
	},
});

async function startedCluster(ending: Ending, signal: AbortSignal): Promise<Cluster> {
	rmSync(directory, { recursive: true, force: true });
	return await startCluster({
		directory,
		workers: Number(flags.workers),
		webhooks: Number(flags.webhooks),
		concurrency: Number(flags.concurrency),
		environment: {
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			...Object.fromEntries(flags.set.map((each) => each.split(/=(.*)/s))),
		},
		ending,
		signal,
	});
}

async function testBurst(ending: Ending, interrupted: AbortSignal): Promise<void> {
	const { main, webhooks } = await startedCluster(ending, interrupted);
	const client = new N8nClient(main.url);
	await client.signIn();
	const urls = await publishTrigger(
		client,
		webhooks.map(({ url }) => url),
	);
	const batches = makeEventBatches(Number(flags.batches));
	console.log(
		`Sending ${batches.length} batches of 100 events to ${urls.length} webhook processes …`,
	);
	const start = performance.now();
	const answers: Answer[] = [];
	const sent = sendBatches(urls, batches, {
		parallel: Number(flags.parallel),
		attempts: ATTEMPTS,
		answers,
	});
	if (flags.kill) await killLater(webhooks[0], answers, batches.length);
	await sent;
	const seconds = (performance.now() - start) / 1000;
	const isTaken = ({ status }: Answer): boolean => status === 200;
	const executions = await untilOver(client, answers.filter(isTaken).length);
	const account = await accountForEvents(client, answers, executions);
	console.log(textOf(account, seconds));
	const isRight = account.lost.length + account.repeated.length + account.failed.length === 0;
	const isWhole = account.answered === batches.length * BATCH;
	if (!isRight || !isWhole) process.exitCode = 1;
}

async function killLater(server: N8nServer, answers: Answer[], all: number): Promise<void> {
	while (answers.length < all * KILL_AT) await pause(POLL_MS);
	server.process.kill('SIGKILL');
	console.log(`${answers.length} batches are answered: a webhook process gets SIGKILL`);
}

const named = (ids: string[]): string =>
	ids.length === 0 ? '' : `: ${ids.slice(0, MOST_NAMED).join(', ')}`;

function textOf(account: EventAccount, seconds: number): string {
	const {
		answers,
		before,
		executions,
		neverBegun,
		answered,
		once,
		lost,
		repeated,
		sentAgain,
		failed,
	} = account;
	const kinds = (counts: Record<string, number>): string =>
		Object.entries(counts)
			.map(([status, count]) => `${count} × ${status}`)
			.join(', ');
	return [
		'',
		`answers        ${kinds(answers)}, the last after ${seconds.toFixed(1)} s`,
		`before that    ${kinds(before) || 'none that was sent again'}`,
		`executions     ${executions}${neverBegun === 0 ? '' : `, of which ${neverBegun} never began`}`,
		`events         ${answered} of batches that were answered 200`,
		`  once         ${once}`,
		`  lost         ${lost.length}${named(lost)}`,
		`  repeated     ${repeated.length}${named(repeated)}`,
		`  sent again   ${sentAgain.length} stand in several executions, since their first request got no 200`,
		...(failed.length === 0 ? [] : [`FAILED         ${failed.join('; ')}`]),
	].join('\n');
}

async function main(signal: AbortSignal): Promise<void> {
	const ending = new Ending();
	// what is added first ends last
	ending.add(async () => removeData(directory));
	try {
		await Promise.race([testBurst(ending, signal), interruption(signal)]);
	} finally {
		await ending.now();
	}
}

void runUntilSignal(main, 1);
