import type { IDataObject } from 'n8n-workflow';

import {
	ALL_USERS,
	byId,
	CANVAS,
	canvasForm,
	campaignForm,
	failuresIn,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	PAUSED_CANVAS,
	smsMessages,
	userId,
	userItems,
} from './support.cts';

const bench = openBench();

const broadcastForm = messageForm({
	sendTo: 'audience',
	segmentId: byId(ALL_USERS),
	broadcast: true,
});

const messagesOf = (hints: Array<{ message: string }>): string[] =>
	hints.map(({ message }) => message);

describe('a broadcast', () => {
	test.each([
		['a message', broadcastForm],
		['a campaign', campaignForm({ sendTo: 'audience', broadcast: true })],
		['a Canvas', canvasForm({ sendTo: 'audience', broadcast: true })],
	])('of %s that is equal for several items is sent once', async (_what, parameters) => {
		const { output, hints } = await bench.run({ parameters, items: userItems(5) });
		const { dispatch_id } = bench.onlyRequest().response as IDataObject;
		expect(jsonOf(output[0]).map((json) => json.dispatch_id)).toEqual(Array(5).fill(dispatch_id));
		expect(pairedOf(output[0])).toEqual(ownPairs(5));
		expect(messagesOf(hints)).toEqual(['5 items asked for the same broadcast: it was sent once']);
	});

	test('that differs is sent for each difference where that is allowed', async () => {
		await bench.run({
			parameters: {
				...broadcastForm,
				smsBody: '={{ $json.text }}',
				options: { allowSeveralBroadcasts: true },
			},
			items: [{ text: 'a' }, { text: 'b' }, { text: 'a' }],
		});
		expect(bench.bodies()).toHaveLength(2);
	});

	test('switch that the form no longer shows is not sent', async () => {
		const { error } = await bench.run({
			parameters: { ...broadcastForm, sendTo: 'eachItem' },
			items: userItems(1),
		});
		expect(error).toBeUndefined();
		expect(bench.onlyRequest().body).toEqual({
			external_user_ids: [userId(1)],
			messages: smsMessages,
		});
	});
});

