import { cases } from './cases.cts';
import type { CaseName } from './cases.cts';
import type { Engine } from './expressionEngine.cts';
import type { Cost } from './job.cts';
import { runJob } from './processes.cts';
import type { BenchServer } from './processes.cts';
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
	nodeOptions: string[];
}

/** What was measured together, so that it can be compared. */
export interface Setting {
	engine: Engine;
	items: number;
	latency: number;
	concurrency: number;
}

export type Measured = Cost & Counted;

export interface Result extends Setting {
	/** Medians of all runs. */
	medians: Map<CaseName, Measured>;
}

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
function checkCounts(name: CaseName, { items }: Setting, counted: Counted): void {
	const requests = cases[name].requests(items);
	const recipients = requests === 0 ? 0 : items;
	if (counted.requests === requests && counted.recipients === recipients) return;
	throw new Error(
		`${cases[name].label}: ${counted.requests} requests for ${counted.recipients} users arrived, not ${requests} for ${recipients}`,
	);
}

function isMeasured(name: CaseName, { latencies }: Plan, { items, latency }: Setting): boolean {
	const { maxItems = Infinity, ignoresServer } = cases[name];
	return items <= maxItems && !(ignoresServer && latency !== latencies[0]);
}

/** @returns the medians of every case in one setting; the cases take turns, so that a busy moment hits all of them */
async function measureSetting(server: BenchServer, plan: Plan, setting: Setting): Promise<Result> {
	const names = plan.names.filter((name) => isMeasured(name, plan, setting));
	const all = new Map<CaseName, Measured[]>(names.map((name) => [name, []]));
	for (let run = 1; run <= plan.runs; run++) {
		for (const [name, measured] of all) {
			const job = { ...setting, name, url: server.url };
			const result = await runJob(server, job, plan.nodeOptions);
			checkCounts(name, setting, result);
			measured.push(result);
			console.error(
				`${setting.latency} ms, ${setting.items} items, ${setting.engine}, ${name}, run ${run}: ${Math.round(result.milliseconds)} ms`,
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
		await server.ask({ latency: setting.latency });
		const result = await measureSetting(server, plan, setting);
		results.push(result);
		done(result);
	}
	return results;
}
