import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../engine/brazeNode.cts';
import { loadPackage } from '../engine/nodeTypes.cts';

/**
 * Lets requests to the server of the bench cost what requests to Braze cost. Those to a plain HTTP address on this machine name
 * it as their own proxy, so that no other one sees the key, and n8n's agents for proxies look at the call stack three times a
 * request: 0.2 to 0.6 ms that no request to Braze takes.
 */
export async function requestAsFromDistantBraze(): Promise<void> {
	process.env.NO_PROXY = '127.0.0.1';
	const { type } = (await loadPackage()).getCredential(CREDENTIAL_TYPE);
	const { authenticate } = type;
	if (typeof authenticate !== 'function') {
		throw new Error(`The credential ${CREDENTIAL_TYPE} does not authenticate by a function`);
	}
	type.authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	) => ({ ...(await authenticate(credentials, options)), proxy: undefined });
}
