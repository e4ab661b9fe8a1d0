import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';

import { credentialDefaults, instanceUrl } from '../../../../credentials/instances';
import type { BrazeCredentials, CredentialDefaults } from '../../../../credentials/instances';
import { usableKey } from '../../../../credentials/key';
import { batchOf } from '../operation';
import type { Endpoint } from '../operation';
import { hasBody, requestBody, requestQuery } from '../request';
import type { PlaceEntry, PlannedRequest } from '../request';
import { readAnswer } from './answer';
import { asSafe, faultOutcome, notWritten, unreadable } from './faultOutcome';
import { nextCursorOf } from './link';
import { checkOneCredential } from './oneCredential';
import type { Outcome } from './outcome';
import { readLimits } from './rateLimit';
import type { LimitNews } from './rateLimit';
import { maskSecret } from './secret';
import { LONGEST_TIMER_MS, withinTime } from './time';

/** So much later n8n's own timeout fires, which says less: it only closes what this one could not. */
const OWN_TIMEOUT_LEAD_MS = 1000;

/** What Braze answered: HTTP status and parsed body, the API key masked. */
export interface Answer {
	status: number;
	body: unknown;
	headers: IDataObject;
	/** Why the body is not there, where it is nested too deeply to be looked through for the key. */
	unreadable?: string;
}

type BrazeContext = IExecuteFunctions | ILoadOptionsFunctions;

/** One request as it leaves, and the milliseconds that it has for its answer, all in all. */
type SentOptions = Pick<IHttpRequestOptions, 'method' | 'url' | 'body' | 'headers' | 'qs'> & {
	timeout: number;
};

/** The instance and the key of the node's credential, ready to send requests. */
export interface Connection {
	/** REST endpoint, without a trailing slash. */
	url: string;
	/** @throws the network fault as n8n gives it */
	request: (options: SentOptions) => Promise<Answer>;
	/** What the credential fills empty fields with. */
	defaults: CredentialDefaults;
	/** Masks the API key in a text. */
	mask: (text: string) => string;
}

/**
 * @returns the connection that the node's credential describes
 * @throws UnusableUrl for a custom URL that requests must not go to, UnusableKey for what cannot be a key,
 *   DifferingCredential where an expression gives items of a run different ones
 */
export async function connect(context: BrazeContext): Promise<Connection> {
	const credentials = await context.getCredentials<BrazeCredentials>('brazeApi');
	const baseURL = instanceUrl(credentials);
	const mask = maskSecret(usableKey(credentials.apiKey));
	if ('getInputData' in context) await checkOneCredential(context, credentials);
	// n8n would otherwise read them from its database again for each request
	const credentialsDecrypted = { id: '', name: '', type: 'brazeApi', data: { ...credentials } };
	return {
		url: baseURL,
		defaults: credentialDefaults(credentials),
		mask: (text) => mask(text) as string,
		request: async ({ timeout, ...options }) => {
			const request = async (abortSignal: AbortSignal): Promise<unknown> =>
				await context.helpers.httpRequestWithAuthentication.call(
					endedBy(context, abortSignal),
					'brazeApi',
					{
						...options,
						abortSignal,
						timeout: Math.min(timeout + OWN_TIMEOUT_LEAD_MS, LONGEST_TIMER_MS),
						baseURL,
						json: true,
						// Braze takes a list as its key with brackets, once for each entry
						arrayFormat: 'brackets',
						returnFullResponse: true,
						ignoreHttpStatusErrors: true,
						disableFollowRedirect: true,
					},
					{ credentialsDecrypted },
				);
			const response = await withinTime(timeout, request, cancelSignalOf(context));
			const { statusCode: status, body, headers = {} } = response as FullResponse;
			return { status, headers, ...maskedBody(body, mask) };
		},
	};
}

/** @returns the body without the key, or why it cannot be looked through for it */
function maskedBody(
	body: unknown,
	mask: (value: unknown) => unknown,
): Pick<Answer, 'body' | 'unreadable'> {
	try {
		return { body: mask(body) };
	} catch (error) {
		return { body: undefined, unreadable: asError(error).message };
	}
}

