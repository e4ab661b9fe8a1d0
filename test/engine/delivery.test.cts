import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';

import { credentialsFor, sourceAndBraze } from '../../engine/brazeNode.cts';
import { runWorkflow } from '../../engine/engine.cts';
import { openStub } from './stub.cts';
import {
	answersOf,
	byId,
	campaignForm,
	failuresIn,
	FULL_KEY,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	shownBy,
	UNKNOWN_ID,
	userId,
	userItems,
} from './support.cts';

const bench = openBench();
const stub = openStub();

const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const toErrorOutput = { onError: 'continueErrorOutput' as const };
const once = { maxAttempts: 1 };

/** Users of a list, which names no data of the items. */
const listForm = (options: IDataObject = {}): IDataObject =>
	messageForm({ sendTo: 'userList', externalUserIds: 'user-001, user-002', options });

describe('a send that names no data of the items', () => {
	test.each<[string, IDataObject]>([
		['a list of users', listForm()],
		[
			'one user, beside the time',
			messageForm({ externalUserId: userId(1), smsBody: "={{ $now }} o'clock" }),
		],
	])('is sent once for all of them: %s', async (_what, parameters) => {
		const { output, hints } = await bench.run({ parameters, items: userItems(3) });
		expect(bench.bodies()).toHaveLength(1);
		expect(pairedOf(output[0])).toEqual(ownPairs(3));
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/sent once for all 3\. .* Repeat for Each Item$/),
		]);
	});

	test('is sent for each where that is wanted', async () => {
		const { output } = await bench.run({
			parameters: listForm({ repeatForEachItem: true }),
			items: userItems(3),
		});
		expect(bench.sandbox.deliveries).toHaveLength(6);
		expect(pairedOf(output[0])).toEqual(ownPairs(3));
	});

	test('in the dry run, too, paired with all', async () => {
		const { output } = await bench.run({
			parameters: listForm({ dryRun: true }),
			items: userItems(3),
		});
		expect(pairedOf(output[0])).toEqual([ownPairs(3)]);
	});
});

describe('equal rows', () => {
	const rows = [userId(1), userId(2), userId(1), userId(1)].map((id) => ({ id }));

	test('are sent each, and counted', async () => {
		const { hints } = await bench.run({ parameters: messageForm(), items: rows });
		expect(bench.sandbox.deliveries).toHaveLength(4);
		expect(hints[0].message).toMatch(/^2 items asked for the same message to the same user/);
		for (const { message } of hints) expect(message).not.toContain('because the message differs');
	});

	test('are sent once where that is wanted', async () => {
		const { output, hints } = await bench.run({
			parameters: messageForm({ options: { skipEqualMessages: true } }),
			items: rows,
		});
		expect(bench.sandbox.deliveries.map(({ userId: user }) => user).sort()).toEqual([
			userId(1),
			userId(2),
		]);
		expect(pairedOf(output[0])).toEqual(ownPairs(4));
		expect(hints[0].message).toMatch(/it was sent once$/);
	});

	test('of one user with another message are no equal rows', async () => {
		await bench.run({
			parameters: messageForm({
				smsBody: '={{ $json.text }}',
				options: { skipEqualMessages: true },
			}),
			items: [
				{ id: userId(1), text: 'a' },
				{ id: userId(1), text: 'b' },
				{ id: userId(1), text: 'a' },
			],
		});
		expect(bench.sandbox.deliveries).toHaveLength(2);
	});
});

test('one user with other properties of his own waits, and not because the message differs', async () => {
	const { hints } = await bench.run({
		parameters: campaignForm({
			recipientTriggerPropertiesSource: 'json',
			recipientTriggerPropertiesJson: '={{ { place: $itemIndex } }}',
		}),
		items: [userId(1), userId(1), userId(1)].map((id) => ({ id })),
	});
	expect(bench.sandbox.deliveries).toHaveLength(3);
	expect(hints.map(({ message }) => message)).toEqual([
		'2 requests waited for the answer to an earlier one, because items name the same user again, and a request names each once',
	]);
});

