import { openStub } from './stub.cts';
import {
	failuresIn,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	userItems,
	retrying,
	toErrorOutput,
	campaignForm,
	canvasForm,
	once,
} from './support.cts';

const bench = openBench();
const stub = openStub();

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

describe('errors beside a success', () => {
	const told = async (errors: unknown, form = campaignForm(once)) => {
		stub.answer = { status: 201, body: { message: 'success', errors } };
		const run = await bench.run({
			parameters: form,
			items: userItems(2),
			url: stub.url,
			node: { onError: 'continueErrorOutput' },
		});
		expect(run.error).toBeUndefined();
		const warnings = run.hints.filter(({ type }) => type === 'warning');
		return { failed: failuresIn(run.output[1]), warnings };
	};

	test.each([['text'], [{ a: 1 }], [['x']], [[null]], [[5]], [[[1]]], [true], [[{}]]])(
		'%j are told',
		async (errors) => {
			expect(await told(errors)).toMatchObject({ failed: [], warnings: [{}] });
		},
	);

	test.each([[[]], [''], [null], [false]])('%j are none', async (errors) => {
		expect(await told(errors)).toEqual({ failed: [], warnings: [] });
	});

	test.each([
		['user-002 not found', 'user-002 not found'],
		[{ message: 'User not found', external_user_id: 'user-002' }, 'User not found'],
		[{ message: 'left out', recipient: { external_user_id: 'user-002' } }, 'left out'],
		[{ index: 1, error: 'bad address' }, 'bad address'],
		[{ index: 1, code: 17 }, '{"code":17}'],
		[{ index: 1 }, 'no reason given'],
	])('%j names one item, alone and in a list', async (entry, reason) => {
		for (const errors of [entry, [entry]]) {
			const { failed } = await told(errors);
			expect(failed).toEqual([expect.stringMatching(/^Item 1: .*left this user out/)]);
			expect(failed[0]).toContain(reason);
		}
	});

	test('in another form than a list count on user data, too', async () => {
		const upsert = {
			resource: 'user',
			operation: 'upsert',
			userIdentifier: 'externalUserId',
			externalUserId: '={{ $json.id }}',
			attributesSource: 'json',
			attributesJson: '{ "city": "Bonn" }',
			...once,
		};
		const { failed } = await told(
			{ type: 'bad city', input_array: 'attributes', index: 1 },
			upsert,
		);
		expect(failed).toEqual([expect.stringContaining('bad city')]);
	});

	test.each(['', ' '])('a notice that says nothing (%j) is none', async (notice) => {
		stub.answer = { status: 201, body: { message: 'success', notice } };
		const { hints } = await bench.run({
			parameters: canvasForm(once),
			items: userItems(1),
			url: stub.url,
		});
		expect(hints).toEqual([]);
	});
});
