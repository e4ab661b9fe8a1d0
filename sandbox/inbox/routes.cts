import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ScheduledSend } from '../messaging/schedules.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { showDeliveries, type Wanted } from './deliveries.cts';
import { CHANNELS } from './previews/index.cts';
import { emailDocument } from './previews/email.cts';
import { showSchedules } from './schedules.cts';
import { showUsers } from './users.cts';
import { showSent } from './sent.cts';

const PAGE = '/sandbox/inbox';
const FILES: Record<string, string> = {
	'inbox.html': 'text/html; charset=utf-8',
	'inbox.css': 'text/css; charset=utf-8',
	'entries.css': 'text/css; charset=utf-8',
	'message.css': 'text/css; charset=utf-8',
	'looks.css': 'text/css; charset=utf-8',
	'sent.css': 'text/css; charset=utf-8',
	'inbox.mjs': 'text/javascript; charset=utf-8',
	'dom.mjs': 'text/javascript; charset=utf-8',
	'message.mjs': 'text/javascript; charset=utf-8',
	'entries.mjs': 'text/javascript; charset=utf-8',
	'users.mjs': 'text/javascript; charset=utf-8',
	'actions.mjs': 'text/javascript; charset=utf-8',
	'sent.mjs': 'text/javascript; charset=utf-8',
};

const SAFE_HEADERS = {
	'Cache-Control': 'no-store',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

// Nothing inline, nothing from elsewhere, and no text can become markup.
const PAGE_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	// The page's empty icon, without which the browser asks Braze for one.
	'img-src data:',
	"connect-src 'self'",
	"frame-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');

// Emails live off inline styles, which the page's own policy forbids; hence a document of their own.
const EMAIL_POLICY = [
	'sandbox',
	"default-src 'none'",
	"style-src 'unsafe-inline'",
	'img-src data:',
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'self'",
].join('; ');

interface Feed {
	Querystring: { user?: string; channel?: string; after?: string };
}

/** What the inbox reads of the sandbox. */
export interface InboxSource {
	schedules: ScheduledSend[];
	clock: { now(): number };
}

/** Adds the page that shows who got what, and what it reads. */
export function addInbox(app: FastifyInstance, source: InboxSource, workspace: Workspace): void {
	app.get(PAGE, (_request, reply) => sendFile(reply, 'inbox.html'));
	app.get(`${PAGE}/`, (_request, reply) => reply.redirect(PAGE, 308));
	for (const name of Object.keys(FILES).filter((file) => file !== 'inbox.html')) {
		app.get(`${PAGE}/${name}`, (_request, reply) => sendFile(reply, name));
	}
	app.get<Feed>(`${PAGE}/feed`, ({ query }, reply) => {
		const wanted = readWanted(query);
		return reply.headers(SAFE_HEADERS).send({
			now: source.clock.now(),
			channels: [...CHANNELS].map(([key, label]) => ({ key, label })),
			deliveries: showDeliveries(workspace, wanted, query.after),
			schedules: showSchedules(workspace, source.schedules, wanted),
			users: showUsers(workspace, wanted),
		});
	});
	app.get(`${PAGE}/sent-feed`, (_request, reply) =>
		reply.headers(SAFE_HEADERS).send(showSent(workspace)),
	);
	app.get<{ Params: { index: string } }>(`${PAGE}/deliveries/:index/email`, (request, reply) => {
		const delivery = workspace.deliveries.all[Number(request.params.index)];
		return sendEmail(reply, delivery?.channel === 'email' ? delivery.content : undefined);
	});
	app.get<{ Params: { id: string } }>(`${PAGE}/schedules/:id/email`, (request, reply) => {
		const found = source.schedules.find(({ scheduleId }) => scheduleId === request.params.id);
		return sendEmail(
			reply,
			found?.send.kind === 'messages' ? found.send.messages.email : undefined,
		);
	});
}

function readWanted({ user = '', channel = '' }: Feed['Querystring']): Wanted {
	return { user: String(user).trim().toLowerCase(), channel: String(channel) };
}

async function sendFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
	const content = await readFile(join(__dirname, 'page', name));
	return reply
		.headers({ ...SAFE_HEADERS, 'Content-Security-Policy': PAGE_POLICY })
		.type(FILES[name])
		.send(content);
}

function sendEmail(reply: FastifyReply, message: unknown): FastifyReply {
	const html = emailDocument(message);
	return reply
		.code(html === undefined ? 404 : 200)
		.headers({ ...SAFE_HEADERS, 'Content-Security-Policy': EMAIL_POLICY })
		.type('text/html; charset=utf-8')
		.send(html ?? '<!doctype html><title>Email</title>This email is gone.');
}