describe('a result', () => {
	test('names its user', async () => {
		const { output } = await bench.run({ parameters: campaignForm(), items: userItems(2) });
		expect(jsonOf(output[0]).map(({ recipient }) => recipient)).toEqual([
			{ external_user_id: userId(1) },
			{ external_user_id: userId(2) },
		]);
	});

	test('names all users of a list', async () => {
		const { output } = await bench.run({ parameters: listForm() });
		expect(jsonOf(output[0])[0].recipients).toEqual([
			{ external_user_id: userId(1) },
			{ external_user_id: userId(2) },
		]);
	});

	test('keeps the fields of its item where that is wanted, but no key error', async () => {
		const { output, error } = await bench.run({
			parameters: messageForm({ options: { includeInputFields: true } }),
			items: userItems(2, (plan) => ({ plan, error: 'from the node before' })),
			node: { ...retrying, ...toErrorOutput },
		});
		expect(error).toBeUndefined();
		expect(answersOf(output[0])).toEqual([
			{ id: userId(1), plan: 1, dispatch_id: expect.any(String), message: 'success' },
			{ id: userId(2), plan: 2, dispatch_id: expect.any(String), message: 'success' },
		]);
		expect(bench.bodies()).toHaveLength(1);
	});
});

describe('an item on the error output', () => {
	const failing = campaignForm({
		campaignId: byId('={{ $json.campaign }}'),
		options: once,
	});
	const bad = { ...userItems(1)[0], campaign: UNKNOWN_ID, plan: 'gold' };

	test.each([{}, retrying])('keeps its fields beside brazeError with %p', async (node) => {
		const { output, executions } = await bench.run({
			parameters: failing,
			items: [bad],
			node: { ...toErrorOutput, ...node },
		});
		expect(executions).toBe(1);
		expect(bench.bodies()).toHaveLength(1);
		expect(jsonOf(output[1])).toEqual([
			{
				...bad,
				brazeError: {
					message: expect.stringMatching(/^Item 0: Braze refused the request \(400\): /),
					status: 400,
					mayHaveBeenSent: false,
					retryable: false,
					errors: expect.any(Array),
				},
			},
		]);
		expect(JSON.parse(JSON.stringify(output[1]))).toEqual([
			{ json: jsonOf(output[1])[0], pairedItem: { item: 0 } },
		]);
	});

	test('that comes from the error output of another node is not sent again', async () => {
		const items = userItems(3, (n) => ({
			error: { message: 'before' },
			campaign: n === 1 ? UNKNOWN_ID : 'c0000000-0000-4000-8000-000000000003',
		}));
		const { output } = await bench.run({
			parameters: failing,
			items,
			node: { ...retrying, ...toErrorOutput },
		});
		expect(pairedOf(output[0])).toEqual([{ item: 1 }, { item: 2 }]);
		expect(pairedOf(output[1])).toEqual([{ item: 0 }]);
		expect(bench.sandbox.deliveries).toHaveLength(2);
	});

	test('is the message alone among the others', async () => {
		const { output } = await bench.run({
			parameters: failing,
			items: [bad],
			node: { onError: 'continueRegularOutput' },
		});
		expect(jsonOf(output[0])).toEqual([{ error: expect.stringMatching(/^Item 0: Braze refused/) }]);
	});
});

describe('an answer that no Braze gives', () => {
	const odd: Array<[string, unknown]> = [
		['errors that are a number', { message: 'success', errors: 5 }],
		['errors that hold nothing', { message: 'success', errors: [null, undefined, [], {}] }],
		[
			'errors with an index of nowhere',
			{ message: 'success', errors: [{ index: 99 }, { index: -1 }] },
		],
		['a list', [1]],
		['a message that is an object', { message: { text: 'success' } }],
	];

	test.each(odd)('throws nothing away: %s', async (_what, body) => {
		stub.answer = { status: 201, body };
		const { output, error } = await bench.run({
			parameters: messageForm(),
			items: userItems(2),
			url: stub.url,
			node: { ...toErrorOutput, ...retrying },
		});
		expect(error).toBeUndefined();
		expect(stub.asked).toHaveLength(1);
		const all = [...pairedOf(output[0]), ...pairedOf(output[1])];
		expect(all).toEqual(ownPairs(2));
	});
});

