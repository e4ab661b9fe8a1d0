/** Runs one case once, in a process of its own, and tells its parent what it cost. */
import '../engine/environment.cts';

import { readFileSync, writeFileSync } from 'node:fs';

import type { INodeExecutionData } from 'n8n-workflow';

import { credentialsFor } from '../engine/brazeNode.cts';
import { runWorkflow } from '../engine/engine.cts';
import { cases } from './cases.cts';
import { requestAsFromDistantBraze } from './distantBraze.cts';
import { startExpressionEngine } from './expressionEngine.cts';
import { buildItems } from './items.cts';
import { READY } from './job.cts';
import type { Cost, Job } from './job.cts';
import { comparedNodeTypes } from './nodes/types.cts';
import { machineBusy } from './quiet.cts';

/** Enough for code to be compiled, as it is in an n8n that runs for a while. */
const WARM_UP_ITEMS = 10_000;
const WARM_UPS = 3;
const WARM_UP_SINGLE_REQUESTS = 50;
const MB = 1024 * 1024;

/** Linux forgets the peak on this word; elsewhere it includes the start of the process. */
function resetPeak(): void {
	if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakBytes(): number {
	if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
	const status = readFileSync('/proc/self/status', 'utf8');
	return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

// tsx turns them on and n8n does not: each look at a stack would cost many times more
process.setSourceMapsEnabled(false);

const nodeTypes = comparedNodeTypes();

async function runOnce({ name, ...target }: Job, items: INodeExecutionData[]): Promise<unknown> {
	const { workflow, script } = cases[name];
	if (!workflow) return await script?.(items, target);
	const result = await runWorkflow(workflow(target), {
		items,
		credentials: credentialsFor(target.url, 'bench'),
		allFields: true,
		nodeTypes,
	});
	if (result.error) throw result.error;
	return result;
}

/** Waits for the parent's word, so that what the warm-up sent is counted apart. */
const goAhead = async (): Promise<void> =>
	await new Promise((resolve) => {
		process.once('message', () => resolve());
		process.send?.(READY);
	});

async function measure(job: Job): Promise<Cost> {
	await startExpressionEngine(job.engine);
	await requestAsFromDistantBraze();
	const { requests, input: itemsFor = buildItems } = cases[job.name];
	const isShared = requests(WARM_UP_ITEMS) < WARM_UP_ITEMS;
	for (let done = 0; done < (isShared ? WARM_UPS : 1); done++) {
		await runOnce(job, itemsFor(isShared ? WARM_UP_ITEMS : WARM_UP_SINGLE_REQUESTS));
	}
	await goAhead();

	const items = itemsFor(job.items);
	globalThis.gc?.();
	resetPeak();
	const input = process.memoryUsage.rss();
	const machineBefore = machineBusy();
	const cpuBefore = process.cpuUsage();
	const start = performance.now();
	const result = await runOnce(job, items);
	const milliseconds = performance.now() - start;
	const cpu = process.cpuUsage(cpuBefore);
	const machineMilliseconds = machineBusy() - machineBefore;
	const peak = peakBytes();
	// until here the result is held, as n8n holds it
	void result;
	return {
		milliseconds,
		cpuMilliseconds: (cpu.user + cpu.system) / 1000,
		machineMilliseconds,
		peakMb: peak / MB,
		aboveInputMb: Math.max(0, peak - input) / MB,
	};
}

async function main(): Promise<void> {
	const cost = await measure(JSON.parse(process.argv[2]) as Job);
	process.send?.(cost, () => process.exit());
}

void main();
