import {
	identifier,
	keyValues,
	list,
	object,
	oneOf,
	string,
	type JsonSchema,
} from '../schemas/json-schema.cts';

/** A Current: where events go, in batches. */
export interface CurrentsSettings {
	/** Names it: settings with the same one replace it, and switch it on again. */
	url: string;
	/** Goes out as Bearer. */
	token?: string;
	/** Types of the events to send. Default: all. */
	events?: string[];
	/** Default: 100, which is Braze's own. */
	batchSize?: number;
	/** How long an event waits for its batch to fill, in milliseconds of the sandbox's clock. Default: 1000, Braze takes minutes. */
	waitMs?: number;
}

/** Where the states of transactional emails go. */
export interface PostbackSettings {
	url: string;
}

/** The webhook message of the campaigns in the dashboard that have one. */
export interface WebhookContent {
	url: string;
	request_method?: string;
	request_headers?: Record<string, unknown>;
	body?: unknown;
}

/** What the dashboard keeps for Connected Content: Basic, or any header. */
export type ContentCredential =
	| { user: string; password: string }
	| { header: string; value: string };

/** Where the sandbox sends by itself: nowhere, unless told to. Webhook messages go to the address that they have. */
export interface SenderSettings {
	currents?: CurrentsSettings[];
	postbacks?: PostbackSettings;
	webhook?: WebhookContent;
	/** Credentials of Connected Content by their name. */
	credentials?: Record<string, ContentCredential>;
}

const token: JsonSchema = { type: 'string', pattern: '^[A-Za-z0-9+/=._~-]+$' };

export const CURRENTS_SCHEMA = object(
	'currents',
	{
		url: identifier,
		token,
		events: list(identifier),
		batchSize: { type: 'integer', minimum: 1 },
		waitMs: { type: 'number', minimum: 0 },
	},
	['url'],
);

export const POSTBACKS_SCHEMA = object('postbacks', { url: identifier }, ['url']);

export const WEBHOOK_SCHEMA = object(
	'webhook',
	{
		url: identifier,
		request_method: oneOf('POST', 'PUT', 'DELETE', 'GET'),
		request_headers: keyValues,
		body: { type: ['string', 'object'] },
	},
	['url'],
);

export const CREDENTIAL_SCHEMA = object(
	'credential',
	{ name: identifier, user: string, password: string, header: identifier, value: string },
	['name'],
);

/** Why an address is not one to send to; undefined where it is. The sandbox talks to this machine alone. */
export function addressFault(url: string): string | undefined {
	if (!URL.canParse(url)) return `${url} is no URL`;
	const { hostname, protocol } = new URL(url);
	if (hostname === '127.0.0.1' && protocol === 'http:') return undefined;
	return `${url} is not below http://127.0.0.1, and the sandbox sends nowhere else`;
}

/** @throws Error that says why, where it is not an address to send to */
export function assertLocal(url: string): void {
	const fault = addressFault(url);
	if (fault !== undefined) throw new Error(fault);
}
