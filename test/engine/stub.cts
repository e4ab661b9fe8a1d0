import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer to give, whatever was asked. */
export interface StubAnswer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** A server that answers as it is told, for answers that no Braze of ours gives. */
export interface Stub {
	url: string;
	answer: StubAnswer;
	/** What it was asked, in order. */
	asked: Array<{ method?: string; url?: string; headers: IncomingHttpHeaders; body: string }>;
}

/** Starts a stub before the tests of a file and closes it after them. */
export function openStub(): Stub {
	const stub: Stub = { url: '', answer: { status: 201 }, asked: [] };
	const server: Server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += String(chunk)));
		request.on('end', () => {
			const { method, headers } = request;
			// a request past the proxies names the whole address
			const url = request.url?.replace(/^http:\/\/[^/]+/, '');
			stub.asked.push({ method, url, headers, body });
			const { status, body: answer, headers: more = {} } = stub.answer;
			const isText = typeof answer === 'string';
			const type = isText ? 'text/html' : 'application/json';
			response.writeHead(status, { 'Content-Type': type, ...more });
			response.end(isText ? answer : answer === undefined ? '' : JSON.stringify(answer));
		});
	});
	beforeAll(async () => {
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	beforeEach(() => {
		stub.asked.length = 0;
	});
	afterAll(() => {
		server.close();
		server.closeAllConnections();
	});
	return stub;
}
