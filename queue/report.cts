import type { Account, Row } from './account.cts';
import type { Call } from './batches.cts';
import { begunTwice } from './run.cts';
import type { Run } from './run.cts';

const number = (value: number): string => value.toLocaleString('en-US');

const head = ['n8n reports', 'Executions', 'Users', 'Once', 'Twice or more', 'Never'];

const cells = ({ label, executions, users, once, twice, never }: Row): string[] => [
	label,
	...[executions, users, once, twice, never].map(number),
];

function table(rows: string[][]): string[] {
	const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	return rows.map((row) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
			)
			.join('   '),
	);
}

const sumOf = (rows: Row[]): Row =>
	rows.reduce(
		(sum, row) => ({
			label: sum.label,
			executions: sum.executions + row.executions,
			users: sum.users + row.users,
			once: sum.once + row.once,
			twice: sum.twice + row.twice,
			never: sum.never + row.never,
		}),
		{ label: 'all', executions: 0, users: 0, once: 0, twice: 0, never: 0 },
	);

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** @returns when things happened in a run, and the memory that it took */
export function runText(run: Run): string {
	const { struck, milliseconds, memory } = run;
	return [
		`the last user was reached ${seconds(milliseconds.lastReached)} after the start`,
		...(struck
			? [
					`${struck.worker.name} got ${struck.signal} after ${seconds(milliseconds.struck)}, when ${number(struck.usersReached)} users were reached`,
					`n8n had said its last word ${seconds(milliseconds.all - milliseconds.struck)} later; executions begun on two workers: ${begunTwice(run).length}`,
				]
			: [`n8n had said its last word ${seconds(milliseconds.all)} after the start`]),
		`most memory of the main n8n and the workers, in MB: ${memory.during.join(', ')}; before the run ${memory.before.join(', ')}`,
	].join('\n');
}

/**
 * @param onRecord executions in doubt whose users n8n has on record
 * @returns the account as a table, then who is in doubt, then what nothing explains
 */
export function accountText({ rows, doubts, unexplained }: Account, onRecord = 0): string {
	return [
		...table([head, ...rows.map(cells), cells(sumOf(rows))]),
		'',
		...(doubts.length === 0
			? ['No user is in doubt.']
			: ['In doubt, since n8n cannot say whether they were reached; the sandbox can:']),
		...doubts.map(
			({ execution, batch, reached, notReached }) =>
				`  execution ${execution}, ${batch}: ${reached.length} reached, ${notReached.length} not`,
		),
		...(doubts.length > 0
			? [`n8n itself has the users of ${onRecord} of these ${doubts.length} executions on record.`]
			: []),
		'',
		...(unexplained.length === 0
			? ['Nothing is unexplained.']
			: ['UNEXPLAINED:', ...unexplained.map((sentence) => `  ${sentence}`)]),
	].join('\n');
}

const LONGEST_TEXT = 80;

/** @returns a line for each kind of answer that the callers of the webhook got */
export function callsText(calls: Call[]): string {
	const kinds = new Map<string, number>();
	for (const { status, text } of calls) {
		const isGood = status === 200;
		const kind = `${status ?? 'no answer'}${isGood ? '' : `: ${text.slice(0, LONGEST_TEXT)}`}`;
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	}
	return [...kinds].map(([kind, count]) => `  ${count} × ${kind}`).join('\n');
}
