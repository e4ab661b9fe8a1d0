import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

/** What a server does with a connection: at its start, and once a whole request was read from it. */
export interface Behaviour {
	/** Gets the bare connection, before TLS. */
	onConnection?: (socket: Socket) => void;
	/** Gets the connection that the request came over, the bare one below TLS, and the request as it was sent. */
	onRequest?: (socket: Socket, bare: Socket, request: string) => void;
}

/** A server on bare sockets, for what no HTTP server would do. */
export interface RawServer {
	port: number;
	/** Connections that were made to it. */
	connections: number;
	/** Requests that arrived whole. */
	delivered: number;
	/** Ends the server and its connections. */
	close: () => void;
}

/** A certificate for this machine that nobody has signed. */
function selfSigned(): { key: Buffer; cert: Buffer } {
	const folder = mkdtempSync(join(tmpdir(), 'braze-tls-'));
	try {
		const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
		const names = [
			'-subj',
			'/CN=localhost',
			'-addext',
			'subjectAltName=IP:127.0.0.1,DNS:localhost',
		];
		const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...names];
		execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
		return { key: readFileSync(key), cert: readFileSync(cert) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const open: { servers: Server[]; sockets: Set<Socket>; children: ChildProcess[] } = {
	servers: [],
	sockets: new Set(),
	children: [],
};
let certificate: ReturnType<typeof selfSigned> | undefined;

/** Whether the bytes so far hold a whole HTTP request. */
function isWhole(text: string): boolean {
	const end = text.indexOf('\r\n\r\n');
	if (end === -1) return false;
	const length = Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0);
	return Buffer.byteLength(text.slice(end + 4)) >= length;
}

/** Starts a server that behaves so. */
export async function openRawServer(
	{ onConnection, onRequest }: Behaviour,
	{ tls = false } = {},
): Promise<RawServer> {
	const own = new Set<Socket>();
	const raw: RawServer = {
		port: 0,
		connections: 0,
		delivered: 0,
		close: () => {
			for (const socket of own) socket.destroy();
			server.close();
		},
	};
	const bareOf = new Map<string, Socket>();
	const keep = (socket: Socket): void => {
		for (const sockets of [own, open.sockets]) {
			sockets.add(socket);
			socket.on('close', () => sockets.delete(socket));
		}
		socket.on('error', () => {});
	};
	const serve = (socket: Socket): void => {
		let text = '';
		keep(socket);
		socket.on('data', (chunk) => {
			text += String(chunk);
			if (!isWhole(text)) return;
			raw.delivered += 1;
			const request = text;
			text = '';
			onRequest?.(socket, bareOf.get(String(socket.remotePort)) ?? socket, request);
		});
	};
	certificate ??= tls ? selfSigned() : undefined;
	const server = tls ? createTlsServer({ ...certificate }, serve) : createServer(serve);
	server.on('connection', (socket: Socket) => {
		raw.connections += 1;
		bareOf.set(String(socket.remotePort), socket);
		keep(socket);
		onConnection?.(socket);
	});
	server.on('tlsClientError', () => {});
	open.servers.push(server);
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	raw.port = (server.address() as AddressInfo).port;
	return raw;
}

/** A port whose queue is full: the system drops what else wants to connect, as a firewall does. */
export async function openDroppingPort(): Promise<number> {
	const script = `
		const server = require('node:net').createServer().listen(0, '127.0.0.1', 0, () => {
			require('node:fs').writeSync(1, String(server.address().port) + '\\n');
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
		});`;
	const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
	open.children.push(child);
	const port = await new Promise<number>((resolve) => {
		child.stdout?.once('data', (chunk) => resolve(Number(String(chunk))));
	});
	for (let count = 0; count < 8; count++) {
		const socket = connect(port, '127.0.0.1');
		socket.on('error', () => {});
		open.sockets.add(socket);
	}
	await new Promise((resolve) => setTimeout(resolve, 100));
	return port;
}

/** @returns the certificate of the servers that speak TLS, for those who would trust it */
export const rawCertificate = (): Buffer => (certificate ??= selfSigned()).cert;

/** Ends every server that was started here. */
export function closeRawServers(): void {
	for (const socket of open.sockets) socket.destroy();
	for (const server of open.servers) server.close();
	for (const child of open.children) child.kill('SIGKILL');
}
