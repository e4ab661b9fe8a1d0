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
	'Peak memory',
	'Above the input',
	'× bare script',
];

function row(name: CaseName, measured: Measured, { items, medians }: Result): string[] {
	const floor = medians.get('bareScript');
	return [
		cases[name].label,
		count(measured.requests),
		time(measured.milliseconds),
		`${(measured.milliseconds / items).toFixed(3)} ms`,
		`${Math.round(measured.peakMb)} MB`,
		`${Math.round(measured.aboveInputMb)} MB`,
		floor ? (measured.milliseconds / floor.milliseconds).toFixed(2) : '',
	];
}

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** @returns a title and a table in Markdown for what was measured in one setting */
export function tableOf(result: Result): string {
	const { engine, items, latency, concurrency, medians } = result;
	const most = Math.max(...[...medians.values()].map(({ others }) => others));
	const isDisturbed = most > QUIET;
	return [
		`### ${count(items)} items, answers after ${latency} ms, ${engine} engine, ${concurrency} requests at once`,
		'',
		line(head),
		line(head.map((_, column) => (column === 0 ? ':--' : '--:'))),
		...[...medians].map(([name, measured]) => line(row(name, measured, result))),
		'',
		...(isDisturbed ? [`Others took up to ${percent(most)} of the machine meanwhile.`, ''] : []),
	].join('\n');
}
