import type { IDataObject } from 'n8n-workflow';

import { openStub } from './stub.cts';
import {
	answersOf,
	ARCHIVED_CANVAS,
	byId,
	campaignForm,
	canvasForm,
	failuresIn,
	jsonOf,
	messageForm,
	openBench,
	ownPairs,
	pairedOf,
	shownBy,
	UNKNOWN_ID,
	userItems,
} from './support.cts';

const bench = openBench();
const stub = openStub();

const once = { options: { maxAttempts: 1 } };

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

/** An answer, and what the failure must say. */
const refused: Array<[string, number, unknown, string]> = [
	[
		'a title and details',
		400,
		{ message: 'Bad Request', errors: ['a is wrong', 'b too'] },
		'Bad Request; a is wrong; b too',
	],
	[
		'details as objects',
		400,
		{ message: 'Bad Request', errors: [{ message: 'a', index: 3 }, { type: 'b' }, { id: 'c' }] },
		'Bad Request; a (entry 3); b; c',
	],
	['one error as text', 400, { error: 'The body is not valid JSON' }, 'The body is not valid JSON'],
	['an error that is an object', 400, { error: { code: 7 } }, '{"code":7}'],
	[
		'errors that are no list',
		400,
		{ message: 'Bad Request', errors: 'all wrong' },
		'Bad Request; all wrong',
	],
	['details that repeat the title', 400, { message: 'Same', errors: ['Same'] }, '(400): Same. '],
	['no words at all', 400, {}, '(400): {}'],
	['no body', 403, undefined, '(403): an empty answer'],
	[
		'an unknown key',
		401,
		{ message: 'Invalid API key: x' },
		'Check the REST API key and the instance',
	],
	['a missing permission', 403, { message: 'Access Denied' }, 'the permission messages.send'],
	['a wrong address', 404, { message: 'Not Found' }, 'Check the instance in the Braze credential'],
	[
		'a body that is too large',
		413,
		{ message: 'Request Entity Too Large' },
		'Braze takes up to 4 MB',
	],
	['another content type', 415, { message: 'Unsupported Media Type' }, 'Content-Type'],
	['the rate limit', 429, { message: 'Rate Limited' }, 'Rate Limited'],
	[
		'a page instead of JSON',
		502,
		'<html><title>502</title><body>Bad   Gateway</body></html>',
		'502 Bad Gateway',
	],
	['a fault of its own', 500, { message: 'Internal Server Error' }, 'Internal Server Error'],
	['no capacity', 503, { message: 'Service Unavailable' }, 'Service Unavailable'],
	['a redirect', 302, { message: 'Found' }, '(302): Found'],
];

describe('what Braze refuses with', () => {
	const run = async (node = {}) =>
		await bench.run({
			parameters: messageForm(once),
			items: userItems(1),
			url: stub.url,
			node,
		});

	test.each(refused)('%s is readable', async (_what, status, body, words) => {
		stub.answer = { status, body };
		const { error } = await run();
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: String(status) });
		expect(error?.message).toMatch(/^Item 0: Braze refused the request \(\d+\): /);
		expect(shownBy(error)).toContain(words);
		expect(error?.message).not.toMatch(/\[object|undefined|<html/);
		expect(error?.description).toBeTruthy();
	});

	test.each(refused)('%s says the same on the error output', async (_what, status, body, words) => {
		stub.answer = { status, body };
		const { output } = await run({ onError: 'continueErrorOutput' });
		expect(output[0]).toEqual([]);
		expect(failuresIn(output[1])[0]).toContain(words);
	});

	test('a gateway that gave up says that it may have been sent', async () => {
		stub.answer = { status: 504, body: { message: 'Gateway Timeout' } };
		const { error } = await run();
		expect(error?.message).toContain('Gateway Timeout');
		expect(error?.message).toContain('may have been sent');
		expect(stub.asked).toHaveLength(1);
	});

	test('a long page is cut', async () => {
		stub.answer = { status: 400, body: `<p>${'x'.repeat(5000)}</p>` };
		const { error } = await run();
		expect(error?.message.length).toBeLessThan(600);
	});
});

describe('the sandbox refuses, in the words of Braze', () => {
	test.each([
		['a key without the permission', 'sandbox-send-only-key', campaignForm(once), 'Access Denied'],
		['an unknown key', 'nobody-knows-this-key', messageForm(once), 'Invalid API key: ***'],
		[
			'an unknown campaign',
			undefined,
			campaignForm({ ...once, campaignId: byId(UNKNOWN_ID) }),
			UNKNOWN_ID,
		],
		[
			'more than 4 MB',
			undefined,
			messageForm({
				...once,
				channels: ['email'],
				emailFrom: 'A <a@example.com>',
				emailAppId: 'a',
				emailBody: '={{ "x".repeat(4300000) }}',
			}),
			'4 MB',
		],
	])('%s', async (_what, apiKey, parameters, words) => {
		const { error } = await bench.run({ parameters, items: userItems(1), apiKey });
		expect(shownBy(error)).toContain(words);
		expect(bench.sandbox.deliveries).toEqual([]);
	});
});

test('nothing listens there: it says so, and that nothing was sent', async () => {
	const { error } = await bench.run({
		parameters: messageForm(once),
		items: userItems(1),
		url: 'http://127.0.0.1:1',
	});
	expect(error?.message).toContain('could not be reached');
	expect(error?.description).toContain('nothing was sent');
});

test.each(['reset-after', 'truncated'] as const)(
	'a connection that ends (%s) says that it may have been sent, and it is not sent again',
	async (fault) => {
		bench.sandbox.faults.use({ script: [fault] });
		const { error } = await bench.run({ parameters: messageForm(), items: userItems(1) });
		expect(error?.message).toContain('may have been sent');
		expect(bench.sandbox.requests).toHaveLength(1);
		expect(bench.sandbox.deliveries).toHaveLength(1);
	},
);

test('the request carries the key as a bearer, JSON, and nothing of the key elsewhere', async () => {
	stub.answer = { status: 201, body: { message: 'success' } };
	await bench.run({
		parameters: messageForm(),
		items: userItems(1),
		url: stub.url,
		apiKey: '  key-with-spaces-around  ',
	});
	const [{ method, url, headers, body }] = stub.asked;
	expect({ method, url }).toEqual({ method: 'POST', url: '/messages/send' });
	expect(headers.authorization).toBe('Bearer key-with-spaces-around');
	expect(headers['content-type']).toMatch(/^application\/json/);
	expect(body).not.toContain('key-with-spaces');
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
