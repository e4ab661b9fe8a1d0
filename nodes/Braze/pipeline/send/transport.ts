import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { instanceUrl } from '../../../../credentials/instances';
import type { BrazeCredentials } from '../../../../credentials/instances';
import { wordsOf } from '../effect';
import type { Effect } from '../effect';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import { hasBody, requestBody, requestQuery } from '../request';
import type { PlannedRequest } from '../request';
import { readAnswer } from './answer';
import { nextCursorOf } from './link';
import type { Outcome } from './outcome';
import { readLimits } from './rateLimit';
import type { LimitNews } from './rateLimit';
import { maskSecret, usableKey } from './secret';

/** Network faults that come before a connection stands: Braze never saw the request. */
const beforeDelivery = new Set([
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Node's and OpenSSL's words for a connection that ended while TLS was still being set up. */
const tlsNotEstablished =
	/before secure TLS connection was established|SSL routines:.*(?:wrong version number|packet length too long|handshake failure|protocol version|unsupported protocol)/s;

/** n8n's words for an address that its administrator does not let nodes reach. */
const BLOCKED_BY_N8N = 'The request was blocked because';

/** n8n's own code for a request that ended because the execution was cancelled. */
const CANCELLED = 'ERR_CANCELED';

/** What Braze answered: HTTP status and parsed body, the API key masked. */
export interface Answer {
	status: number;
	body: unknown;
	headers: IDataObject;
}

type BrazeContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The instance and the key of the node's credential, ready to send requests. */
export interface Connection {
	/** REST endpoint, without a trailing slash. */
	url: string;
	/** @throws the network fault as n8n gives it */
	request: (
		options: Pick<IHttpRequestOptions, 'method' | 'url' | 'body' | 'headers' | 'qs' | 'timeout'>,
	) => Promise<Answer>;
	/** Masks the API key in a text. */
	mask: (text: string) => string;
}

/**
 * @returns the connection that the node's credential describes
 * @throws UnusableUrl for a custom URL that requests must not go to, UnusableKey for what cannot be a key
 */
export async function connect(context: BrazeContext): Promise<Connection> {
	const credentials = await context.getCredentials<BrazeCredentials>('brazeApi');
	const baseURL = instanceUrl(credentials);
	const mask = maskSecret(usableKey(credentials.apiKey));
	// n8n would otherwise read them from its database again for each request
	const credentialsDecrypted = { id: '', name: '', type: 'brazeApi', data: { ...credentials } };
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
					// Braze takes a list as its key with brackets, once for each entry
					arrayFormat: 'brackets',
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
					disableFollowRedirect: true,
				},
				{ credentialsDecrypted },
			)) as { statusCode: number; body: unknown; headers?: IDataObject };
			const { statusCode: status, headers = {} } = response;
			return { status, body: mask(response.body), headers };
		},
	};
}

/** What became of one attempt, and what its headers say of the rate limit. */
export interface Attempt {
	outcome: Outcome;
	limits: LimitNews;
}

/** Writes a request out, and returns what sends it once at each call and throws nothing. */
export type Exchange = (request: PlannedRequest) => () => Promise<Attempt>;

/** What of an endpoint an exchange needs. */
export type Exchanged = Pick<
	Endpoint,
	'effect' | 'repeat' | 'advice' | 'refusals' | 'oddity' | 'alreadyDone' | 'parts'
>;

/** @returns the exchange over a connection for an endpoint, with the milliseconds that Braze has for an answer */
export function openExchange(
	connection: Connection,
	timeout: number,
	endpoint: Exchanged = { effect: 'send', repeat: 'unsafe', parts: [] },
): Exchange {
	const place = batchOf(endpoint)?.place;
	return (planned) => {
		const { method, path, withoutBody } = planned.request;
		const query = requestQuery(planned, place);
		const body = requestBody(planned, place);
		const isSafe = endpoint.effect === 'read' || mayBeRepeated(endpoint, body);
		const options = {
			method,
			url: path,
			timeout,
			...(query && Object.keys(query).length > 0 ? { qs: query } : {}),
			...(hasBody(method, body) && !withoutBody ? jsonBody(body) : {}),
		};
		return async () => {
			const attempt = await sendOnce(connection, options, endpoint);
			return isSafe ? { ...attempt, outcome: asSafe(attempt.outcome, endpoint.effect) } : attempt;
		};
	};
}

