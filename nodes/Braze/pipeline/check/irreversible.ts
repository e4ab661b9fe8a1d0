import type { Call } from '../call';
import { counted, noun } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import { mostObjects } from '../read/optionFields';
import type { Entry } from '../request';
import { InvalidInput } from '../../schema/invalidInput';

/** An agent changes one object for good at a time, unless a person allowed more. */
const MOST_AS_TOOL = 1;

/**
 * Counts what a run would change for good, before anything leaves.
 *
 * @param most as the form says; absent where it does not
 * @throws InvalidInput where a run would change more
 */
export function checkMostObjects(
	calls: Call[],
	endpoint: Endpoint,
	{ most, isTool }: { most?: number; isTool: boolean },
): void {
	if (!endpoint.irreversible) return;
	const allowed = most ?? (isTool ? MOST_AS_TOOL : (mostObjects.default as number));
	const batch = batchOf(endpoint);
	const count = batch ? distinct(calls.flatMap(({ entries }) => entries)) : calls.length;
	if (count <= allowed) return;
	throw new InvalidInput(
		mostObjects.displayName,
		`is ${allowed}, and this run would change ${counted(count, batch?.noun ?? noun('object'))} for good`,
		'Check that these are the ones you mean, then raise the option to that number; nothing was sent',
	);
}

/** Entries about the same things are one, however many items ask for it. */
const distinct = (entries: Entry[]): number =>
	new Set(
		entries.map((entry) =>
			entry.key === undefined ? entry : [entry.key, ...(entry.alsoKeys ?? [])].join('\n'),
		),
	).size;
