import type { IDataObject } from 'n8n-workflow';

import { credentialFor } from '../../engine/brazeNode.cts';
import { runBraze } from '../../engine/engine.cts';
import {
	answersOf,
	campaignForm,
	failuresIn,
	FULL_KEY,
	jsonOf,
	messageForm,
	openBench,
	pairedOf,
	shownBy,
	UNKNOWN_ID,
	byId,
	userItems,
} from './support.cts';

const bench = openBench();

/** Tries a request once, so that a fault is final at once. */
const once = { options: { maxAttempts: 1 } };

const deliveredTo = (): string[] => bench.sandbox.deliveries.map(({ userId }) => userId);

/** The middle one names nobody. */
const oneBad = [{ id: 'a' }, { name: 'nobody' }, { id: 'c' }];
const emptyTitle = "Item 1: 'External User ID' is empty";
const emptyFix = 'Every item needs it: check what its expression gives for this item';
const emptyId = `${emptyTitle}. ${emptyFix}`;

describe('an item that is found bad before sending', () => {
	test('stops the run, and nothing left the wire', async () => {
		const { error, output } = await bench.run({ parameters: messageForm(), items: oneBad });
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: emptyTitle,
			description: emptyFix,
		});
		expect(error).toMatchObject({ context: { itemIndex: 1 } });
		expect(output).toEqual([]);
		expect(bench.bodies()).toEqual([]);
	});

	test('far behind good ones stops the run before the first request', async () => {
		const items = [...userItems(119), { name: 'nobody' }];
		const { error } = await bench.run({ parameters: messageForm(), items });
		expect(error?.message).toContain('Item 119:');
		expect(bench.bodies()).toEqual([]);
	});

	test.each([{ onError: 'continueRegularOutput' as const }, { continueOnFail: true }])(
		'stands in its place among the answers with %p',
		async (node) => {
			const { output, error } = await bench.run({ parameters: messageForm(), items: oneBad, node });
			expect(error).toBeUndefined();
			expect(output).toHaveLength(1);
			expect(answersOf(output[0])).toEqual([
				{ dispatch_id: expect.any(String), message: 'success' },
				{ error: emptyId },
				{ dispatch_id: expect.any(String), message: 'success' },
			]);
			expect(output[0][1].error).toMatchObject({ message: emptyId });
			expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
			expect(bench.onlyRequest().body).toMatchObject({ external_user_ids: ['a', 'c'] });
		},
	);

	test('goes to the error output, and the good ones are sent once', async () => {
		const { output } = await bench.run({
			parameters: messageForm(),
			items: oneBad,
			node: { onError: 'continueErrorOutput' },
		});
		const [good, bad] = output;
		expect(pairedOf(good)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(jsonOf(good).every(({ message }) => message === 'success')).toBe(true);
		expect(jsonOf(bad)).toEqual([
			{
				name: 'nobody',
				brazeError: {
					message: emptyId,
					status: null,
					mayHaveBeenSent: false,
					retryable: false,
					errors: [],
				},
			},
		]);
		expect(pairedOf(bad)).toEqual([{ item: 1 }]);
		expect(deliveredTo()).toEqual(['a', 'c']);
	});

	test('is one output each where every item is bad', async () => {
		const { output } = await bench.run({
			parameters: messageForm(),
			items: [{}, {}, {}],
			node: { onError: 'continueErrorOutput' },
		});
		expect(output[0]).toEqual([]);
		expect(pairedOf(output[1])).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(bench.bodies()).toEqual([]);
	});
});

/** Braze refuses the request of the middle item: its campaign is unknown. */
const refusedItems = () =>
	userItems(3, (n): IDataObject => (n === 2 ? { campaign: UNKNOWN_ID } : {}));
const refusedForm = campaignForm({
	campaignId: byId('={{ $json.campaign ?? "c0000000-0000-4000-8000-000000000003" }}'),
	...once,
});

