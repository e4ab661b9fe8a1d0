import tls from 'node:tls';
import type { ConnectionOptions, TLSSocket } from 'node:tls';

import { endingsOf, messageOf, send, triggerParameters } from './support.cts';
import type { Ending } from './support.cts';
import { closeRawServers, openDroppingPort, openRawServer, rawCertificate } from './rawServer.cts';
import type { Behaviour, RawServer } from './rawServer.cts';

const ITEMS = 3;
const ATTEMPTS = 2;
const items = Array.from({ length: ITEMS }, (_, item) => ({ user: `user-${item}`, item }));
/** Milliseconds in all; the first request of a process on a busy machine takes long. */
const patient = { maxAttempts: ATTEMPTS, maxWait: 5, timeout: 20_000 };
const hasty = { ...patient, timeout: 700 };

const OF_BRAZE = 'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n';
const answer = (status: string, body: string, type = 'application/json'): string =>
	`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
const taken = answer('201 Created', '{"message":"success"}');

const saying = (text: string): Behaviour => ({ onRequest: (socket) => socket.end(text) });
const silent: Behaviour = {};
const hangsUp: Behaviour = { onRequest: (socket) => socket.destroy() };
const resets: Behaviour = { onRequest: (_socket, bare) => bare.resetAndDestroy() };
const atOnce = (text: string): Behaviour => ({
	onConnection: (socket) => void socket.once('data', () => socket.end(text)),
});
const drips: Behaviour = {
	onRequest: (socket) => {
		socket.write(`${OF_BRAZE}Content-Length: 100000\r\n\r\n`);
		const drip = setInterval(() => socket.write(' '), 100);
		socket.on('close', () => clearInterval(drip));
	},
};
const switches: Behaviour = {
	onRequest: (socket) =>
		void socket.write(
			'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
		),
};
const breaksTls: Behaviour = {
	onRequest: (_socket, bare) => void bare.write('neither TLS nor anything else'),
};

interface Ended {
	ending: Ending;
	message: string;
	took: number;
}

async function endAt(url: string, options = patient): Promise<Ended> {
	const start = Date.now();
	const { nodes } = await send({ url, items, parameters: triggerParameters(options) });
	const took = Date.now() - start;
	const endings = endingsOf(nodes.Braze);
	expect(endings.size).toBe(ITEMS);
	const [ending, ...others] = new Set(endings.values());
	expect(others).toEqual([]);
	return { ending, message: messageOf(nodes.Braze.output[1]?.[0]), took };
}

/** Runs while TLS trusts the certificate of the raw servers, as it does one from an authority. */
async function trusting<T>(isTrusted: boolean, run: () => Promise<T>): Promise<T> {
	if (!isTrusted) return await run();
	const connectAs = tls.connect as (options: ConnectionOptions) => TLSSocket;
	const spy = jest
		.spyOn(tls, 'connect')
		.mockImplementation(((options: ConnectionOptions) =>
			connectAs({ ...options, ca: rawCertificate() })) as typeof tls.connect);
	try {
		return await run();
	} finally {
		spy.mockRestore();
	}
}

const httpOf = ({ port }: RawServer): string => `http://127.0.0.1:${port}`;
const httpsOf = ({ port }: RawServer): string => `https://127.0.0.1:${port}`;

beforeAll(async () => {
	expect((await endAt(httpOf(await openRawServer(saying(taken))))).ending).toBe('delivered');
});
afterAll(() => {
	closeRawServers();
	jest.restoreAllMocks();
});

describe('before the request could leave: tried again, and not sent', () => {
	test.each<[string, Behaviour, boolean]>([
		['a connection that ends at once', { onConnection: (socket) => socket.destroy() }, false],
		['a connection that is reset at once', { onConnection: (s) => s.resetAndDestroy() }, false],
		['plain HTTP where TLS is spoken', atOnce(answer('400 Bad Request', '{}')), false],
		['garbage where TLS is spoken', atOnce('SSH-2.0-OpenSSH_9.6\r\n'), false],
		['a certificate that nobody has signed', saying(taken), true],
	])('%s', async (_name, behaviour, isTls) => {
		const server = await openRawServer(behaviour, { tls: isTls });
		const { ending, message } = await endAt(httpsOf(server));
		expect(ending).toBe('rejected');
		expect(message).toMatch(/could not be reached .*nothing was sent$/s);
		expect(server).toMatchObject({ connections: ATTEMPTS, delivered: 0 });
	});

	test('what drops the connection, and what never says a word of TLS', async () => {
		const mute = await openRawServer(silent);
		const urls = [`https://127.0.0.1:${await openDroppingPort()}`, httpsOf(mute)];
		for (const ended of await Promise.all(urls.map(async (url) => await endAt(url, hasty)))) {
			expect(ended).toMatchObject({ ending: 'rejected' });
			expect(ended.message).toMatch(/could not be reached \(no answer within 700 ms\)/);
			expect(ended.took).toBeLessThan(15_000);
		}
	});

	describe('a proxy on the way', () => {
		const behind = async (behaviour: Behaviour, options = patient) => {
			const proxy = await openRawServer(behaviour);
			process.env.HTTPS_PROXY = httpOf(proxy);
			try {
				return { ...(await endAt('https://braze.invalid', options)), proxy };
			} finally {
				delete process.env.HTTPS_PROXY;
			}
		};

		test.each<[string, Behaviour]>([
			['that hangs up during CONNECT', hangsUp],
			['that hangs up at once', { onConnection: (socket) => socket.destroy() }],
		])('%s', async (_name, behaviour) => {
			const { ending, message, proxy } = await behind(behaviour);
			expect(ending).toBe('rejected');
			expect(message).toMatch(/could not be reached/);
			expect(proxy.connections).toBe(ATTEMPTS);
		});

		test('that never answers CONNECT', async () => {
			expect(await behind(silent, hasty)).toMatchObject({ ending: 'rejected' });
		});

		test('that wants a password says so', async () => {
			const refuses = saying(answer('407 Proxy Authentication Required', ''));
			const { ending, message } = await behind(refuses);
			expect(ending).toBe('rejected');
			expect(message).toMatch(/a proxy .* asks for a name and a password/i);
		});
	});
});

