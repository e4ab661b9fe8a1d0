import { withAttempts } from '../../nodes/Braze/pipeline/send/attempts.ts';
import type { PlannedRequest } from '../../nodes/Braze/pipeline/request.ts';
import { openExchange } from '../../nodes/Braze/pipeline/send/transport.ts';

const TIMEOUT_MS = 1000;
const planned: PlannedRequest = {
	request: { method: 'POST', path: '/messages/send', body: {} },
	entries: [],
	entryItems: [],
	itemIndexes: [0],
	after: [],
};

/** What n8n 1 throws: it loses the fault itself, but keeps its code and its words. */
const wrappedByN8n1 = (code: string, words: string): Error =>
	Object.assign(new Error('The service is offline, perhaps'), {
		httpCode: code,
		messages: [words],
		cause: undefined,
	});

/** What n8n 2 throws: the fault is the cause. */
const wrappedByN8n2 = (code: string, words: string): Error =>
	Object.assign(wrappedByN8n1(code, words), { cause: Object.assign(new Error(words), { code }) });

afterEach(() => jest.restoreAllMocks());

describe.each([
	['n8n 1', wrappedByN8n1],
	['n8n 2', wrappedByN8n2],
])('A fault as %s gives it', (_name, wrapped) => {
	const exchanged = async (code: string, words: string) => {
		const request = () => Promise.reject(wrapped(code, words));
		const exchange = openExchange({ url: '', request, mask: (text) => text }, TIMEOUT_MS);
		return (await exchange(planned)()).outcome;
	};

	test.each([
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:9'],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND rest.example.braze.com'],
		[
			'ECONNRESET',
			'Client network socket disconnected before secure TLS connection was established',
		],
	])('%s before the request left may be tried again', async (code, words) => {
		expect(await exchanged(code, words)).toMatchObject({
			kind: 'rejected',
			retryable: true,
			reason: `Braze could not be reached (${words})`,
		});
	});

	test.each([
		['ECONNRESET', 'socket hang up'],
		['ECONNABORTED', 'timeout of 1000ms exceeded'],
	])('%s after the request left may have been sent', async (code, words) => {
		expect(await exchanged(code, words)).toMatchObject({
			kind: 'mayHaveBeenSent',
			reason: `The connection ended before Braze answered (${words}), so this may have been sent`,
		});
	});

	test('an execution that was cancelled may have been sent, and says so', async () => {
		expect(await exchanged('ERR_CANCELED', 'canceled')).toMatchObject({
			kind: 'mayHaveBeenSent',
			reason: 'The execution was cancelled before Braze answered, so this may have been sent',
		});
	});
});

test('a request that is sent again is written out once', async () => {
	const text = { toJSON: jest.fn(() => 'Hello') };
	const bodies: unknown[] = [];
	const exchange = openExchange(
		{
			url: '',
			request: async ({ body }) => {
				bodies.push(body);
				return { status: 503, body: {}, headers: {} };
			},
			mask: (words) => words,
		},
		TIMEOUT_MS,
	);
	const request = { ...planned.request, body: { text: text as unknown as string } };
	const send = withAttempts(exchange, { maxAttempts: 3, maxWaitMs: 60_000 });
	jest.spyOn(Math, 'random').mockReturnValue(0);
	expect(await send({ ...planned, request })).toMatchObject({ kind: 'rejected', status: 503 });
	expect(bodies).toEqual(Array.from({ length: 3 }, () => '{"text":"Hello"}'));
	expect(text.toJSON).toHaveBeenCalledTimes(1);
});