describe('Dry Run', () => {
	const dryRun = { options: { dryRun: true } };

	test('that an expression gives for one item only stops the run before anything is sent', async () => {
		for (const first of [true, false]) {
			const { error } = await bench.run({
				parameters: messageForm({ options: { dryRun: '={{ $json.dry }}' } }),
				items: [
					{ external_user_id: 'user-001', dry: first },
					{ external_user_id: 'user-002', dry: !first },
				],
			});
			expect(error?.message).toContain("'Options' differ between item 0 and item 1");
		}
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('gives the requests that would leave and sends nothing', async () => {
		const { output } = await bench.run({
			parameters: messageForm({ ...dryRun, smsBody: '={{ $json.text }}' }),
			items: userItems(60, (n) => ({ text: n > 55 ? 'late' : 'early' })),
		});
		expect(bench.sandbox.requests).toEqual([]);
		const [first, second, third] = output[0];
		expect(output[0]).toHaveLength(3);
		expect(first.json).toEqual({
			dryRun: true,
			method: 'POST',
			url: `${bench.sandbox.url}/messages/send`,
			body: {
				external_user_ids: Array.from({ length: 50 }, (_, index) => userId(index + 1)),
				messages: { sms: { ...smsMessages.sms, body: 'early' } },
			},
			items: Array.from({ length: 50 }, (_, index) => index),
		});
		expect(second.json.items).toEqual([50, 51, 52, 53, 54]);
		expect(third.pairedItem).toEqual([55, 56, 57, 58, 59].map((item) => ({ item })));
	});

	test('shows what a real run then sends', async () => {
		const run = async (options: IDataObject) =>
			await bench.run({ parameters: canvasForm({ options }), items: userItems(3) });
		const { output } = await run({ dryRun: true });
		await run({});
		expect(bench.onlyRequest().body).toEqual(output[0][0].json.body);
	});

	test('keeps bad items apart', async () => {
		const { output } = await bench.run({
			parameters: messageForm(dryRun),
			items: [{ id: 'a' }, {}, { id: 'c' }],
			node: { onError: 'continueErrorOutput' },
		});
		expect(pairedOf(output[0])).toEqual([[{ item: 0 }, { item: 2 }]]);
		expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
		expect(bench.sandbox.requests).toEqual([]);
	});

	const time = { time: '2099-01-01T09:00:00' };
	test.each<[string, IDataObject, string]>([
		['campaignTrigger', campaignForm(), '/campaigns/trigger/send'],
		['canvasTrigger', canvasForm(), '/canvas/trigger/send'],
		[
			'schedule create',
			{ ...messageForm(time), resource: 'schedule', operation: 'createMessage' },
			'/messages/schedule/create',
		],
		[
			'schedule update',
			{
				resource: 'schedule',
				operation: 'updateCanvasTrigger',
				canvasId: byId(CANVAS),
				scheduleId: 's',
				delivery: 'exactTime',
				...time,
			},
			'/canvas/trigger/schedule/update',
		],
		[
			'schedule delete',
			{ resource: 'schedule', operation: 'deleteMessage', scheduleId: 's' },
			'/messages/schedule/delete',
		],
		[
			'sendId create',
			{ resource: 'sendId', operation: 'create', campaignId: byId('c') },
			'/sends/id/create',
		],
	])('is there for %s', async (_operation, parameters, path) => {
		const { output, error } = await bench.run({
			parameters: { ...parameters, ...dryRun },
			items: userItems(1),
		});
		expect(error).toBeUndefined();
		expect(jsonOf(output[0])).toEqual([
			{
				dryRun: true,
				method: 'POST',
				url: `${bench.sandbox.url}${path}`,
				body: expect.any(Object),
				items: [0],
			},
		]);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('the item of each expression', () => {
	test.each([
		['plain path', '={{ $json.text }}'],
		['plain path in brackets', '={{ $json["text"] }}'],
		['method', '={{ $json.text.toUpperCase().toLowerCase() }}'],
		['item index', '={{ "text " + ($itemIndex + 1) }}'],
		['text around it', '=text {{ $json.n }}'],
		['node before', '={{ $("Source").item.json.text }}'],
	])('is its own: %s', async (_how, smsBody) => {
		await bench.run({
			parameters: messageForm({ smsBody }),
			items: userItems(4, (n) => ({ n, text: `text ${n}` })),
		});
		const sent = bench.sandbox.deliveries.map(({ userId: user, content }) => [
			user,
			(content as { body: string }).body,
		]);
		expect(sent.sort()).toEqual([1, 2, 3, 4].map((n) => [userId(n), `text ${n}`]));
	});

	test('is its own inside a collection, too', async () => {
		await bench.run({
			parameters: messageForm({ smsFields: { mediaItems: ['={{ $json.image }}'] } }),
			items: userItems(2, (n) => ({ image: `https://example.com/${n}.png` })),
		});
		const sent = bench
			.bodies()
			.map(({ external_user_ids, messages }) => [external_user_ids, messages]);
		const expected = [1, 2].map((n) => [
			[userId(n)],
			{ sms: { ...smsMessages.sms, media_items: [`https://example.com/${n}.png`] } },
		]);
		expect(sent.sort()).toEqual(expected);
	});

	test('gives a missing field as empty, never as that of another item', async () => {
		const { output } = await bench.run({
			parameters: messageForm({ smsBody: '={{ $json.text }}' }),
			items: userItems(3, (n): IDataObject => (n === 2 ? {} : { text: 'x' })),
			node: { onError: 'continueErrorOutput' },
		});
		expect(pairedOf(output[1])).toEqual([{ item: 1 }]);
		expect(failuresIn(output[1])[0]).toContain("'SMS Body' is empty");
	});
});

test('the notice of a paused Canvas makes each item one that was not sent', async () => {
	const { output } = await bench.run({
		parameters: canvasForm({ canvasId: byId(PAUSED_CANVAS) }),
		items: userItems(2),
		node: { onError: 'continueErrorOutput' },
	});
	const { notice } = bench.onlyRequest().response as { notice: string };
	expect(notice).toEqual(expect.stringMatching(/paused/i));
	expect(output[0]).toEqual([]);
	expect(failuresIn(output[1])).toEqual(
		[0, 1].map((item) =>
			expect.stringContaining(
				`Item ${item}: Braze took the request, but nothing is sent: ${notice}`,
			),
		),
	);
	expect(bench.sandbox.deliveries).toEqual([]);
});
