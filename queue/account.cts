import type { Batch } from './batches.cts';

/** Where an execution ran, and what n8n says became of it. */
export interface Reported {
	execution: string;
	/** n8n's own word. */
	status: string;
	/** The signal that its worker got while it ran it, such as SIGKILL. */
	signal?: string;
	/** Whether n8n has said its last word on it. */
	isOver: boolean;
}

/** How many users of some executions were reached, and how often. */
export interface Row {
	/** n8n's word for the executions, and the signal that their worker got. */
	label: string;
	executions: number;
	users: number;
	once: number;
	twice: number;
	never: number;
}

/** Users of whom n8n cannot say whether they were reached, with what Braze knows of them. */
export interface Doubt {
	execution: string;
	batch: string;
	reached: string[];
	notReached: string[];
}

/** What n8n says beside what Braze knows. */
export interface Account {
	rows: Row[];
	doubts: Doubt[];
	/** A sentence for each difference that the end of a worker does not explain. */
	unexplained: string[];
}

/**
 * Compares what n8n reports with how often each user was reached.
 *
 * @param reports what n8n says of the execution of each batch, by the name of the batch
 * @param timesReached how often Braze has reached each user
 */
export function accountFor(
	batches: Batch[],
	reports: Map<string, Reported[]>,
	timesReached: Map<string, number>,
): Account {
	const account: Account = { rows: [], doubts: [], unexplained: [] };
	for (const batch of batches) {
		const counts = batch.users.map((user) => timesReached.get(user) ?? 0);
		const found = reports.get(batch.name) ?? [];
		if (found.length !== 1) {
			account.unexplained.push(`${batch.name} has ${found.length} executions`);
		}
		addToRow(account.rows, labelOf(found), counts);
		for (const report of found) {
			account.unexplained.push(...differences(batch, report, counts));
			if (report.status !== 'success') account.doubts.push(doubtOf(batch, report, counts));
		}
	}
	const known = new Set(batches.flatMap(({ users }) => users));
	const strangers = [...timesReached.keys()].filter((user) => !known.has(user));
	if (strangers.length > 0) {
		account.unexplained.push(`${strangers.length} users were reached whom nobody named`);
	}
	account.rows.sort((one, other) => (one.label < other.label ? 1 : -1));
	return account;
}

function differences(
	{ name }: Batch,
	{ execution, status, signal, isOver }: Reported,
	counts: number[],
): string[] {
	const twice = counts.filter((count) => count > 1).length;
	const never = counts.filter((count) => count === 0).length;
	const who = `execution ${execution} (${name}, ${status})`;
	const isLost = status === 'success' && never > 0;
	return [
		...(isOver ? [] : [`${who} never ended`]),
		...(isOver && status !== 'success' && !signal
			? [`${who} failed on a worker that was left alone`]
			: []),
		...(isLost ? [`${who} left ${never} users out`] : []),
		...(twice > 0 ? [`${who} reached ${twice} users more than once`] : []),
	];
}

const labelOf = (reports: Reported[]): string =>
	[
		...new Set(
			reports.map(({ status, signal }) =>
				signal ? `${status}, its worker got ${signal}` : status,
			),
		),
	].join(' and ') || 'no execution';

function addToRow(rows: Row[], label: string, counts: number[]): void {
	let row = rows.find((each) => each.label === label);
	if (!row) {
		row = { label, executions: 0, users: 0, once: 0, twice: 0, never: 0 };
		rows.push(row);
	}
	row.executions += 1;
	row.users += counts.length;
	row.once += counts.filter((count) => count === 1).length;
	row.twice += counts.filter((count) => count > 1).length;
	row.never += counts.filter((count) => count === 0).length;
}

const doubtOf = ({ name, users }: Batch, { execution }: Reported, counts: number[]): Doubt => ({
	execution,
	batch: name,
	reached: users.filter((_, index) => counts[index] > 0),
	notReached: users.filter((_, index) => counts[index] === 0),
});