/** @returns whether a request may leave again after an attempt of which nobody knows what became of it */
export const mayBeRepeated = ({ repeat }: Pick<Endpoint, 'repeat'>, body: IDataObject): boolean =>
	typeof repeat === 'function' ? repeat(body) : repeat === 'safe';

async function sendOnce(
	connection: Connection,
	options: Parameters<Connection['request']>[0],
	endpoint: Exchanged,
): Promise<Attempt> {
	try {
		const { status, body, headers } = await connection.request(options);
		const outcome = readAnswer(status, body, endpoint);
		const nextCursor = nextCursorOf(headers);
		return {
			outcome:
				outcome.kind === 'accepted' && nextCursor !== undefined
					? { ...outcome, nextCursor }
					: outcome,
			limits: readLimits(headers),
		};
	} catch (error) {
		return { outcome: faultOutcome(error, connection.mask, endpoint.effect), limits: {} };
	}
}

/** The body as text: of an object, n8n would leave out keys such as `constructor` at any depth. */
const jsonBody = (body: IDataObject): Pick<IHttpRequestOptions, 'body' | 'headers'> => ({
	body: JSON.stringify(body),
	headers: { 'Content-Type': 'application/json' },
});

/** What may be repeated is tried again after a doubt; a read that Braze may have answered was simply not read. */
function asSafe(outcome: Outcome, effect: Effect): Outcome {
	if (outcome.kind !== 'mayHaveBeenSent') return outcome;
	return effect === 'read'
		? { ...outcome, kind: 'rejected', advice: 'Run the item again later', retryable: true }
		: { ...outcome, retryable: true };
}

type WrappedFault = Partial<
	Record<'httpCode' | 'code' | 'syscall' | 'message' | 'messages' | 'cause', unknown>
>;

function faultOutcome(error: unknown, mask: (text: string) => string, effect: Effect): Outcome {
	const { done, inDoubt } = wordsOf(effect);
	const { code, syscall, message } = faultOf(error);
	const isUndelivered =
		syscall === 'connect' ||
		beforeDelivery.has(code) ||
		tlsNotEstablished.test(message) ||
		message.startsWith(BLOCKED_BY_N8N);
	if (isUndelivered) {
		return {
			kind: 'rejected',
			reason: `Braze could not be reached (${mask(message)})`,
			advice:
				'Check the instance in the Braze credential and the network of this n8n; nothing was sent',
			retryable: true,
		};
	}
	const ending =
		code === CANCELLED
			? 'The execution was cancelled before Braze answered'
			: `The connection ended before Braze answered (${mask(message)})`;
	return {
		kind: 'mayHaveBeenSent',
		reason: effect === 'read' ? ending : `${ending}, so this may have been ${done}`,
		advice: inDoubt,
	};
}

/**
 * The network fault at the bottom of whatever n8n wrapped around it.
 * n8n 1 loses the fault itself: there the wrapper has kept its code and its words.
 */
function faultOf(error: unknown): { code: string; syscall: string; message: string } {
	const found = { code: '', syscall: '', message: 'unknown fault' };
	for (let fault = error; typeof fault === 'object' && fault !== null; ) {
		const { httpCode, code = httpCode, syscall, message, messages, cause } = fault as WrappedFault;
		const words: unknown = Array.isArray(messages) ? (messages[0] ?? message) : message;
		if (typeof code === 'string') found.code = code;
		if (typeof syscall === 'string') found.syscall = syscall;
		if (typeof words === 'string' && words !== '') found.message = words.trim();
		fault = cause;
	}
	return found;
}