describe('errors in an accepted answer', () => {
	const ask = async (errors: unknown, count: number) => {
		stub.answer = { status: 201, body: { message: 'success', errors } };
		return await bench.run({
			parameters: messageForm(),
			items: userItems(count),
			url: stub.url,
			node: toErrorOutput,
		});
	};

	test.each([
		["User 'user-002' not found"],
		['user-002 is unknown'],
		[{ index: 1, input_array: 'external_user_ids', type: 'bad' }],
	])('fail the user that they say was left out: %j', async (error) => {
		const { output } = await ask([error], 3);
		expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failuresIn(output[1])[0]).toMatch(/left this user out: .*the other users .* were sent$/);
		expect(jsonOf(output[1])[0].brazeError).toMatchObject({ mayHaveBeenSent: false });
	});

	test('that only name a user leave a doubt about that one', async () => {
		const { output } = await ask(['user-002 has an old app'], 3);
		expect(jsonOf(output[1])).toMatchObject([{ brazeError: { mayHaveBeenSent: true } }]);
		expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
	});

	test.each([['user-0021 not found'], ['something is wrong']])(
		'that name nobody are a warning to all: %j',
		async (error) => {
			const { output, hints } = await ask([error], 3);
			expect(pairedOf(output[0])).toEqual(ownPairs(3));
			expect(hints).toContainEqual(expect.objectContaining({ type: 'warning' }));
		},
	);

	test('that name nobody are a doubt about the only user', async () => {
		const { output } = await ask(['something is wrong'], 1);
		expect(jsonOf(output[1])).toMatchObject([{ brazeError: { mayHaveBeenSent: true } }]);
	});

	test('as text are told, and none are no warning', async () => {
		expect((await ask('all is odd', 2)).hints).toContainEqual(
			expect.objectContaining({ type: 'warning' }),
		);
		for (const none of [[], '', null]) {
			const { hints } = await ask(none, 2);
			expect(hints.filter(({ type }) => type === 'warning')).toEqual([]);
		}
	});
});

describe('Retry On Fail', () => {
	/** Gives its items out as they are, so that a loop comes to the same objects again. */
	const turns = 4;
	const items: INodeExecutionData[] = [
		{ json: { id: userId(1) } },
		{ json: { id: 'x', campaign: UNKNOWN_ID } },
	];
	const loop: INodeType = {
		description: {
			displayName: 'Loop',
			name: 'loop',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main', 'main'],
			properties: [],
		},
		async execute() {
			const state = this.getContext('node') as { turn?: number };
			state.turn = (state.turn ?? 0) + 1;
			return state.turn <= turns ? [items, []] : [[], items];
		},
	};

	test.each([{}, retrying])(
		'keeps no turn of a loop from sending what the one before sent, with %p',
		async (node) => {
			const parameters = campaignForm({
				campaignId: byId('={{ $json.campaign ?? "c0000000-0000-4000-8000-000000000003" }}'),
				options: { ...once, batching: { batch: { concurrency: 1 } } },
			});
			const settings = { ...node, onError: 'stopWorkflow' as const, continueOnFail: true };
			const { nodes } = sourceAndBraze(parameters, settings);
			const [source, braze] = nodes;
			const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
			await runWorkflow(
				{
					nodes: [source, { ...source, id: '3', type: 'test.loop', name: 'Loop' }, braze],
					connections: { Source: to('Loop'), Loop: to('Braze'), Braze: to('Loop') },
				},
				{
					items,
					credentials: credentialsFor(bench.sandbox.url, FULL_KEY),
					nodeTypes: { 'test.loop': loop },
				},
			);
			expect(bench.sandbox.deliveries).toHaveLength(turns);
		},
	);
});

test('what an agent or a person chose wrongly fails item by item where the node continues', async () => {
	const { output, error } = await bench.run({
		parameters: { resource: '__CUSTOM_API_CALL__' },
		items: userItems(2),
		node: toErrorOutput,
	});
	expect(error).toBeUndefined();
	expect(output[0]).toEqual([]);
	expect(failuresIn(output[1])[1]).toMatch(
		/^Item 1: Custom API Call is made with the HTTP Request/,
	);
});

test('a custom API call names the HTTP Request node though other parameters are missing', async () => {
	const { error } = await bench.run({ parameters: { resource: '__CUSTOM_API_CALL__' } });
	expect(shownBy(error)).toMatch(/HTTP Request node/);
});

test.each([
	['campaignTrigger', 'sendd', 'The resource "campaignTrigger" has no operation "sendd"'],
	['nothing', 'send', 'There is no resource "nothing"'],
])('%s: %s is told to be none', async (resource, operation, words) => {
	const { error } = await bench.run({ parameters: { ...campaignForm(), resource, operation } });
	expect(shownBy(error)).toContain(words);
});
