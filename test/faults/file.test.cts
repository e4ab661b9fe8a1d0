import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { messageOf, send } from './support.cts';

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterAll(() => {
	for (const socket of sockets) socket.destroy();
	for (const server of servers) server.close();
});

const TIMEOUT = 250;
const START = 'HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 8\r\n\r\nPK';

/**
 * Exports a segment to a file whose address answers so, from the first look on.
 * @param wait seconds until it is given up
 */
async function exported(reply: (socket: Socket, look: number) => void, wait = 1) {
	let looks = 0;
	const server = createServer((socket) => {
		sockets.add(socket.on('error', () => {}));
		socket.once('data', (request) => {
			if (String(request).startsWith('GET')) return reply(socket, looks++);
			const { port } = server.address() as AddressInfo;
			const body = JSON.stringify({
				message: 'success',
				object_prefix: 'export',
				url: `http://127.0.0.1:${port}/export.zip`,
			});
			socket.end(
				`HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
			);
		});
	});
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { nodes } = await send({
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		items: [{}],
		parameters: {
			resource: 'segment',
			operation: 'export',
			segmentId: { __rl: true, mode: 'id', value: '5e000000-0000-4000-8000-000000000001' },
			fieldsToExport: ['email'],
			options: { timeout: TIMEOUT, waitForFile: { file: { maxFileWait: wait } } },
		},
	});
	const [files = [], failed = []] = nodes.Braze?.output ?? [];
	const data = Object.values(files[0]?.binary ?? {})[0]?.data;
	return {
		looks,
		content: data === undefined ? undefined : String(Buffer.from(data, 'base64')),
		message: failed.length > 0 ? messageOf(failed[0]) : '',
	};
}

const inParts = (socket: Socket): void => {
	socket.write(START);
	[1, 2, 3].forEach((part) => setTimeout(() => socket.write('ab'), part * 0.6 * TIMEOUT));
};

test('a file that falls silent is asked for again, and given up after the wait', async () => {
	const [silent, again] = await Promise.all([
		exported((socket) => void socket.write(START)),
		exported((socket, look) => (look === 0 ? void socket.write(START) : inParts(socket)), 2),
	]);
	expect(silent.content).toBeUndefined();
	expect(silent.message).toMatch(/no file: after \d seconds it began and then nothing more/);
	expect(again).toMatchObject({ looks: 2, content: 'PKababab', message: '' });
}, 20_000);

test('a file that arrives slowly, in longer than one timeout, arrives', async () => {
	expect(await exported(inParts)).toEqual({ looks: 1, content: 'PKababab', message: '' });
});

const replied = (head: string, content: string): string =>
	`HTTP/1.1 200 OK\r\n${head}Content-Length: ${content.length}\r\nConnection: close\r\n\r\n${content}`;

test.each([
	['text/html', 'a web page'],
	['Text/HTML; charset=utf-8', 'a web page'],
	['application/json', 'application/json'],
	['application/xml', 'application/xml'],
	['application/problem+json', 'application/problem[+]json'],
])('what comes as %s in place of the file is no file', async (type, called) => {
	const page = replied(`Content-Type: ${type}\r\n`, '<p/>');
	const { looks, content, message } = await exported((socket) => void socket.end(page));
	expect({ looks, content }).toEqual({ looks: 1, content: undefined });
	expect(message).toMatch(new RegExp(`no file: the address of the file answers with ${called}`));
});

test('an empty file is no file', async () => {
	const { content, message } = await exported((socket) => void socket.end(replied('', '')));
	expect(content).toBeUndefined();
	expect(message).toMatch(/no file: after \d seconds it was empty/);
});

test.each(['application/zip', 'binary/octet-stream', ''])(
	'a file of type %j is one',
	async (type) => {
		const head = type === '' ? '' : `Content-Type: ${type}\r\n`;
		const { content } = await exported((socket) => void socket.end(replied(head, 'PKab')));
		expect(content).toBe('PKab');
	},
);