/** A response as n8n's helper gives it. */
interface FullResponse {
	statusCode: number;
	body: unknown;
	headers?: IDataObject;
}

const cancelSignalOf = (context: BrazeContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** The context with another signal in place of the one of the execution, which n8n would give the request instead of its own. */
const endedBy = <Context extends BrazeContext>(context: Context, signal: AbortSignal): Context =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Context;

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
	'effect' | 'repeat' | 'advice' | 'refusals' | 'success' | 'nothingSent' | 'alreadyDone' | 'parts'
> &
	Partial<Pick<Endpoint, 'permission'>>;

/** @returns the exchange over a connection for an endpoint, with the milliseconds that Braze has for an answer, all in all */
export function openExchange(
	connection: Connection,
	timeout: number,
	endpoint: Exchanged = { effect: 'send', repeat: 'unsafe', parts: [] },
): Exchange {
	const place = batchOf(endpoint)?.place;
	return (planned) => {
		const written = writeOut(planned, place, endpoint);
		if (written instanceof Error) {
			const outcome = notWritten(connection.mask(written.message));
			return async () => ({ outcome, limits: {} });
		}
		const { options, isSafe } = written;
		return async () => {
			const attempt = await sendOnce(connection, { ...options, timeout }, endpoint);
			return isSafe ? { ...attempt, outcome: asSafe(attempt.outcome, endpoint.effect) } : attempt;
		};
	};
}

/** @returns the request as HTTP has it, or why JSON cannot say it */
function writeOut(planned: PlannedRequest, place: PlaceEntry | undefined, endpoint: Exchanged) {
	const { method, path, withoutBody } = planned.request;
	try {
		const query = requestQuery(planned, place);
		const body = requestBody(planned, place);
		const options = {
			method,
			url: path,
			...(query && Object.keys(query).length > 0 ? { qs: query } : {}),
			...(hasBody(method, body) && !withoutBody ? jsonBody(body) : {}),
		};
		return { options, isSafe: endpoint.effect === 'read' || mayBeRepeated(endpoint, body) };
	} catch (error) {
		return asError(error);
	}
}

/** @returns whether a request may leave again after an attempt of which nobody knows what became of it */
export const mayBeRepeated = ({ repeat }: Pick<Endpoint, 'repeat'>, body: IDataObject): boolean =>
	typeof repeat === 'function' ? repeat(body) : repeat === 'safe';

async function sendOnce(
	connection: Connection,
	options: SentOptions,
	endpoint: Exchanged,
): Promise<Attempt> {
	let answer: Answer;
	try {
		answer = await connection.request(options);
	} catch (error) {
		return { outcome: faultOutcome(error, connection.mask, endpoint.effect), limits: {} };
	}
	try {
		return read(answer, endpoint);
	} catch (error) {
		const words = connection.mask(asError(error).message);
		return { outcome: unreadable(words, endpoint.effect), limits: {} };
	}
}

function read({ status, body, headers, unreadable: fault }: Answer, endpoint: Exchanged): Attempt {
	if (fault !== undefined) {
		return { outcome: unreadable(fault, endpoint.effect), limits: readLimits(headers) };
	}
	const outcome = readAnswer(status, body, endpoint, headers);
	const nextCursor = nextCursorOf(headers);
	const isMore = outcome.kind === 'accepted' && nextCursor !== undefined;
	return {
		outcome: isMore ? { ...outcome, nextCursor } : outcome,
		limits: readLimits(headers),
	};
}

/** The body as its bytes: of an object, n8n would leave out keys such as `constructor`, and a text it would parse once more. */
const jsonBody = (body: IDataObject): Pick<IHttpRequestOptions, 'body' | 'headers'> => ({
	body: Buffer.from(JSON.stringify(body)),
	headers: { 'Content-Type': 'application/json' },
});

const asError = (error: unknown): Error =>
	error instanceof Error ? error : new Error(String(error));
