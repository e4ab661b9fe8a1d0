import type { IDataObject } from 'n8n-workflow';

import {
	byId,
	campaignForm,
	canvasForm,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	PUSH_CAMPAIGN,
	smsMessages,
	TRIGGERED_CAMPAIGN,
	userId,
	userItems,
} from './support.cts';

const bench = openBench();

const SLOW_MS = 250;

const usersOf = (list: string): unknown[] =>
	bench
		.bodies()
		.map((body) =>
			(body[list] as Array<IDataObject | string>).map((user) =>
				typeof user === 'string' ? user : user.external_user_id,
			),
		);
const range = (first: number, last: number): string[] =>
	Array.from({ length: last - first + 1 }, (_, index) => userId(first + index));
/** Requests leave side by side, so they may arrive in any order. */
const byFirstUser = (lists: unknown[]): unknown[] =>
	[...(lists as string[][])].sort(([a], [b]) => a.localeCompare(b));

describe('120 items with the same message share 3 requests', () => {
	const threeRequests = [range(1, 50), range(51, 100), range(101, 120)];

	test('of a message', async () => {
		const { output } = await bench.run({ parameters: messageForm(), items: userItems(120) });
		expect(byFirstUser(usersOf('external_user_ids'))).toEqual(threeRequests);
		for (const { messages } of bench.bodies()) expect(messages).toEqual(smsMessages);
		expect(pairedOf(output[0])).toEqual(ownPairs(120));
		expect(bench.sandbox.deliveries).toHaveLength(120);
	});

	test.each([
		['a campaign', campaignForm, 'recipientTriggerProperties', 'trigger_properties'],
		['a Canvas', canvasForm, 'recipientContext', 'context'],
	])('of %s, whatever properties each user has', async (_what, form, name, key) => {
		const { output, hints } = await bench.run({
			parameters: form({ [`${name}Source`]: 'selectedInputFields', [`${name}InputFields`]: 'n' }),
			items: userItems(120, (n) => ({ n })),
		});
		expect(byFirstUser(usersOf('recipients'))).toEqual(threeRequests);
		for (const { recipients } of bench.bodies()) {
			for (const recipient of recipients as IDataObject[]) {
				const n = Number(String(recipient.external_user_id).slice(-3));
				expect(recipient[key]).toEqual({ n });
			}
		}
		expect(pairedOf(output[0])).toEqual(ownPairs(120));
		expect(new Set(jsonOf(output[0]).map(({ dispatch_id }) => dispatch_id)).size).toBe(3);
		expect(hints).toEqual([
			{
				type: 'info',
				location: 'outputPane',
				message: expect.stringContaining('3 requests served 120 items'),
			},
		]);
	});

	test('each item gets the answer of the request that carried its user', async () => {
		const { output } = await bench.run({ parameters: messageForm(), items: userItems(120) });
		const dispatchOf = new Map(
			bench.sandbox.deliveries.map(({ userId: user, dispatchId }) => [user, dispatchId]),
		);
		expect(jsonOf(output[0]).map(({ dispatch_id }) => dispatch_id)).toEqual(
			range(1, 120).map((user) => dispatchOf.get(user)),
		);
	});
});

test('only items whose message is equal share a request', async () => {
	const { output } = await bench.run({
		parameters: messageForm({ smsBody: '={{ $json.text }}' }),
		items: userItems(6, (n) => ({ text: n % 2 ? 'odd' : 'even' })),
	});
	const sent = bench
		.bodies()
		.map(({ messages, external_user_ids }) => [
			(messages as typeof smsMessages).sms.body,
			external_user_ids,
		]);
	expect(sent.sort()).toEqual([
		['even', [userId(2), userId(4), userId(6)]],
		['odd', [userId(1), userId(3), userId(5)]],
	]);
	expect(pairedOf(output[0])).toEqual(ownPairs(6));
});

test('expressions that give every item the same still share a request', async () => {
	await bench.run({
		parameters: messageForm({ smsBody: '={{ $json.id ? "same" : "other" }}' }),
		items: userItems(3),
	});
	expect(bench.onlyRequest().body).toMatchObject({ messages: { sms: { body: 'same' } } });
});

test('items of different campaigns do not share a request', async () => {
	await bench.run({
		parameters: campaignForm({ campaignId: { ...byId('={{ $json.campaign }}') } }),
		items: userItems(4, (n) => ({ campaign: n > 2 ? PUSH_CAMPAIGN : TRIGGERED_CAMPAIGN })),
	});
	expect(
		bench
			.bodies()
			.map(({ campaign_id }) => campaign_id)
			.sort(),
	).toEqual([TRIGGERED_CAMPAIGN, PUSH_CAMPAIGN]);
});

test('where each message differs, each item has its own request and a hint says why', async () => {
	const { hints } = await bench.run({
		parameters: messageForm({ smsBody: '={{ $json.id }}' }),
		items: userItems(3),
	});
	expect(bench.bodies()).toHaveLength(3);
	expect(hints).toMatchObject([{ message: expect.stringContaining('request of its own') }]);
});

