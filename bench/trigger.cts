/**
 * What a Current costs the Braze Trigger: batches of 100 events by HTTP to the webhook function in n8n-core, and the
 * execution that each starts, all in one process. Needs the built package.
 *
 * --batches     that are sent at each degree of parallelism (300)
 * --parallel    one value or several with commas (1,10,50)
 * --filter      let one event of the hundred through, rather than all
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import type { INode } from 'n8n-workflow';

import { TRIGGER_TYPE } from '../engine/brazeNode.cts';
import { activate } from '../engine/webhook.cts';
import type { Listener } from '../engine/webhook.cts';
import { BATCH, makeEventBatches, RARE, SECRET, sendBatches } from '../playground/currents.cts';
import { at, latenciesOf } from './latency.cts';
import { machineBusy, QUIET, shareOfMachine } from './quiet.cts';

const WARM_UP = 30;

const { values: flags } = parseArgs({
	options: {
		batches: { type: 'string', default: '300' },
		parallel: { type: 'string', default: '1,10,50' },
		filter: { type: 'boolean', default: false },
	},
});

interface Measured {
	parallel: number;
	seconds: number;
	/** Milliseconds until the 200, in order of size. */
	latencies: number[];
	/** Share of the machine that other programs took. */
	disturbed: number;
}

async function measure(listener: Listener, batches: number, parallel: number): Promise<Measured> {
	const bodies = makeEventBatches(batches);
	const busyBefore = machineBusy();
	const ownBefore = process.cpuUsage();
	const start = performance.now();
	const answers = await sendBatches([listener.url], bodies, { parallel });
	await listener.settled();
	const milliseconds = performance.now() - start;
	const { user, system } = process.cpuUsage(ownBefore);
	const items = listener.executions.reduce(
		(sum, { nodes }) => sum + (nodes.Braze?.output[0]?.length ?? 0),
		0,
	);
	const expected = batches * (flags.filter ? 1 : BATCH);
	if (items !== expected) throw new Error(`${items} items came out, not ${expected}`);
	listener.executions.length = 0;
	return {
		parallel,
		seconds: milliseconds / 1000,
		latencies: latenciesOf(answers),
		disturbed: shareOfMachine(machineBusy() - busyBefore - (user + system) / 1000, milliseconds),
	};
}

function rowOf({ parallel, seconds, latencies, disturbed }: Measured): string {
	const events = Math.round((latencies.length * BATCH) / seconds);
	const note = disturbed > QUIET ? ` (others took ${Math.round(disturbed * 100)} %)` : '';
	return `| ${parallel} | ${events.toLocaleString('en')}${note} | ${at(latencies, 0.5)} | ${at(latencies, 0.95)} |`;
}

async function bench(): Promise<void> {
	const trigger: INode = {
		id: '1',
		name: 'Braze',
		type: TRIGGER_TYPE,
		typeVersion: 1,
		webhookId: '6a1d4d7e-0000-4000-8000-000000000009',
		position: [0, 0],
		parameters: {
			source: 'currents',
			secret: SECRET,
			...(flags.filter && { events: [RARE] }),
		},
	};
	const listener = await activate({ nodes: [trigger], connections: {} });
	const batches = Number(flags.batches);
	console.log(`${cpus().length} cores (${cpus()[0].model.trim()}), Node ${process.version}\n`);
	await sendBatches([listener.url], makeEventBatches(WARM_UP), { parallel: WARM_UP });
	await listener.settled();
	listener.executions.length = 0;
	console.log('| At once | Events a second | 200 after ms, median | 95 % |\n|---:|---:|---:|---:|');
	let isDisturbed = false;
	for (const parallel of flags.parallel.split(',').map(Number)) {
		const measured = await measure(listener, batches, parallel);
		isDisturbed ||= measured.disturbed > QUIET;
		console.log(rowOf(measured));
	}
	await listener.close();
	if (!isDisturbed) return;
	console.log('\nOther programs disturbed a run, so these figures say nothing: repeat it alone.');
	process.exitCode = 1;
}

void bench();
