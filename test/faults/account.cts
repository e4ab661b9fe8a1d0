import type { WorkflowRun } from '../../engine/engine.cts';
import type { Ending } from './support.cts';

/** Item numbers out of "3 items (0-1, 7)". */
function numbersIn(words: string): number[] {
	const listed = /\((.*)\)/.exec(words)?.[1] ?? '';
	if (listed.includes('and others')) throw new Error(`the account leaves items out: ${words}`);
	return listed
		.split(', ')
		.filter((range) => range !== '')
		.flatMap((range) => {
			const [first, last = first] = range.split('-').map(Number);
			return Array.from({ length: last - first + 1 }, (_, index) => first + index);
		});
}

const labels: Array<[Ending, RegExp]> = [
	['delivered', /Sent: ([^;]*);/],
	['mayHaveBeenSent', /; may have been sent: ([^;]*);/],
	['notSent', /; not sent: (.*)$/],
];

/** @returns how each item ended, as the message of a run says that stopped at a failure */
export function accountIn(message: string): Map<number, Ending> {
	const endings = new Map<number, Ending>();
	for (const [ending, label] of labels) {
		for (const item of numbersIn(label.exec(message)?.[1] ?? '')) endings.set(item, ending);
	}
	return endings;
}

/** @returns the message that a run stopped with */
export function stopMessage({ nodes, error }: WorkflowRun): string {
	const failure = nodes.Braze?.error ?? error;
	if (!failure) throw new Error('the run did not stop');
	return failure.message;
}
