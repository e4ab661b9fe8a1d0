import type { IDataObject } from 'n8n-workflow';

import { openStub } from './stub.cts';
import {
	answersOf,
	ARCHIVED_CANVAS,
	byId,
	canvasForm,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	userItems,
	once,
} from './support.cts';

const bench = openBench();
const stub = openStub();

describe('what Braze accepts', () => {
	const accepted: Array<[string, number, IDataObject, IDataObject]> = [
		[
			'with minor errors',
			201,
			{ message: 'success', errors: ['a device is unknown'] },
			{ message: 'success', errors: ['a device is unknown'] },
		],
		[
			'with errors that are objects',
			201,
			{ message: 'success', errors: [{ type: 'invalid' }] },
			{ message: 'success', errors: [{ type: 'invalid' }] },
		],
		['queued', 202, { message: 'queued' }, { message: 'queued', queued: true }],
		[
			'with an empty key that n8n takes for a failure',
			200,
			{ message: 'success', error: null },
			{ message: 'success' },
		],
		[
			'with a send ID',
			201,
			{ message: 'success', send_id: 'abc', dispatch_id: 'd' },
			{ message: 'success', send_id: 'abc', dispatch_id: 'd' },
		],
	];

	test.each(accepted)('%s', async (_how, status, body, json) => {
		stub.answer = { status, body };
		const { output, error } = await bench.run({
			parameters: messageForm(once),
			items: userItems(2),
			url: stub.url,
			node: { onError: 'continueErrorOutput' },
		});
		expect(error).toBeUndefined();
		expect(output[1] ?? []).toEqual([]);
		expect(answersOf(output[0])).toEqual([json, json]);
		expect(pairedOf(output[0])).toEqual(ownPairs(2));
		expect(stub.asked).toHaveLength(1);
	});

	test('with minor errors is told in a hint', async () => {
		stub.answer = { status: 201, body: { message: 'success', errors: ['minor'] } };
		const { hints } = await bench.run({
			parameters: messageForm(),
			items: userItems(2),
			url: stub.url,
		});
		expect(hints).toContainEqual({
			type: 'warning',
			location: 'outputPane',
			message: expect.stringContaining('2 items and lists'),
		});
	});

	test('for users it does not know gives their errors, as the sandbox does', async () => {
		const { output } = await bench.run({
			parameters: messageForm(),
			items: [{ id: 'user-001' }, { id: 'invalid-user-001' }],
			node: { onError: 'continueErrorOutput' },
		});
		const { errors } = bench.onlyRequest().response as { errors: unknown[] };
		expect(errors).toHaveLength(1);
		expect(jsonOf(output[0])).toMatchObject([{ message: 'success', errors }]);
		expect(bench.sandbox.deliveries).toHaveLength(1);
	});

	test('in the sandbox while it is queued', async () => {
		bench.sandbox.faults.use({ script: ['queued'] });
		const { output } = await bench.run({ parameters: messageForm(), items: userItems(1) });
		expect(answersOf(output[0])).toEqual([{ message: 'queued', queued: true }]);
	});

	test('for an archived Canvas is not sent, and says why', async () => {
		const { error } = await bench.run({
			parameters: canvasForm({ canvasId: byId(ARCHIVED_CANVAS) }),
			items: userItems(1),
		});
		expect(error?.message).toMatch(
			/^Item 0: Braze took the request, but nothing is sent: .*archived.*not sent: 1 item \(0\)$/i,
		);
	});
});
