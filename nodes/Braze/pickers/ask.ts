import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { capitalize } from '../schema/field';
import type { Endpoint } from '../pipeline/operation';
import { sentences } from '../pipeline/settle/failure';
import { withAttempts } from '../pipeline/send/attempts';
import type { RetryPolicy } from '../pipeline/send/attempts';
import { refusalByKey } from '../pipeline/send/outcome';
import type { Accepted, NotTaken } from '../pipeline/send/outcome';
import { connect, openExchange } from '../pipeline/send/transport';

/** Milliseconds that a list has for its answer: a person waits for it. */
const TIMEOUT_MS = 30_000;

const retryPolicy: RetryPolicy = { maxAttempts: 3, maxWaitMs: 10_000 };

/**
 * Asks one of the node's own read endpoints for a list in the form.
 *
 * @param instead what a person can do without the list
 * @returns Braze's answer
 * @throws NodeOperationError with a sentence for the list, which names the permission where the key may lack it
 */
export async function ask(
	context: ILoadOptionsFunctions,
	endpoint: Endpoint,
	query: IDataObject,
	instead = 'choose By ID',
): Promise<Accepted> {
	const connection = await connect(context).catch((error: Error): never => {
		// n8n's own errors may hold the request with its headers, so that only the words go on
		throw new NodeOperationError(context.getNode(), error.message);
	});
	const send = withAttempts(openExchange(connection, TIMEOUT_MS, endpoint), retryPolicy);
	const { method, path, permission } = endpoint;
	const request = { method, path, query, body: {} };
	const outcome = await send({ request, entries: [], entryItems: [], itemIndexes: [0], after: [] });
	if (outcome.kind === 'accepted') return outcome;
	throw new NodeOperationError(context.getNode(), messageFor(outcome, permission, instead), {
		description: outcome.advice,
	});
}

function messageFor(outcome: NotTaken, permission: string, instead: string): string {
	const { reason } = outcome;
	const status = refusalByKey(outcome);
	if (status === 401) {
		return `Braze does not know the REST API key on this instance. Check both in the Braze credential; some accounts answer so, too, where the key lacks the permission ${permission}. ${capitalize(instead)} to go on without the list`;
	}
	if (status === 403) {
		return `This list needs a key with the permission ${permission}. Create one in Braze with it, or ${instead}`;
	}
	return sentences(reason, `${capitalize(instead)} to go on without the list`);
}

/** @returns the objects under a key of an answer; a name that stands there alone as `{ name }` */
export const objectsUnder = (answer: IDataObject, key: string): IDataObject[] => {
	const entries = answer[key];
	return Array.isArray(entries)
		? (entries as unknown[]).map((entry) =>
				typeof entry === 'string' ? { name: entry } : (entry as IDataObject),
			)
		: [];
};
