import fastify from 'fastify';

/** A request that reached the receiver. */
export interface Received {
	method: string;
	url: string;
	headers: Record<string, string | string[] | undefined>;
	/** Parsed where it is JSON. */
	body: unknown;
}

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	/** Milliseconds until it answers. */
	after?: number;
}

/** Somebody Braze calls: keeps what came, and answers as told. */
export interface Receiver {
	url: string;
	received: Received[];
	/** How it answers from here on. */
	answer: (request: Received) => Reply;
	close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
	const app = fastify({ forceCloseConnections: true, bodyLimit: 50_000_000 });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	const receiver: Receiver = {
		url: '',
		received: [],
		answer: () => ({}),
		close: () => app.close(),
	};
	app.all('/*', async ({ method, url, headers, body }, reply) => {
		const received = { method, url, headers, body: parsed(body) };
		receiver.received.push(received);
		const {
			status = 200,
			headers: more = {},
			body: answer = {},
			after,
		} = receiver.answer(received);
		if (after !== undefined) await new Promise((resolve) => setTimeout(resolve, after));
		const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
		return reply.code(status).headers(more).send(text);
	});
	receiver.url = await app.listen({ port: 0, host: '127.0.0.1' });
	return receiver;
}

function parsed(body: unknown): unknown {
	if (typeof body !== 'string') return undefined;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		// not JSON
		return body;
	}
}