describe('after the request left: never sent again, and said to be unclear', () => {
	test.each<[string, Behaviour, boolean]>([
		['a connection that ends', hangsUp, false],
		['a connection that is reset', resets, false],
		['a connection that ends, over TLS', hangsUp, true],
		['a connection that is reset, over TLS', resets, true],
		['what is no TLS any more', breaksTls, true],
		['an answer that is not HTTP', saying('SSH-2.0-OpenSSH_9.6\r\n'), false],
		['an answer that is not HTTP, over TLS', saying('SSH-2.0-OpenSSH_9.6\r\n'), true],
		['half an answer', saying(`${OF_BRAZE}Content-Length: 99\r\n\r\n{"mess`), false],
		['a page', saying(answer('200 OK', '<html>Sign in</html>', 'text/html')), false],
		['an empty object', saying(answer('201 Created', '{}')), false],
		['nothing', saying(answer('201 Created', '')), false],
		['another message', saying(answer('200 OK', '{"message":"Forbidden by gateway"}')), false],
		['no success', saying(answer('200 OK', '{"success":false}')), false],
		['several statuses', saying(answer('207 Multi-Status', '{"message":"success"}')), false],
		['a gateway without an answer', saying(answer('504 Gateway Timeout', '{}')), false],
		["a gateway's own fault", saying(answer('500 Oops', '<html>', 'text/html')), false],
		["a gateway's own overload", saying(answer('503 Busy', '<html>', 'text/html')), false],
	])('%s', async (_name, behaviour, isTls) => {
		const server = await openRawServer(behaviour, { tls: isTls });
		const url = isTls ? httpsOf(server) : httpOf(server);
		const { ending, message } = await trusting(isTls, async () => await endAt(url));
		expect(ending).toBe('mayHaveBeenSent');
		expect(message).toMatch(/Look in Braze whether/);
		expect(server).toMatchObject({ connections: 1, delivered: 1 });
	});

	test('what never ends: no answer, one that drips, one that switches protocols', async () => {
		const servers = await Promise.all(
			[silent, drips, switches].map(async (behaviour) => await openRawServer(behaviour)),
		);
		const ended = await Promise.all(
			servers.map(async (server) => await endAt(httpOf(server), hasty)),
		);
		for (const { ending, message, took } of ended) {
			expect(ending).toBe('mayHaveBeenSent');
			expect(message).toMatch(/no answer within 700 ms/);
			expect(took).toBeLessThan(10_000);
		}
		for (const server of servers) expect(server).toMatchObject({ connections: 1, delivered: 1 });
	});
});

describe('said by an answer', () => {
	test.each([
		['502 Bad Gateway', '<html>', ATTEMPTS],
		['500 Internal Server Error', '{"message":"Internal Server Error"}', ATTEMPTS],
		['503 Service Unavailable', '{"message":"Service Unavailable"}', ATTEMPTS],
		['400 Bad Request', '{"message":"Bad Request"}', 1],
	])('%s is not sent', async (status, body, delivered) => {
		const server = await openRawServer(saying(answer(status, body)));
		expect(await endAt(httpOf(server))).toMatchObject({ ending: 'rejected' });
		expect(server.delivered).toBe(delivered);
	});

	test.each([false, true])('a redirect is not followed (to TLS: %p)', async (isTls) => {
		const elsewhere = await openRawServer(saying(taken), { tls: isTls });
		const to = isTls ? httpsOf(elsewhere) : httpOf(elsewhere);
		const server = await openRawServer(
			saying(`HTTP/1.1 307 Temporary Redirect\r\nLocation: ${to}/x\r\nContent-Length: 0\r\n\r\n`),
		);
		const { ending, message } = await trusting(isTls, async () => await endAt(httpOf(server)));
		expect(ending).toBe('rejected');
		expect(message).toMatch(/\(307\).*Check the instance/);
		expect(elsewhere).toMatchObject({ connections: 0, delivered: 0 });
		expect(server.delivered).toBe(1);
	});

	test('a timeout longer than a timer takes does not fire at once', async () => {
		const server = await openRawServer(saying(taken));
		const options = { ...patient, timeout: 2 ** 31 };
		expect(await endAt(httpOf(server), options)).toMatchObject({ ending: 'delivered' });
	});
});