describe('the same user twice', () => {
	const items = [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }];

	test('is never in one request, and a later request waits for the earlier one', async () => {
		const slow = { kind: 'slow' as const, ms: SLOW_MS };
		bench.sandbox.faults.use({ script: [slow, slow, slow] });
		const { output } = await bench.run({ parameters: messageForm(), items });
		expect(usersOf('external_user_ids')).toEqual([['a', 'b'], ['a'], ['a']]);
		const [first, second, third] = bench.sandbox.requests.map(({ at }) => at);
		expect(second - first).toBeGreaterThanOrEqual(SLOW_MS - 5);
		expect(third - second).toBeGreaterThanOrEqual(SLOW_MS - 5);
		expect(pairedOf(output[0])).toEqual(ownPairs(4));
		expect(new Set(jsonOf(output[0]).map(({ dispatch_id }) => dispatch_id)).size).toBe(3);
	});

	test('keeps the order of its messages, even of different ones', async () => {
		await bench.run({
			parameters: messageForm({ smsBody: '={{ $json.text }}' }),
			items: [
				{ id: 'a', text: 'first' },
				{ id: 'b', text: 'second' },
				{ id: 'a', text: 'second' },
				{ id: 'a', text: 'first' },
			],
		});
		const toA = bench.sandbox.deliveries.filter(({ userId: user }) => user === 'a');
		expect(toA.map(({ content }) => (content as { body: string }).body)).toEqual([
			'first',
			'second',
			'first',
		]);
		expect(bench.sandbox.requests.flatMap(({ notes }) => notes)).toEqual([]);
	});

	test.each([
		['an email address in another case', { userIdentifier: 'email', email: '={{ $json.id }}' }],
		['a Braze ID in another case', { userIdentifier: 'brazeId', brazeId: '={{ $json.id }}' }],
	])('is seen in %s', async (_how, naming) => {
		await bench.run({
			parameters: campaignForm({ ...naming, prioritization: ['identified'] }),
			items: [{ id: 'Abc@example.com' }, { id: 'aBC@example.com' }],
		});
		expect(bench.bodies()).toHaveLength(2);
	});
});

describe('how many share a request', () => {
	test('follows Users per Request', async () => {
		await bench.run({
			parameters: messageForm({ options: { batching: { batch: { usersPerRequest: 10 } } } }),
			items: userItems(25),
		});
		expect(byFirstUser(usersOf('external_user_ids'))).toEqual([
			range(1, 10),
			range(11, 20),
			range(21, 25),
		]);
	});

	test('leaves the list of an item together', async () => {
		const list = (first: number, last: number) => ({ users: range(first, last) });
		await bench.run({
			parameters: messageForm({ sendTo: 'userList', externalUserIds: '={{ $json.users }}' }),
			items: [list(1, 30), list(31, 60), list(61, 80)],
		});
		expect(byFirstUser(usersOf('external_user_ids'))).toEqual([
			[...range(1, 30), ...range(61, 80)],
			range(31, 60),
		]);
	});

	test.each([51, 0, 2.5])('refuses %p Users per Request', async (usersPerRequest) => {
		const { error } = await bench.run({
			parameters: messageForm({ options: { batching: { batch: { usersPerRequest } } } }),
			items: userItems(1),
		});
		expect(error?.message).toContain("'Users per Request'");
		expect(bench.bodies()).toEqual([]);
	});

	test('Requests at Once bounds how many wait for an answer', async () => {
		const slow = { kind: 'slow' as const, ms: SLOW_MS };
		bench.sandbox.faults.use({ script: [slow, slow, slow] });
		await bench.run({
			parameters: messageForm({
				smsBody: '={{ $json.id }}',
				options: { batching: { batch: { concurrency: 2 } } },
			}),
			items: userItems(3),
		});
		const [first, second, third] = bench.sandbox.requests.map(({ at }) => at);
		expect(second - first).toBeLessThan(SLOW_MS);
		expect(third - first).toBeGreaterThanOrEqual(SLOW_MS - 5);
	});
});

test('a long list of one item is not told as items that differ', async () => {
	const ids = (from: number): string =>
		Array.from({ length: 60 }, (_, index) => userId(from + index)).join();
	const parameters = messageForm({ sendTo: 'userList', externalUserIds: '={{ $json.ids }}' });
	const one = await bench.run({ parameters, items: [{ ids: ids(1) }] });
	expect(bench.sandbox.requests).toHaveLength(2);
	expect(one.hints).toEqual([]);
	const two = await bench.run({ parameters, items: [{ ids: ids(1) }, { ids: ids(61) }] });
	expect(bench.sandbox.requests).toHaveLength(5);
	for (const { message } of two.hints) expect(message).not.toMatch(/differs|[^2] items/);
});
