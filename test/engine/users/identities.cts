import { readSeed } from '../../../sandbox/seed.cts';
import { NOW, openBench, userId, type Bench, type Parameters } from '../support.cts';

interface Identities {
	bench: Bench;
	/** The lists of each body that reached the sandbox, and how many entries they have. */
	lists(): Array<Record<string, number>>;
}

/** A bench for one test file, whose sandbox knows 130 users. */
export function openIdentities(): Identities {
	const seed = readSeed();
	const users = Array.from({ length: 130 }, (_, index) => ({
		external_id: userId(index + 1),
		email: `${userId(index + 1)}@example.com`,
	}));
	const bench = openBench({ now: NOW, seed: { ...seed, users } });
	const lists = () =>
		bench
			.bodies()
			.map((body) =>
				Object.fromEntries(Object.entries(body).map(([list, all]) => [list, (all as []).length])),
			);
	return { bench, lists };
}

/** An operation on users. */
export const form = (operation: string, more: Parameters): Parameters => ({
	resource: 'user',
	operation,
	...more,
});

/** Everything that items or hints say. */
export const messagesOf = (items: unknown): string => JSON.stringify(items);
