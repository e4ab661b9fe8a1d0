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
const wrappedByN8n1 = (fault: Fault): Error =>
	Object.assign(new Error('The service is offline, perhaps'), {
		httpCode: fault.code,
		messages: [fault.message],
		cause: undefined,
	});

interface Fault {
	code?: string;
	message: string;
	syscall?: string;
	errors?: unknown[];
	request?: object;
	name?: string;
}

/** What n8n 2 throws: the fault is the cause, and its own cause the one of Node.js. */
const wrappedByN8n2 = ({ message, syscall, errors, ...fault }: Fault): Error => {
	const ofNode = Object.assign(new Error(message), { code: fault.code, syscall, errors });
	const ofAxios = Object.assign(new Error(message), fault, { cause: ofNode });
	return Object.assign(wrappedByN8n1({ message, ...fault }), { cause: ofAxios });
};

const exchanged = async (error: unknown) => {
	const request = () => Promise.reject(error);
	const exchange = openExchange(
		{ url: '', request, mask: (text) => text, defaults: {} },
		TIMEOUT_MS,
	);
	return (await exchange(planned)()).outcome;
};

const established = { socket: {} };
const handshaking = { socket: { secureConnecting: true } };
const connect = { syscall: 'connect' };

afterEach(() => jest.restoreAllMocks());

describe('before the request could leave', () => {
	test.each<[string, Fault]>([
		['a refused connection', { code: 'ECONNREFUSED', message: 'connect E', ...connect }],
		[
			'any code of the connection',
			{ code: 'ENETDOWN', message: 'x', request: established, ...connect },
		],
		['a host nobody knows', { code: 'EAI_MEMORY', message: 'getaddrinfo', syscall: 'getaddrinfo' }],
		['several addresses', { code: 'ETIMEDOUT', message: '', errors: [connect, connect] }],
		['no connection', { message: 'Proxy connection ended', request: { socket: null } }],
		['TLS under way', { code: 'ECONNRESET', message: 'reset', request: handshaking }],
		['a certificate', { code: 'CERT_NOT_YET_VALID', message: 'bad', request: handshaking }],
		['an address that n8n blocks', { name: 'SsrfBlockedIpError', message: 'blocked' }],
	])('%s may be tried again', async (_what, fault) => {
		expect(await exchanged(wrappedByN8n2(fault))).toMatchObject({
			kind: 'rejected',
			retryable: true,
			reason: expect.stringContaining('could not be reached'),
		});
	});
});

describe('after the request may have left', () => {
	test.each<[string, Fault]>([
		[
			'a read that is refused',
			{ code: 'ECONNREFUSED', message: 'read E', syscall: 'read', request: established },
		],
		[
			"OpenSSL's words",
			{
				code: 'EPROTO',
				message: 'SSL routines:wrong version number',
				request: { socket: { secureConnecting: false } },
			},
		],
		['a hang up', { code: 'ECONNRESET', message: 'socket hang up', request: established }],
		[
			'addresses of which one was reached',
			{ message: 'x', errors: [connect, { syscall: 'read' }], request: established },
		],
		['nothing known of the connection', { code: 'ECONNREFUSED', message: 'x' }],
	])('%s is a doubt', async (_what, fault) => {
		expect(await exchanged(wrappedByN8n2(fault))).toMatchObject({
			kind: 'mayHaveBeenSent',
			reason: expect.stringMatching(/ended before Braze answered .*so this may have been sent$/),
		});
	});

	test.each(['connect ECONNREFUSED 127.0.0.1:9', 'socket hang up'])(
		'where n8n 1 hides the connection, all is a doubt: %s',
		async (message) => {
			const code = message.includes('REFUSED') ? 'ECONNREFUSED' : 'ECONNRESET';
			expect((await exchanged(wrappedByN8n1({ code, message }))).kind).toBe('mayHaveBeenSent');
		},
	);
});

test('an execution that was cancelled may have been sent, and says so', async () => {
	const fault = { code: 'ERR_CANCELED', message: 'canceled', request: established };
	expect(await exchanged(wrappedByN8n2(fault))).toMatchObject({
		kind: 'mayHaveBeenSent',
		reason: 'The execution was cancelled before Braze answered, so this may have been sent',
	});
});

test('a cause that leads back to its error ends', async () => {
	const error: Error & { cause?: unknown } = new Error('round');
	error.cause = error;
	expect((await exchanged(error)).kind).toBe('mayHaveBeenSent');
});

test('what JSON cannot say is not sent', async () => {
	const request = jest.fn();
	const exchange = openExchange(
		{ url: '', request, mask: (text) => text, defaults: {} },
		TIMEOUT_MS,
	);
	const text = {
		toJSON: () => {
			throw new Error('no');
		},
	} as unknown as string;
	const sent = exchange({ ...planned, request: { ...planned.request, body: { text } } });
	expect((await sent()).outcome).toMatchObject({ kind: 'rejected' });
	expect(request).not.toHaveBeenCalled();
});

test('a request that is sent again is written out once', async () => {
	const text = { toJSON: jest.fn(() => 'Hello') };
	const bodies: unknown[] = [];
	const exchange = openExchange(
		{
			url: '',
			request: async ({ body }) => {
				bodies.push(String(body));
				return { status: 503, body: { message: 'busy' }, headers: {} };
			},
			mask: (words) => words,
			defaults: {},
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
