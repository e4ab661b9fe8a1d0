import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { instanceUrl } from '../../../credentials/instances';
import type { BrazeCredentials } from '../../../credentials/instances';
import { LOOK_BEFORE_SENDING_AGAIN, readAnswer } from './answer';
import { requestBody } from './call';
import type { PlannedRequest } from './call';
import type { Outcome } from './outcome';
import { maskSecret } from './secret';

/** Network faults that come before the request left: Braze never saw it. */
const beforeDelivery = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** What Braze answered: HTTP status and parsed body, the API key masked. */
export interface Answer {
	status: number;
	body: unknown;
}

type BrazeContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The instance and the key of the node's credential, ready to send requests. */
export interface Connection {
	/** REST endpoint, without a trailing slash. */
	url: string;
	/** @throws the network fault as n8n gives it */
	request: (
		options: Pick<IHttpRequestOptions, 'method' | 'url' | 'body' | 'qs' | 'timeout'>,
	) => Promise<Answer>;
	/** Masks the API key in a text. */
	mask: (text: string) => string;
}

/**
 * @returns the connection that the node's credential describes
 * @throws UnusableUrl for a custom URL that requests must not go to
 */
export async function connect(context: BrazeContext): Promise<Connection> {
	const credentials = await context.getCredentials<BrazeCredentials>('brazeApi');
	const baseURL = instanceUrl(credentials);
	const mask = maskSecret(credentials.apiKey.trim());
	return {
		url: baseURL,
		mask: (text) => mask(text) as string,
		request: async (options) => {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				'brazeApi',
				{
					...options,
					baseURL,
					json: true,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
				},
			)) as { statusCode: number; body: unknown };
			return { status: response.statusCode, body: mask(response.body) };
		},
	};
}

/** Sends one request and says what became of it; throws nothing. */
export type Exchange = (request: PlannedRequest) => Promise<Outcome>;

/** @returns the exchange over a connection, with the milliseconds that Braze has for an answer */
export function openExchange(connection: Connection, timeout: number): Exchange {
	return async (planned) => {
		const { method, path, query } = planned.message;
		try {
			const { status, body } = await connection.request({
				method,
				url: path,
				timeout,
				...(query ? { qs: query } : {}),
				...(method === 'GET' ? {} : { body: requestBody(planned) }),
			});
			return readAnswer(status, body);
		} catch (error) {
			return faultOutcome(error, connection.mask);
		}
	};
}

function faultOutcome(error: unknown, mask: (text: string) => string): Outcome {
	const { code, message } = faultOf(error);
	if (code !== undefined && beforeDelivery.has(code)) {
		return {
			kind: 'refused',
			reason: `Braze could not be reached (${mask(message)})`,
			advice:
				'Check the instance in the Braze credential and the network of this n8n; nothing was sent',
		};
	}
	return {
		kind: 'mayHaveBeenSent',
		reason: `The connection ended before Braze answered (${mask(message)})`,
		advice: LOOK_BEFORE_SENDING_AGAIN,
	};
}

/** The code and the words of the network fault at the bottom of whatever n8n wrapped around it. */
function faultOf(error: unknown): { code?: string; message: string } {
	let code: string | undefined;
	let message = 'unknown';
	for (let fault = error; typeof fault === 'object' && fault !== null; ) {
		const { code: ownCode, message: ownMessage, cause } = fault as Partial<Record<string, unknown>>;
		if (typeof ownCode === 'string') code = ownCode;
		if (typeof ownMessage === 'string' && ownMessage !== '') message = ownMessage;
		fault = cause;
	}
	return { code, message };
}
