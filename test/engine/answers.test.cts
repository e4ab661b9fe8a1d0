import { openStub } from './stub.cts';
import {
	byId,
	campaignForm,
	failuresIn,
	messageForm,
	openBench,
	shownBy,
	UNKNOWN_ID,
	userItems,
	once,
} from './support.cts';

const bench = openBench();
const stub = openStub();

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
		expect(error?.message).toMatch(/^Item 0: (?:Braze|Something) refused the request \(\d+\): /);
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
