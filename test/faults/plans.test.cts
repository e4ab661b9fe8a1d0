import { startSandbox } from '../../sandbox/sandbox.cts';
import { trialOf } from './plans.cts';
import {
	endingsOf,
	expectAgreement,
	expectNoKey,
	expectOrderWithinUsers,
	FULL_KEY,
	send,
	triggerParameters,
	userItems,
} from './support.cts';
import type { Ending } from './support.cts';

/** `npm run test:faults` sets it to 1,000. */
const PLANS = Number(process.env.FAULT_PLANS ?? 4);
const AT_ONCE = 8;
const USERS = 5000;

const items = userItems(USERS);

async function meet(seed: number): Promise<Ending[]> {
	const { plan, options } = trialOf(seed);
	const sandbox = await startSandbox();
	try {
		sandbox.faults.use(plan);
		const parameters = triggerParameters(options);
		const run = await send({ url: sandbox.url, items, parameters });
		const endings = endingsOf(run.nodes.Braze);
		expectAgreement(sandbox, endings, USERS);
		expectOrderWithinUsers(sandbox);
		expectNoKey(FULL_KEY, run);
		return [...endings.values()];
	} catch (error) {
		throw new Error(`plan ${seed}`, { cause: error });
	} finally {
		await sandbox.close();
	}
}

const groups = Array.from({ length: Math.ceil(PLANS / AT_ONCE) }, (_, group) =>
	Array.from({ length: AT_ONCE }, (__, index) => group * AT_ONCE + index + 1).filter(
		(seed) => seed <= PLANS,
	),
);

const seen = new Set<Ending>();

test.each(groups.map((seeds) => [seeds[0], seeds.at(-1), seeds] as const))(
	'plans %i to %i: no user twice for one item, and every item ends as the sandbox saw it',
	async (_first, _last, seeds) => {
		for (const endings of await Promise.all(seeds.map(meet))) {
			for (const ending of endings) seen.add(ending);
		}
	},
	300_000,
);

test('the plans bring about every ending', () => {
	const common: Ending[] = ['delivered', 'mayHaveBeenSent'];
	expect([...seen]).toEqual(expect.arrayContaining(PLANS < 50 ? common : [...common, 'rejected']));
});
