import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { isAuthentic } from './authentication';
import type { Authentication } from './authentication';
import { readBody } from './body';
import { readRequest, withoutSecret } from './read';
import { joined } from './records';
import type { Rec } from './records';
import { readSettings } from './settings';

/** The part of n8n's response that is used here. */
interface Response {
	writeHead(status: number, headers: Record<string, string>): Response;
	end(text: string): void;
}

/** How n8n was called. */
interface Called {
	method?: string;
	url?: string;
}

const REDACTED = '[redacted]';

/** Headers that hold secrets of whoever calls, or of what stands in front of n8n. */
const secretHeaders = ['authorization', 'cookie', 'proxy-authorization'];

/**
 * Answers one request: 401 and 400 without an execution, 200 without one where nothing matches or Braze only asks
 * whether the URL answers, and otherwise the items that the workflow starts with.
 *
 * @throws NodeOperationError where the parameters cannot be used; n8n then answers 500, so that Braze tries again
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const headers = context.getHeaderData() as IDataObject;
	const query = (context.getQueryData() ?? {}) as IDataObject;
	const { method = '', url = '' } = context.getRequestObject() as Called;
	if (!isAuthentic(settings.authentication, headers, query, url)) {
		return refuse(
			context,
			401,
			'The secret is missing or wrong',
			challenge(settings.authentication),
		);
	}
	const reading = readRequest(settings, readBody(context), query);
	if ('refused' in reading) return refuse(context, 400, reading.refused);
	const { items } = reading;
	if (items.length === 0) return { webhookResponse: { message: 'Nothing to start' } };
	const request: Rec = settings.includesRequest
		? { brazeRequest: requestOf(method, headers, query, settings.authentication) }
		: {};
	return {
		workflowData: [items.map((item) => asItem(joined(request, item, 'body')))],
		webhookResponse: { message: 'Workflow was started' },
	};
}

const asItem = (fields: Rec): INodeExecutionData => ({ json: fields as IDataObject });

function refuse(
	context: IWebhookFunctions,
	status: number,
	message: string,
	headers: Record<string, string> = {},
): IWebhookResponseData {
	const response = context.getResponseObject() as unknown as Response;
	response
		.writeHead(status, { 'Content-Type': 'application/json', ...headers })
		.end(JSON.stringify({ message }));
	return { noWebhookResponse: true };
}

/** What a 401 says about the way to authenticate, where HTTP has a name for it. */
function challenge({ name }: Authentication): Record<string, string> {
	if (name === 'basicAuth') return { 'WWW-Authenticate': 'Basic realm="n8n"' };
	return name === 'bearerToken' ? { 'WWW-Authenticate': 'Bearer' } : {};
}

function requestOf(
	method: string,
	headers: IDataObject,
	query: IDataObject,
	authentication: Authentication,
): IDataObject {
	const own = authentication.name === 'headerSecret' ? [authentication.header.toLowerCase()] : [];
	const secret = new Set([...secretHeaders, ...own]);
	const shown = Object.entries(headers).map(([name, value]) => [
		name,
		secret.has(name) || holdsSecret(value, authentication) ? REDACTED : value,
	]);
	return {
		method,
		headers: Object.fromEntries(shown) as IDataObject,
		query: withoutSecret(query),
	};
}

/** What stands in front of n8n may repeat the URL or the credentials in a header of its own, with the secret in it. */
function holdsSecret(value: unknown, authentication: Authentication): boolean {
	if (authentication.name === 'none') return false;
	const { secret } = authentication;
	const secrets = [secret];
	if (authentication.name === 'basicAuth') {
		const credentials = Buffer.from(`${authentication.user}:${secret}`).toString('base64');
		secrets.push(credentials.replace(/=+$/, ''));
	}
	return secrets.some((text) => readings(String(value)).some((reading) => reading.includes(text)));
}

/** Times that a URL in a header may be encoded, each time by another proxy. */
const MOST_ENCODINGS = 3;

/** @returns a header as it is, and what it says as part of a URL, where each character may be written in several ways */
function readings(value: string): string[] {
	const all = [value];
	let decoded = value;
	for (let times = 0; times < MOST_ENCODINGS; times++) {
		decoded = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
			Buffer.from(bytes.replace(/%/g, ''), 'hex').toString('utf8'),
		);
		all.push(decoded, decoded.replace(/\+/g, ' '));
	}
	return all;
}
