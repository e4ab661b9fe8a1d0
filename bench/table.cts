import { cases } from './cases.cts';
import type { CaseName } from './cases.cts';
import { percent } from './measure.cts';
import type { Result } from './measure.cts';
import type { Measured } from './processes.cts';
import { QUIET } from './quiet.cts';

const PER_SECOND = 1000;

/** @returns milliseconds as a person reads them */
export const time = (milliseconds: number): string =>
	milliseconds < PER_SECOND
		? `${Math.round(milliseconds)} ms`
		: `${(milliseconds / PER_SECOND).toFixed(milliseconds < 10 * PER_SECOND ? 2 : 1)} s`;

const count = (number: number): string => number.toLocaleString('en-US');

const head = [
	'Way',
	'Requests',
	'Time',
	'Time per item',
	'CPU',
	'Peak memory',
	'Above the input',
	'× bare script',
	'Aim',
];

/** Said beside the label of what was measured with fewer items. */
function sampled(name: CaseName, items: number): string {
	const { sample = Infinity } = cases[name];
	return items > sample ? ` (${count(sample)} measured, × ${items / sample})` : '';
}

/** @returns how many times as long as its bare script a case took, where that was measured */
export function timesFloor(name: CaseName, { medians }: Result): number | undefined {
	const floor = medians.get(cases[name].floor ?? 'bareScript');
	const own = medians.get(name);
	return floor && own ? own.milliseconds / floor.milliseconds : undefined;
}

function aimOf(name: CaseName, times: number | undefined): string {
	const most = cases[name].mostTimesFloor;
	if (most === undefined || times === undefined) return '';
	return `≤ ${most}: ${times <= most ? 'met' : '**missed**'}`;
}

function row(name: CaseName, measured: Measured, result: Result): string[] {
	const times = timesFloor(name, result);
	return [
		cases[name].label + sampled(name, result.items),
		count(measured.requests),
		time(measured.milliseconds),
		`${(measured.milliseconds / result.items).toFixed(3)} ms`,
		time(measured.cpuMilliseconds),
		`${Math.round(measured.peakMb)} MB`,
		`${Math.round(measured.aboveInputMb)} MB`,
		times === undefined ? '' : times.toFixed(2),
		aimOf(name, times),
	];
}

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** @returns a title and a table in Markdown for what was measured in one setting */
export function tableOf(result: Result): string {
	const { engine, items, latency, concurrency, medians } = result;
	const most = Math.max(...[...medians.values()].map(({ others }) => others));
	const isDisturbed = most > QUIET;
	const hasAims = [...medians.keys()].some((name) => cases[name].mostTimesFloor !== undefined);
	const columns = hasAims ? head : head.slice(0, -1);
	const rows = [...medians].map(([name, measured]) =>
		row(name, measured, result).slice(0, columns.length),
	);
	return [
		`### ${count(items)} items, answers after ${latency} ms, ${engine} engine, ${concurrency} requests at once`,
		'',
		line(columns),
		line(columns.map((_, column) => (column === 0 ? ':--' : '--:'))),
		...rows.map(line),
		'',
		...(isDisturbed ? [`Others took up to ${percent(most)} of the machine meanwhile.`, ''] : []),
	].join('\n');
}
