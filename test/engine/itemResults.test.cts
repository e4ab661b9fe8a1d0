import {
	answersOf,
	byId,
	campaignForm,
	jsonOf,
	messageForm,
	openBench,
	pairedOf,
	UNKNOWN_ID,
	userId,
	userItems,
	listForm,
	once,
	retrying,
	toErrorOutput,
} from './support.cts';

const bench = openBench();

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
		...once,
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
