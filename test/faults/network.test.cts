import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import type { FaultKind } from '../../sandbox/faults.cts';
import { startSandbox } from '../../sandbox/sandbox.cts';
import type { Sandbox } from '../../sandbox/sandbox.cts';
import { endingsOf, expectAgreement, messageOf, send, triggerParameters } from './support.cts';

const ITEMS = 3;
/** Different users, so that one request serves all items. */
const items = Array.from({ length: ITEMS }, (_, item) => ({ user: `user-${item}`, item }));
/** Milliseconds; the first request of a process on a busy machine takes seconds. */
const patient = { maxAttempts: 2, maxWait: 5, timeout: 20_000 };
const hasty = { ...patient, timeout: 1500 };

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function endAt(url: string, options = patient): Promise<{ ending: string; message: string }> {
	const { nodes } = await send({ url, items, parameters: triggerParameters(options) });
	const endings = endingsOf(nodes.Braze);
	expectAgreement(sandbox, endings, ITEMS);
	const [ending, ...others] = new Set(endings.values());
	expect(others).toEqual([]);
	const [first] = nodes.Braze.output[1];
	return { ending, message: messageOf(first) };
}

const withFault = async (...script: FaultKind[]): Promise<{ ending: string; message: string }> => {
	sandbox.faults.use({ script, ms: 3000, retryAfterSeconds: 0 });
	return await endAt(sandbox.url, script.includes('slow') ? hasty : patient);
};

describe('tried again, and then delivered once', () => {
	test.each<FaultKind>([
		'429-epoch-reset',
		'429-seconds-reset',
		'429-x-ratelimit-retry-after',
		'429-retry-after',
		'429-garbage-headers',
		'500',
		'502',
		'503',
		'html-502',
	])('%s', async (kind) => {
		expect(await withFault(kind)).toMatchObject({ ending: 'delivered' });
		expect(sandbox.requests).toHaveLength(2);
	});
});

describe('never tried again, and said to be unclear for each item', () => {
	test.each<[FaultKind, RegExp]>([
		['504', /Braze gave no answer of its own \(504: Gateway Timeout\)/],
		['504-after', /Braze gave no answer of its own \(504: Gateway Timeout\)/],
		['slow', /no answer within 1500 ms/],
		['reset-before', /ECONNRESET|socket hang up/],
		['reset-after', /ECONNRESET|socket hang up/],
		['truncated', /aborted|ECONNRESET/],
	])('%s', async (kind, words) => {
		const { ending, message } = await withFault(kind);
		expect(ending).toBe('mayHaveBeenSent');
		expect(message).toMatch(words);
		expect(message).toMatch(/^Item 0: .*, so this may have been sent\. Look in Braze whether/);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('an answer that is not from Braze', async () => {
		const { ending } = await endAt(await rawServer('HTTP/1.1 200 OK\r\n\r\n<html>Hello</html>'));
		expect(ending).toBe('mayHaveBeenSent');
		expect(connections).toBe(1);
	});

	test('an answer that is not HTTP', async () => {
		const { ending } = await endAt(await rawServer('SSH-2.0-OpenSSH_9.6\r\n'));
		expect(ending).toBe('mayHaveBeenSent');
		expect(connections).toBe(1);
	});
});

test('a queued request is taken', async () => {
	expect(await withFault('queued')).toMatchObject({ ending: 'delivered' });
	expect(sandbox.requests).toHaveLength(1);
});

describe('a fault before delivery is tried again, and not sent', () => {
	test.each([
		['a port that nobody listens on', 'http://127.0.0.1:1', /ECONNREFUSED/],
		['a host that nobody knows', 'https://braze.invalid', /ENOTFOUND|EAI_AGAIN/],
	])('%s', async (_name, url, words) => {
		const { ending, message } = await endAt(url);
		expect(ending).toBe('rejected');
		expect(message).toMatch(/^Item 0: Braze could not be reached \(.*\)\. .*nothing was sent$/s);
		expect(message).toMatch(words);
	});

	test('TLS to a port that speaks plain HTTP', async () => {
		const url = await rawServer('HTTP/1.1 400 Bad Request\r\n\r\n');
		const { ending, message } = await endAt(url.replace('http:', 'https:'));
		expect(ending).toBe('rejected');
		expect(message).toMatch(/could not be reached .*SSL routines/s);
		expect(connections).toBe(2);
	});

	test('a connection that ends before TLS stands', async () => {
		const url = await rawServer('');
		const { ending, message } = await endAt(url.replace('http:', 'https:'));
		expect(ending).toBe('rejected');
		expect(message).toMatch(/before secure TLS connection was established|ECONNRESET/);
		expect(connections).toBe(2);
	});
});

const servers: Server[] = [];
let connections = 0;
beforeEach(() => {
	connections = 0;
});
afterAll(() => {
	for (const server of servers) server.close();
});

/** A server that answers whatever comes with the same bytes and hangs up. */
async function rawServer(answer: string): Promise<string> {
	const server = createServer((socket: Socket) => {
		connections += 1;
		socket.on('error', () => {});
		socket.once('data', () => socket.end(answer));
	});
	servers.push(server);
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
