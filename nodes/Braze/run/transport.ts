import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { instanceUrl } from '../../../credentials/instances';
import type { BrazeCredentials } from '../../../credentials/instances';
import { LOOK_BEFORE_SENDING_AGAIN, readAnswer } from './answer';
import { requestBody } from './call';
import type { PlannedRequest } from './call';
import type { Outcome } from './outcome';
import { maskSecret } from './secret';

/** Milliseconds to wait for an answer. */
export const DEFAULT_TIMEOUT_MS = 60_000;

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

interface FullResponse {
	statusCode: number;
	body: unknown;
}

/** Sends one request and says what became of it; throws nothing. */
export type Exchange = (request: PlannedRequest) => Promise<Outcome>;

/** @returns the exchange with the instance and the key of the node's credential */
export async function openTransport(context: IExecuteFunctions): Promise<Exchange> {
	const credentials = await context.getCredentials<BrazeCredentials>('brazeApi');
	const baseURL = instanceUrl(credentials);
	const mask = maskSecret(credentials.apiKey.trim());

	return async (request) => {
		const { method, path, query } = request.message;
		const options: IHttpRequestOptions = {
			method,
			baseURL,
			url: path,
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: DEFAULT_TIMEOUT_MS,
			...(query ? { qs: query } : {}),
			...(method === 'GET' ? {} : { body: requestBody(request) }),
		};
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				'brazeApi',
				options,
			)) as FullResponse;
			return readAnswer(response.statusCode, mask(response.body));
		} catch (error) {
			return faultOutcome(error, (text) => mask(text) as string);
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
