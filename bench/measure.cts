import { cases } from './cases.cts';
import type { CaseName } from './cases.cts';
import type { Engine } from './expressionEngine.cts';
import { runJob } from './processes.cts';
import type { BenchServer, Measured } from './processes.cts';
import { QUIET } from './quiet.cts';
import type { Counted } from './server.cts';

/** What is measured, each with each. */
export interface Plan {
	names: CaseName[];
	engines: Engine[];
	items: number[];
	/** Milliseconds until the server answers. */
	latencies: number[];
	concurrencies: number[];
	/** Times that each is measured. */
	runs: number;
	/** Times that a run is repeated because other programs took part of the machine; the quietest is kept. */
	retries: number;
	nodeOptions: string[];
}

/** What was measured together, so that it can be compared. */
export interface Setting {
	engine: Engine;
	items: number;
	latency: number;
	concurrency: number;
}

export interface Result extends Setting {
	/** Medians of all runs. */
	medians: Map<CaseName, Measured>;
}

const LONGEST_WAIT_SECONDS = 60;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const median = (values: number[]): number => {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

function mediansOf(runs: Measured[]): Measured {
	const keys = Object.keys(runs[0]) as Array<keyof Measured>;
	return Object.fromEntries(
		keys.map((key) => [key, median(runs.map((run) => run[key]))]),
	) as unknown as Measured;
}

const settingsOf = ({ engines, items, latencies, concurrencies }: Plan): Setting[] =>
	latencies.flatMap((latency) =>
		items.flatMap((count) =>
			engines.flatMap((engine) =>
				concurrencies.map((concurrency) => ({ engine, items: count, latency, concurrency })),
			),
		),
	);

/** Every item must arrive, in as many requests as the case should need: otherwise its time says nothing. */
function checkCounts(name: CaseName, items: number, counted: Counted): void {
	const requests = cases[name].requests(items);
	const objects = requests === 0 ? 0 : items;
	if (counted.requests === requests && counted.objects === objects) return;
	throw new Error(
		`${cases[name].label}: ${counted.requests} requests for ${counted.objects} items arrived, not ${requests} for ${objects}`,
	);
}

function isMeasured(name: CaseName, { latencies }: Plan, { items, latency }: Setting): boolean {
	const { maxItems = Infinity, ignoresServer } = cases[name];
	return items <= maxItems && !(ignoresServer && latency !== latencies[0]);
}

/** @returns the first run that other programs did not disturb, otherwise the one they disturbed least */
async function runInQuiet(
	server: BenchServer,
	plan: Plan,
	setting: Setting,
	name: CaseName,
): Promise<Measured> {
	const { sample = Infinity } = cases[name];
	const items = Math.min(setting.items, sample);
	let best: Measured | undefined;
	for (let attempt = 0; attempt <= plan.retries && !(best && best.others <= QUIET); attempt++) {
		const job = { ...setting, items, name, url: server.url };
		const measured = await runJob(server, job, {
			nodeOptions: plan.nodeOptions,
			waitSeconds: plan.retries === 0 ? 0 : LONGEST_WAIT_SECONDS,
		});
		checkCounts(name, items, measured);
		if (!best || measured.others < best.others) best = measured;
	}
	return extrapolated(best as Measured, setting.items / items);
}

/** What a sample of the items took, for all of them; its memory is told as it was. */
const extrapolated = (measured: Measured, times: number): Measured => ({
	...measured,
	requests: measured.requests * times,
	milliseconds: measured.milliseconds * times,
	cpuMilliseconds: measured.cpuMilliseconds * times,
});

/** @returns the medians of every case in one setting; the cases take turns, so that a busy moment hits all of them */
async function measureSetting(server: BenchServer, plan: Plan, setting: Setting): Promise<Result> {
	const names = plan.names.filter((name) => isMeasured(name, plan, setting));
	const all = new Map<CaseName, Measured[]>(names.map((name) => [name, []]));
	for (let run = 1; run <= plan.runs; run++) {
		for (const [name, measured] of all) {
			const result = await runInQuiet(server, plan, setting, name);
			measured.push(result);
			const { latency, items, engine } = setting;
			console.error(
				`${latency} ms, ${items} items, ${engine}, ${name}, run ${run}: ${Math.round(result.milliseconds)} ms, others ${percent(result.others)}`,
			);
		}
	}
	return {
		...setting,
		medians: new Map([...all].map(([name, measured]) => [name, mediansOf(measured)])),
	};
}

/** @returns one result for each setting of the plan */
export async function measure(
	server: BenchServer,
	plan: Plan,
	done: (result: Result) => void,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const setting of settingsOf(plan)) {
		await server.ask({ latency: setting.latency, rows: setting.items });
		const result = await measureSetting(server, plan, setting);
		results.push(result);
		done(result);
	}
	return results;
}
