import { readSeed } from '../sandbox/sandbox.cts';
import type { SandboxSeed } from '../sandbox/sandbox.cts';

/** Campaigns beside those of the sandbox: more than Braze lists on one page. */
const MORE_CAMPAIGNS = 150;

/** @returns the sandbox's own data with so many campaigns that a picker needs a second page */
export function longSeed(): SandboxSeed {
	const seed = readSeed();
	const more = Array.from({ length: MORE_CAMPAIGNS }, (_, index) => {
		const number = String(index + 1).padStart(3, '0');
		return {
			...seed.campaigns[0],
			id: `c1000000-0000-4000-8000-000000000${number}`,
			name: `Archive campaign ${number}`,
			created_at: '2020-01-10T09:00:00+00:00',
			last_edited: '2020-01-10T09:00:00+00:00',
		};
	});
	return { ...seed, campaigns: [...seed.campaigns, ...more] };
}
