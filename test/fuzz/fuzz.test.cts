import fc from 'fast-check';
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { NodeRun } from '../../engine/engine.cts';
import { loadPackage } from '../../engine/nodeTypes.cts';
import { operations } from '../../nodes/Braze/endpoints/index.ts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { endingsOf, send } from '../faults/support.cts';
import { formOf } from './forms.cts';
import type { Choice } from './forms.cts';
import { ODD_FIELDS, oddValue } from './values.cts';

/** `npm run test:faults` sets it to 1,000. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1);
const MAX_MS = 20_000;
const MAX_MESSAGE_CHARACTERS = 1500;

const choices: Choice[] = operations.map(({ resource, value }) => ({ resource, operation: value }));

/** What a crash says, and not a person. */
const crash =
	/Cannot (?:read|set|convert|access)|is not (?:a function|iterable|defined|a constructor)|Maximum call stack|Invalid (?:array|string) length|Converting circular|serialize a BigInt|of undefined/;

const items: fc.Arbitrary<IDataObject[]> = fc.array(
	fc
		.tuple(
			fc.oneof(
				{ weight: 8, arbitrary: fc.constantFrom('user-001', 'user-002', '👤-1') },
				{
					weight: 1,
					arbitrary: oddValue,
				},
			),
			...ODD_FIELDS.map(() => oddValue),
		)
		.map(
			([id, ...odd]) =>
				({
					id,
					...Object.fromEntries(ODD_FIELDS.map((name, index) => [name, odd[index]])),
				}) as IDataObject,
		),
	{ minLength: 1, maxLength: 4 },
);

let sandbox: Sandbox;
let properties: INodeProperties[];
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => {
	unhandled.push(reason);
};

beforeAll(async () => {
	sandbox = await startSandbox();
	const loader = await loadPackage();
	({ properties } = (
		loader.getNode('braze').type as { description: { properties: INodeProperties[] } }
	).description);
	process.on('unhandledRejection', onUnhandled);
});
afterAll(async () => {
	process.off('unhandledRejection', onUnhandled);
	await sandbox.close();
});

/** Everything that hangs on the prototypes which all values share. */
const prototypes = (): string[] =>
	[Object.prototype, Array.prototype, Function.prototype, String.prototype].flatMap((prototype) =>
		Reflect.ownKeys(prototype).map(String),
	);

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`took more than ${milliseconds} ms`)), milliseconds);
	});
	return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** n8n itself refuses to start a node whose required field is empty. */
function isNotStarted(error: Error): undefined {
	if (error.name !== 'WorkflowHasIssuesError') throw error;
}

/** A list gives an item as many outputs as it has entries; anything else gives each item one. */
function expectAccounts({ resource, operation }: IDataObject, run: NodeRun, count: number): void {
	const isRead = operations.some(
		({ resource: of, value, endpoint }) =>
			of === resource && value === operation && endpoint.effect === 'read',
	);
	if (!isRead) expect(endingsOf(run).size).toBe(count);
	for (const { pairedItem } of run.output.flat()) expect(pairedItem).toBeDefined();
}

const reached = { accepted: 0, rejected: 0 };

async function holds(parameters: IDataObject, list: IDataObject[]): Promise<void> {
	sandbox.reset();
	const before = prototypes();
	const run = await within(MAX_MS, send({ url: sandbox.url, items: list, parameters })).catch(
		isNotStarted,
	);
	expect(prototypes()).toEqual(before);
	expect(unhandled).toEqual([]);
	if (!run) return;
	const { nodes } = run;
	expect(nodes.Braze.error).toBeUndefined();
	expectAccounts(parameters, nodes.Braze, list.length);
	for (const { json } of nodes.Braze.output[1] ?? []) {
		const message = String((json.brazeError as { message: string }).message);
		expect(message).not.toMatch(crash);
		expect(message.length).toBeLessThan(MAX_MESSAGE_CHARACTERS);
	}
	for (const { status, rawBody } of sandbox.requests) {
		expect(rawBody).toBeUndefined();
		expect(status).toBeLessThan(500);
		reached[(status ?? 500) < 300 ? 'accepted' : 'rejected'] += 1;
	}
}

test.each(choices)(
	'whatever the items and parameters of %j, each item is taken or refused in words',
	async (choice) => {
		const runs = fc.asyncProperty(formOf(properties, choice), items, holds);
		await fc.assert(runs, { numRuns: RUNS, endOnFailure: true });
	},
	600_000,
);

test('a good share of it is taken', () => {
	expect(reached.accepted).toBeGreaterThan(RUNS);
});