describe('an item that Braze refuses', () => {
	test('goes to the error output, the others to the regular one', async () => {
		const { output } = await bench.run({
			parameters: refusedForm,
			items: refusedItems(),
			node: { onError: 'continueErrorOutput' },
		});
		expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 2 }]);
		expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
		expect(failuresIn(output[1])[0]).toMatch(/^Item 1: Braze refused the request \(400\): /);
		expect(deliveredTo().sort()).toEqual(['user-001', 'user-003']);
	});

	test('stops the run and tells which items were sent', async () => {
		const { error } = await bench.run({
			parameters: {
				...refusedForm,
				options: { maxAttempts: 1, batching: { batch: { concurrency: 1 } } },
			},
			items: refusedItems(),
		});
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '400' });
		expect(error?.message).toContain('Item 1: Braze refused the request (400)');
		expect(error?.message).toMatch(/Sent: 2 items \(0, 2\).*not sent: 1 item \(1\)/);
	});

	test('fails every item of its request, each paired', async () => {
		const { output } = await bench.run({
			parameters: campaignForm({ campaignId: byId(UNKNOWN_ID), ...once }),
			items: userItems(3),
			node: { onError: 'continueErrorOutput' },
		});
		expect(bench.bodies()).toHaveLength(1);
		expect(output[0]).toEqual([]);
		expect(pairedOf(output[1])).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(failuresIn(output[1]).map((message) => message.slice(0, 7))).toEqual([
			'Item 0:',
			'Item 1:',
			'Item 2:',
		]);
	});
});

describe('Retry On Fail', () => {
	const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	test('does not send again what was sent, when the node continues on fail', async () => {
		const { output } = await bench.run({
			parameters: refusedForm,
			items: refusedItems(),
			node: { ...retrying, onError: 'continueErrorOutput' },
		});
		expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 2 }]);
		expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
		expect(bench.sandbox.deliveryCounts().map(({ count }) => count)).toEqual([1, 1]);
		expect(bench.bodies()).toHaveLength(2);
	});

	test('does not send again what was sent, when the node stops', async () => {
		await bench.run({ parameters: refusedForm, items: refusedItems(), node: retrying });
		expect(bench.sandbox.deliveryCounts().filter(({ count }) => count > 1)).toEqual([]);
	});

	test('does not send at all while an item is bad', async () => {
		const { error } = await bench.run({ parameters: messageForm(), items: oneBad, node: retrying });
		expect(shownBy(error)).toBe(emptyId);
		expect(bench.bodies()).toEqual([]);
	});
});

test('a parameter whose expression fails is the failure of its item', async () => {
	const { output } = await bench.run({
		parameters: messageForm({ smsBody: '={{ $json.order.number.toFixed(0) }}' }),
		items: userItems(3, (n) => ({ order: n === 2 ? null : { number: n } })),
		node: { onError: 'continueErrorOutput' },
	});
	expect(pairedOf(output[0])).toEqual([{ item: 0 }, { item: 2 }]);
	expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
	expect(deliveredTo().sort()).toEqual(['user-001', 'user-003']);
});

test('an expression that n8n refuses is told with its field, and the item once', async () => {
	const { output } = await bench.run({
		parameters: messageForm({ smsBody: `={{ $json.bad ? $('Nowhere').item.json.x : 'Hi' }}` }),
		items: userItems(2, (n) => ({ bad: n === 2 })),
		node: { onError: 'continueErrorOutput' },
	});
	expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
	const [failure] = failuresIn(output[1]);
	expect(failure).toMatch(/^Item 1: 'SMS Body' holds an expression that n8n cannot evaluate: /);
	expect(failure).not.toMatch(/\[item \d+\]/);
	expect(failure).not.toMatch(/\.\.|<|>/);
});

test('every item fails where a setting of the whole run is wrong', async () => {
	const { output } = await bench.run({
		parameters: messageForm({ options: { timeout: -5 } }),
		items: userItems(2),
		node: { onError: 'continueErrorOutput' },
	});
	expect(pairedOf(output[1])).toEqual([{ item: 0 }, { item: 1 }]);
	expect(failuresIn(output[1])[0]).toContain("'Timeout'");
	expect(bench.bodies()).toEqual([]);
});

test('Retry On Fail tells what the first try sent, whatever its own try fails of', async () => {
	// the first try sends all but the last item, which Braze refuses; then the credential is broken
	let askedWhileBroken = 0;
	const credentials = {
		get brazeApi() {
			const good = credentialFor(bench.sandbox.url, FULL_KEY);
			if (bench.sandbox.requests.length === 0) return good;
			askedWhileBroken += 1;
			return { ...good, instance: 'https://nowhere.example' };
		},
	};
	const { error } = await runBraze({
		parameters: {
			...refusedForm,
			options: { maxAttempts: 1, batching: { batch: { concurrency: 1 } } },
		},
		items: refusedItems(),
		node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		credentials,
	});
	expect(askedWhileBroken).toBe(2);
	expect(error?.message).toMatch(
		/none of the list.*Sent: 2 items \(0, 2\); not sent: 1 item \(1\)$/,
	);
	expect(bench.sandbox.deliveryCounts().map(({ count }) => count)).toEqual([1, 1]);
});
