import type { FastifyInstance } from 'fastify';
import { object, identifier, keyValues, oneOf, string } from '../schemas/json-schema.cts';
import { readBody, ViewError } from '../view-bodies.cts';
import type { Workspace } from '../workspace/workspace.cts';
import { ACTIONS, type Action } from './channels.cts';
import type { TransactionalEmail } from './postbacks.cts';
import {
	addressFault,
	CREDENTIAL_SCHEMA,
	CURRENTS_SCHEMA,
	POSTBACKS_SCHEMA,
	WEBHOOK_SCHEMA,
	type CurrentsSettings,
	type PostbackSettings,
	type WebhookContent,
} from './settings.cts';

/** What the sandbox sends by itself, to look at and to control. */
export const SENDER_VIEWS = {
	'GET /sandbox/sent': 'every request that the sandbox made by itself, and its answer',
	'GET /sandbox/events': 'the newest events of users',
	'POST /sandbox/events': '{"event_type", "external_user_id", "properties"}: have one happen',
	'GET /sandbox/currents': 'how each Current stands',
	'POST /sandbox/currents':
		'{"url", "token", "events", "batchSize", "waitMs"}: where events go; switches a stopped one on',
	'POST /sandbox/currents/flush': 'send what waits for its batch',
	'DELETE /sandbox/currents': 'switch every Current off',
	'POST /sandbox/postbacks': '{"url"}: where the states of transactional emails go',
	'POST /sandbox/transactional':
		'{"dispatchId", "campaignId", "externalSendId", "outcome", "reason"}: report a transactional email',
	'POST /sandbox/webhook':
		'{"url", "request_method", "request_headers", "body"}: the webhook message of campaigns',
	'POST /sandbox/credentials':
		'{"name", "user", "password"} or {"name", "header", "value"}: for Connected Content',
	'POST /sandbox/deliveries/:index/:action': `${ACTIONS.join(', ')}; a reply with {"text"}`,
};

const ACTION_SCHEMA = object('action', { text: string });
const EVENT_SCHEMA = object(
	'event',
	{
		event_type: identifier,
		external_user_id: { type: ['string', 'null'] },
		properties: keyValues,
	},
	['event_type'],
);
const TRANSACTIONAL_SCHEMA = object(
	'transactional email',
	{
		dispatchId: identifier,
		campaignId: identifier,
		externalSendId: identifier,
		outcome: oneOf('delivered', 'bounced', 'aborted'),
		reason: string,
	},
	['dispatchId', 'campaignId'],
);

const SUCCESS = { message: 'success' };

/** Adds the views of what the sandbox sends. */
export function addSender(app: FastifyInstance, { sender, deliveries }: Workspace): void {
	app.get('/sandbox/sent', () => sender.sent);
	app.get('/sandbox/events', () => sender.events);
	app.post('/sandbox/events', ({ body }) => {
		const read = readBody<{
			event_type: string;
			external_user_id?: string | null;
			properties?: Record<string, unknown>;
		}>(body, EVENT_SCHEMA);
		return sender.event(read.event_type, read.external_user_id ?? null, read.properties ?? {});
	});
	app.get('/sandbox/currents', () => sender.states);
	app.post('/sandbox/currents', ({ body }) => {
		const settings = readBody<CurrentsSettings>(body, CURRENTS_SCHEMA);
		checkAddress(settings.url);
		sender.useCurrents(settings);
		return SUCCESS;
	});
	app.post('/sandbox/currents/flush', async () => {
		sender.flush();
		await sender.wire.settled();
		return sender.states;
	});
	app.delete('/sandbox/currents', () => {
		sender.endCurrents();
		return SUCCESS;
	});
	app.post('/sandbox/postbacks', ({ body }) => {
		const { url } = readBody<PostbackSettings>(body, POSTBACKS_SCHEMA);
		checkAddress(url);
		sender.usePostbacks(url);
		return SUCCESS;
	});
	app.post('/sandbox/transactional', ({ body }) => {
		sender.transactional(readBody<TransactionalEmail>(body, TRANSACTIONAL_SCHEMA));
		return SUCCESS;
	});
	app.post('/sandbox/webhook', ({ body }) => {
		sender.useWebhook(readBody<WebhookContent>(body, WEBHOOK_SCHEMA));
		return SUCCESS;
	});
	app.post('/sandbox/credentials', ({ body }) => {
		const { name, user, password, header, value } = readBody<Record<string, string>>(
			body,
			CREDENTIAL_SCHEMA,
		);
		if (user !== undefined && password !== undefined)
			sender.useCredential(name, { user, password });
		else if (header !== undefined && value !== undefined)
			sender.useCredential(name, { header, value });
		else throw new ViewError(400, 'credential needs user and password, or header and value');
		return SUCCESS;
	});
	app.post<{ Params: { index: string; action: string } }>(
		'/sandbox/deliveries/:index/:action',
		({ params, body }) => {
			const delivery = deliveries.all[Number(params.index)];
			if (!delivery) throw new ViewError(404, `no delivery ${params.index}`);
			const action = ACTIONS.find((one) => one === params.action);
			if (!action) throw new ViewError(404, `no action ${params.action}: ${ACTIONS.join(', ')}`);
			return { events: sender.act(delivery, action, textOf(action, body)) };
		},
	);
}

function textOf(action: Action, body: unknown): string | undefined {
	if (action !== 'reply') return undefined;
	const { text } = readBody<{ text?: string }>(body, ACTION_SCHEMA);
	if (text === undefined) throw new ViewError(400, 'text is required for a reply');
	return text;
}

function checkAddress(url: string): void {
	const fault = addressFault(url);
	if (fault !== undefined) throw new ViewError(400, fault);
}
