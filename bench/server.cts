/**
 * A stand-in for Braze in a process of its own: takes every request, answers as Braze does after a while, and counts.
 * It checks nothing, so that what is measured is the client.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerTo } from './answers.cts';
import type { Answered } from './answers.cts';

/** Longest queue of connections that wait to be taken: HTTP Request opens one for each item at once. */
const BACKLOG = 20_000;

/** What arrived since the last time someone asked. */
export interface Counted {
	requests: number;
	/** Users, events, items and rows that were sent or asked for. */
	objects: number;
	/** Most requests that waited for an answer at the same time. */
	atOnce: number;
	/** Time of the server on the processor. */
	serverMilliseconds: number;
}

/** Asks for the counts and, where given, sets the time until an answer. */
export interface ServerCommand {
	latency?: number;
	/** Rows of every list that is read. */
	rows?: number;
}

const nothing: Counted = { requests: 0, objects: 0, atOnce: 0, serverMilliseconds: 0 };
let counted = { ...nothing };
let cpu = process.cpuUsage();
let latency = 0;
let rows = 0;
let underWay = 0;

function answer(response: ServerResponse, { body, link }: Answered): void {
	underWay--;
	response.writeHead(201, {
		'Content-Type': 'application/json; charset=utf-8',
		'X-RateLimit-Limit': '250000',
		'X-RateLimit-Remaining': '249000',
		'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) + 1800),
		...(link ? { Link: link } : {}),
	});
	response.end(JSON.stringify(body));
}

function take(request: IncomingMessage, response: ServerResponse): void {
	const chunks: Buffer[] = [];
	request.on('data', (chunk: Buffer) => chunks.push(chunk));
	request.on('end', () => {
		underWay++;
		counted.requests++;
		counted.atOnce = Math.max(counted.atOnce, underWay);
		const answered = answerTo(request.url ?? '', Buffer.concat(chunks).toString(), rows);
		counted.objects += answered.objects;
		if (latency > 0) setTimeout(answer, latency, response, answered);
		else answer(response, answered);
	});
}

const server = createServer({ keepAliveTimeout: 60_000 }, take);
server.listen({ port: 0, host: '127.0.0.1', backlog: BACKLOG }, () => {
	process.send?.({ port: (server.address() as AddressInfo).port });
});

process.on('message', (command: ServerCommand) => {
	const { user, system } = process.cpuUsage(cpu);
	process.send?.({ ...counted, serverMilliseconds: (user + system) / 1000 } satisfies Counted);
	cpu = process.cpuUsage();
	counted = { ...nothing };
	if (command.latency !== undefined) latency = command.latency;
	if (command.rows !== undefined) rows = command.rows;
});
process.on('disconnect', () => process.exit());
