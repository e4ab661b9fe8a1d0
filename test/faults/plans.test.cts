import tls from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';

import { loadPackage } from '../../engine/nodeTypes.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import { trialOf } from './plans.cts';
import type { Trial } from './plans.cts';
import { closeRawServers, rawCertificate } from './rawServer.cts';
import type { RawServer } from './rawServer.cts';
import { parametersOf } from './subjects.cts';
import { endingsOf, expectAgreement, expectNoKey, FULL_KEY, send } from './support.cts';
import type { Ending } from './support.cts';
import { openFaultyProxy, openFaultyWire } from './wire.cts';
import type { WirePlan } from './wire.cts';

/** `npm run test:faults` sets it to 1,000. */
const PLANS = Number(process.env.FAULT_PLANS ?? 5);
const FIRST = Number(process.env.FIRST_PLAN ?? 1);
const AT_ONCE = 16;
const ITEMS = 300;

/** The plans of the wires behind the proxy, by their ports. */
const tunnels = new Map<number, WirePlan>();

beforeAll(async () => {
	await loadPackage();
	const proxy = await openFaultyProxy(tunnels);
	process.env.HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
	process.env.NO_PROXY = 'localhost';
	// as it trusts a certificate from an authority
	const connectAs = tls.connect as (options: ConnectionOptions) => TLSSocket;
	jest
		.spyOn(tls, 'connect')
		.mockImplementation(((options: ConnectionOptions) =>
			connectAs({ ...options, ca: rawCertificate() })) as typeof tls.connect);
});
afterAll(() => {
	delete process.env.HTTPS_PROXY;
	delete process.env.NO_PROXY;
	jest.restoreAllMocks();
	closeRawServers();
});

/** @returns where the requests of a trial go to, and what may break them there */
async function openWay({ way, wire }: Trial, braze: string): Promise<[string, RawServer?]> {
	if (way === 'straight') return [braze];
	const server = await openFaultyWire(braze, wire, { tls: way !== 'overWire' });
	if (way === 'throughProxy') tunnels.set(server.port, wire);
	const host = way === 'overTls' ? 'localhost' : '127.0.0.1';
	return [`${way === 'overWire' ? 'http' : 'https'}://${host}:${server.port}`, server];
}

async function meet(seed: number): Promise<Ending[]> {
	const trial = trialOf(seed);
	const { subject, plan, options, entriesPerRequest, concurrency, way } = trial;
	const sandbox = await startSandbox();
	const [url, server] = await openWay(trial, sandbox.url);
	try {
		const items = subject.items(ITEMS);
		subject.arrange?.(sandbox, items);
		sandbox.faults.use(plan);
		const parameters = parametersOf(subject, entriesPerRequest, concurrency, options);
		const run = await send({ url, items, parameters });
		const endings = endingsOf(run.nodes.Braze);
		expectAgreement(sandbox, endings, ITEMS, subject.counts(sandbox, items));
		for (const ofUser of subject.order?.(sandbox) ?? []) {
			expect(ofUser).toEqual([...ofUser].sort((a, b) => a - b));
		}
		expectNoKey(FULL_KEY, run);
		return [...endings.values()];
	} catch (error) {
		throw new Error(`plan ${seed}: ${subject.name} ${way}`, { cause: error });
	} finally {
		server?.close();
		await sandbox.close();
	}
}

const groups = Array.from({ length: Math.ceil(PLANS / AT_ONCE) }, (_, group) =>
	Array.from({ length: AT_ONCE }, (__, index) => group * AT_ONCE + index + FIRST).filter(
		(seed) => seed < FIRST + PLANS,
	),
);

const seen = new Map<Ending, number>();

test.each(groups.map((seeds) => [seeds[0], seeds.at(-1), seeds] as const))(
	'plans %i to %i: nothing twice for one item, and every item ends as the sandbox saw it',
	async (_first, _last, seeds) => {
		for (const endings of await Promise.all(seeds.map(meet))) {
			for (const ending of endings) seen.set(ending, (seen.get(ending) ?? 0) + 1);
		}
	},
	900_000,
);

test('the plans bring about every ending', () => {
	expect([...seen.keys()].sort()).toEqual(['delivered', 'mayHaveBeenSent', 'rejected']);
});
