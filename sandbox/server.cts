import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
	parseJson,
	type BrazeApi,
	type FullAnswer,
	type IncomingRequest,
	type Query,
} from './api.cts';
import type { Clock } from './clock.cts';
import { faultyAnswer, type BrokenAnswer } from './faulty-answers.cts';
import { isProcessed, type Faults } from './faults.cts';
import { MAX_BODY_BYTES } from './limits.cts';
import type { RecordedRequest } from './records.cts';

// Room above Braze's own limit, so that it is Braze's refusal a too large body meets.
const MAX_RECEIVED_BYTES = 4 * MAX_BODY_BYTES;
const DEFAULT_SLOW_MS = 1000;

export interface ServerParts {
	api: BrazeApi;
	clock: Clock;
	faults: Faults;
	requests: RecordedRequest[];
	/** Sends what became due, and waits for what comes next. */
	sendDue(): void;
}

/** The HTTP side: takes requests, has Braze answer them, spoils answers as planned, writes all down. */
export function createServer(parts: ServerParts): FastifyInstance {
	const app = fastify({ bodyLimit: MAX_RECEIVED_BYTES, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.all('/*', (request, reply) => respond(parts, request, reply));
	return app;
}

/** Starts listening on this machine only and tells the address. */
export async function listen(app: FastifyInstance, port: number): Promise<string> {
	await app.listen({ port, host: '127.0.0.1' });
	return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

async function respond(
	parts: ServerParts,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	parts.sendDue();
	const incoming = readIncoming(request);
	const fault = parts.faults.next(incoming.path);
	const record = startRecord(parts, request, incoming);
	record.fault = fault?.kind;
	record.processed = isProcessed(fault?.kind);
	const answer = record.processed ? parts.api.answer(incoming, record) : undefined;
	parts.sendDue();
	if (fault?.kind === 'slow') await wait(fault.ms ?? DEFAULT_SLOW_MS, undefined, { ref: false });
	const requestId = { 'X-Request-Id': randomUUID() };
	const outcome = fault ? faultyAnswer(fault, answer, Date.now()) : answer;
	if (!outcome) throw new Error('a request without a fault has an answer');
	if ('connection' in outcome) return breakConnection(reply, record, outcome);
	return finish(reply, record, { ...outcome, headers: { ...requestId, ...outcome.headers } });
}

function finish(
	reply: FastifyReply,
	record: RecordedRequest,
	answer: FullAnswer | { status: number; html: string; headers: Record<string, string> },
): FastifyReply {
	const isHtml = 'html' in answer;
	record.status = answer.status;
	record.responseHeaders = answer.headers;
	record.response = isHtml ? answer.html : maskedBody(answer);
	return reply
		.code(answer.status)
		.headers(answer.headers)
		.type(isHtml ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8')
		.send(isHtml ? answer.html : JSON.stringify(answer.body));
}

// Braze repeats an unknown key in its answer; the record is shown to people, so it must not.
function maskedBody({ status, body }: FullAnswer): unknown {
	return status === 401 ? { ...body, message: 'Invalid API key: ***' } : body;
}

function breakConnection(
	reply: FastifyReply,
	record: RecordedRequest,
	{ connection, answer }: BrokenAnswer,
): FastifyReply {
	reply.hijack();
	const socket = reply.raw.socket;
	if (connection === 'reset' || !answer) {
		socket?.resetAndDestroy();
		return reply;
	}
	const body = Buffer.from(JSON.stringify(answer.body));
	const part = body.subarray(0, Math.ceil(body.byteLength / 2));
	record.response = part.toString('utf8');
	const headers = { ...answer.headers, 'Content-Type': 'application/json; charset=utf-8' };
	reply.raw.writeHead(answer.status, { ...headers, 'Content-Length': body.byteLength });
	// Only a socket that had time to send the part breaks in the middle rather than before.
	reply.raw.write(part, () => socket?.end());
	return reply;
}

function readIncoming(request: FastifyRequest): IncomingRequest {
	const url = new URL(request.url, 'http://sandbox');
	return {
		method: request.method,
		path: url.pathname,
		origin: `http://${request.headers.host}`,
		query: readQuery(url.searchParams),
		contentType: request.headers['content-type'],
		authorization: request.headers.authorization,
		body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
	};
}

function readQuery(sent: URLSearchParams): Query {
	const query: Query = {};
	for (const key of new Set(sent.keys())) {
		const values = sent.getAll(key);
		query[key] = values.length === 1 ? values[0] : values;
	}
	return query;
}

function startRecord(
	{ requests, clock }: ServerParts,
	request: FastifyRequest,
	{ method, path, query, body: bytes }: IncomingRequest,
): RecordedRequest {
	const body = parseJson(bytes);
	const record: RecordedRequest = {
		index: requests.length,
		at: clock.now(),
		method,
		path,
		query,
		headers: maskedHeaders(request.headers),
		body,
		...(body === undefined && bytes.byteLength > 0 && { rawBody: bytes.toString('utf8') }),
		processed: false,
		accepted: false,
		status: null,
		responseHeaders: {},
		response: null,
		notes: [],
	};
	requests.push(record);
	return record;
}

function maskedHeaders(headers: FastifyRequest['headers']): Record<string, string> {
	const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
	const masked: Record<string, string> = Object.fromEntries(texts);
	if (masked.authorization) {
		masked.authorization = masked.authorization.replace(/^(bearer )?.*$/is, '$1***');
	}
	return masked;
}
